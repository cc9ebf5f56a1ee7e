"""What people may do: the only door of the window and of the command line."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from listener.commands import Command
from listener.events import Event


class Desk:
    """Open with `Desk.open(profile)`; close when done. One engine thread behind it does the writing."""

    def ask(self, command: Command) -> Future[Any]:
        """Hands a command to the engine; the future holds what the command's docstring promises."""
        raise NotImplementedError

    def listen(self, hear: Callable[[Event], None]) -> None:
        """Calls `hear` for each event, on the engine's thread: hand it on, do not work there."""
        raise NotImplementedError

    def close(self) -> None:
        """Stops polling, finishes what was asked, closes the database."""
        raise NotImplementedError
