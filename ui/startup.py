"""Starting hidden at log-in: decides what this system wants for it, and writes or removes it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.tongue import tr

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


@dataclass(frozen=True, slots=True)
class Entry:
    """What has to be there: a file with a text, or a value in the registry of this user."""

    path: Path | None
    name: str
    text: str


def entry(
    platform: str, program: Sequence[str], profile: Path, environment: Mapping[str, str], home: Path
) -> Entry | None:
    """What makes the program start hidden at log-in; None where this system is not known for it.

    program: the command that starts it, with its first arguments. One entry a profile, so that two
    profiles may both start.
    """
    name = "council-listener" if not profile.name else f"council-listener-{_plain(profile.name)}"
    command = [*program, "--profile", str(profile), "--hidden"]
    if platform.startswith("linux"):
        config = environment.get("XDG_CONFIG_HOME") or str(home / ".config")
        path = Path(config) / "autostart" / f"{name}.desktop"
        return Entry(path, name, _desktop(command))
    if platform == "win32":
        return Entry(None, name, subprocess.list2cmdline(command))
    return None


def _plain(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name)[:40]


def _desktop(command: Sequence[str]) -> str:
    """As the Desktop Entry Specification wants it: % is doubled, and what is quoted is escaped."""
    line = " ".join(shlex.quote(part).replace("%", "%%") for part in command)
    return (
        "[Desktop Entry]\nType=Application\nName=Council Listener\n"
        f"Comment=Hears what residents say\nExec={line}\nTerminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def here(profile: Path) -> Entry | None:
    """The same for this computer and this program."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "ui"]
    return entry(sys.platform, program, profile, os.environ, Path.home())


def put(wanted: Entry, on: bool) -> str:
    """Writes the entry, or takes it away. Returns a sentence where that failed, else ""."""
    try:
        if wanted.path is None:
            _registry(wanted, on)
        elif on:
            wanted.path.parent.mkdir(parents=True, exist_ok=True)
            wanted.path.write_text(wanted.text, encoding="utf-8")
        else:
            wanted.path.unlink(missing_ok=True)
    except OSError as fault:
        return tr(
            "{where} could not be written ({why}). Start-up is as it was.",
            where=wanted.path or tr("the registry"),
            why=fault.strerror,
        )
    return ""


def _registry(wanted: Entry, on: bool) -> None:
    if sys.platform == "win32":
        import winreg

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
            if on:
                winreg.SetValueEx(key, wanted.name, 0, winreg.REG_SZ, wanted.text)
            else:
                try:
                    winreg.DeleteValue(key, wanted.name)
                except FileNotFoundError:
                    return  # it was not there
