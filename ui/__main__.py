"""The program: a window where there is a display, else the queue in the terminal."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


def main() -> int:
    """The command `council-listener`: with arguments the command line, without the window."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    asked = window_asked(arguments)
    if asked is None:
        from listener.cli import run

        return run(arguments)
    if not display(os.environ, sys.platform):
        from listener.cli import show_without_window

        return show_without_window(asked.profile or None)
    from ui.window import run as open_window

    return open_window(Path(asked.profile) if asked.profile else None, asked.hidden)


@dataclass(frozen=True, slots=True)
class Asked:
    """A window on a profile ("" for the usual one); hidden: at the clock at first."""

    profile: str = ""
    hidden: bool = False


def window_asked(arguments: Sequence[str]) -> Asked | None:
    """What window is wanted, or None where a command is given. --hidden is for log-in."""
    left = [a for a in arguments if a != "--hidden"]
    hidden = len(left) < len(arguments)
    if not left:
        return Asked("", hidden)
    if len(left) == 1 and left[0].startswith("--profile="):
        return Asked(left[0].partition("=")[2], hidden)
    if len(left) == 2 and left[0] == "--profile":
        return Asked(left[1], hidden)
    return None


def display(environment: Mapping[str, str], platform: str) -> bool:
    """Is there anything to open a window on?"""
    if not platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
