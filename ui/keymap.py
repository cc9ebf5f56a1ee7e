"""The keys as this council changed them: what is bound now, and what would clash."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from ui.keys import KEYS, Key
from ui.tongue import tr

Changes = Mapping[str, tuple[str, ...]]
"""Verb -> its keys; none where the verb's keys are switched off."""
KEPT_IN = "council-listener-keys"  # a property of the application, as its palette holds the colours
LISTS = tuple(f"Ctrl+{digit}" for digit in "1234567890")
NEVER = ("Tab", "Shift+Tab", "Backtab")


@lru_cache(maxsize=8)
def changes_of(text: str) -> Changes:
    """The changes that the setting `keys` holds; what is not understood is as shipped."""
    try:
        given = json.loads(text or "{}")
    except ValueError:
        return {}
    verbs = {k.verb for k in KEYS}
    if not isinstance(given, dict):
        return {}
    return {
        verb: tuple(str(k) for k in keys)
        for verb, keys in given.items()
        if verb in verbs and isinstance(keys, list)
    }


def text_of(changes: Changes) -> str:
    """The text that changes_of reads; verbs whose keys are as shipped are left out."""
    usual = {k.verb: k.keys for k in KEYS}
    kept = {verb: list(keys) for verb, keys in changes.items() if keys != usual[verb]}
    return json.dumps(kept) if kept else ""


def applied(changes: Changes) -> tuple[Key, ...]:
    """Every key as it is bound with these changes."""
    return tuple(replace(k, keys=changes.get(k.verb, k.keys)) for k in KEYS)


def clash(changes: Changes, verb: str, key: str) -> str:
    """Why a verb may not have this key, in a sentence; "" where it may."""
    if not key:
        return tr("Please press a key.")
    if key in NEVER:
        return tr("Tab moves between the parts of the window for everyone; it cannot be used.")
    if key in LISTS:
        return tr("{key} opens a list of the rail.", key=key)
    if key.startswith("Shift+") and len(key) == 7 and key[6].isalpha():
        return tr(
            "A capital letter is too easily typed by mistake; use the letter, or Ctrl with it."
        )
    holder = next((k for k in applied(changes) if key in k.keys and k.verb != verb), None)
    return (
        tr(
            "{key} is taken: {does}. Change or switch that one off first.",
            key=key,
            does=holder.does,
        )
        if holder
        else ""
    )


def set_in_use(text: str) -> bool:
    """From now on these changes count. True where they are others than before."""
    app = QCoreApplication.instance()
    if app is None or (app.property(KEPT_IN) or "") == text:
        return False
    app.setProperty(KEPT_IN, text)
    return True


def in_use() -> tuple[Key, ...]:
    """Every key as it is bound now."""
    app = QCoreApplication.instance()
    return applied(changes_of(str((app and app.property(KEPT_IN)) or "")))


def cap(key: str) -> str:
    """What stands on a button that was built for a shipped key: the key that does it now.

    Esc in a dialog is the dialog's own, and stays.
    """
    app = QCoreApplication.instance()
    if key == "Esc" or not (app and app.property(KEPT_IN)):
        return key
    for usual, now in zip(KEYS, in_use(), strict=True):
        if key in usual.keys:
            return key if key in now.keys else next(iter(now.keys), "")
    return key


def shown(key: str) -> str:
    """A key as people read it on this system."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
