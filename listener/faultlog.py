"""Faults of ours go to a log in the profile, so that they can be reported with their trail."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "council-listener.log"
SIZE = 1_000_000  # bytes; one older log is kept beside it


class FaultLog:
    """From when it is made until `close`; the file is there from the first fault on."""

    def __init__(self, folder: Path) -> None:
        self._kept = RotatingFileHandler(
            folder / NAME, maxBytes=SIZE, backupCount=1, encoding="utf-8", delay=True
        )
        self._kept.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
        )
        self._kept.setLevel(logging.WARNING)  # an upgrade is said here too
        logging.getLogger().addHandler(self._kept)

    def close(self) -> None:
        """Ends it and its file."""
        logging.getLogger().removeHandler(self._kept)
        self._kept.close()
