"""The program: a window where there is a display, else the queue in the terminal."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def main() -> int:
    """The command `council-listener`: with arguments the command line, without the window."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    profile = window_asked(arguments)
    if profile is None:
        from listener.cli import run

        return run(arguments)
    if not display(os.environ, sys.platform):
        from listener.cli import show_without_window

        return show_without_window(profile or None)
    from ui.window import run as open_window

    return open_window(Path(profile) if profile else None)


def window_asked(arguments: Sequence[str]) -> str | None:
    """The profile to open a window on ("" for the usual one), or None where a command is given."""
    if not arguments:
        return ""
    if len(arguments) == 1 and arguments[0].startswith("--profile="):
        return arguments[0].partition("=")[2]
    if len(arguments) == 2 and arguments[0] == "--profile":
        return arguments[1]
    return None


def display(environment: Mapping[str, str], platform: str) -> bool:
    """Is there anything to open a window on?"""
    if not platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
