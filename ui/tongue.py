"""The one door through which the window's own words pass, so that they can be said in Welsh.

A text is written in English where it is used and looked up in the installed `QTranslator`s;
without one it stays as written. `docs/strings.py` collects the texts for the translator.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

CONTEXT = "ui"
"""Qt's context of every text, as in the .ts file."""

_Class = TypeVar("_Class")
_Texts = TypeVar("_Texts")


def tr(text: str, /, **values: object) -> str:
    """The text in the language of the window, with the values put where `{name}` stands.

    Where a translation names a value that is not there, the English text is said instead.
    """
    said = QCoreApplication.translate(CONTEXT, text) if text else ""
    if not values:
        return said
    try:
        return said.format(**values)
    except (KeyError, IndexError, ValueError):
        return text.format(**values)


def said_later(texts: _Texts) -> _Texts:
    """Marks texts that are made before the language is known; `tr` says them where they are used.

    texts: one, or a table of them, of which ids (a first part in small letters) are left out.
    """
    return texts


def spoken(*fields: str) -> Callable[[type[_Class]], type[_Class]]:
    """Makes the named fields of a class be said in the language of the window when they are read.

    For tables that are made when a module is loaded, long before the language is known.
    """
    names = frozenset(fields)

    def made(kind: type[_Class]) -> type[_Class]:
        kept = kind.__getattribute__

        def read(self: _Class, name: str) -> object:
            value = kept(self, name)
            return tr(value) if name in names and isinstance(value, str) else value

        setattr(kind, "__getattribute__", read)  # noqa: B010 - mypy forbids to assign a method
        return kind

    return made
