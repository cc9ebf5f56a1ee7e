"""Where one council's work is kept on this computer, and who may write there."""

from __future__ import annotations

import os
from pathlib import Path

import filelock
import platformdirs

from listener.errors import ProfileBusy, ProfileUnusable

ENVIRONMENT = "COUNCIL_LISTENER_PROFILE"
DATABASE = "listener.db"


def folder(given: str | None = None) -> Path:
    """The profile's folder: as given, else the environment's, else the platform's data folder."""
    named = given or os.environ.get(ENVIRONMENT)
    if named:
        return Path(named).expanduser().absolute()
    return Path(platformdirs.user_data_dir("CouncilListener", appauthor=False))


def prepared(profile: Path) -> Path:
    """The same folder, made if it was missing. Raises ProfileUnusable in words."""
    try:
        profile.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise ProfileUnusable(
            f"The profile folder {profile} cannot be made ({fault.strerror}). Nothing was changed."
        ) from fault
    return profile


def exists(profile: Path) -> bool:
    """Is anything kept there yet? Raises ProfileUnusable where that may not be read."""
    try:
        return (profile / DATABASE).exists()
    except OSError as fault:
        raise ProfileUnusable(
            f"The profile folder {profile} may not be read ({fault.strerror}). "
            "Nothing was changed; IT can give this account the right to read it."
        ) from fault


class Lock:
    """One program writes to a profile. The lock ends with the program, however it ends."""

    def __init__(self, profile: Path) -> None:
        self._lock = filelock.FileLock(profile / "writing.lock")
        self._sign = profile / "writing.txt"

    def take(self, holder: str) -> None:
        """Takes the lock in the name of `holder`. Raises ProfileBusy, naming who has it."""
        try:
            self._lock.acquire(timeout=0)
            self._sign.write_text(holder, encoding="utf-8")
        except filelock.Timeout as fault:
            raise ProfileBusy(self._held_by()) from fault
        except OSError as fault:
            self._lock.release()
            raise ProfileUnusable(
                f"The profile in {self._sign.parent} cannot be written ({fault.strerror}). "
                "What it holds is kept; looking still works."
            ) from fault

    def _held_by(self) -> str:
        try:
            return self._sign.read_text(encoding="utf-8").strip() or "another program"
        except OSError:
            return "another program"

    def release(self) -> None:
        """Lets the next program write."""
        if self._lock.is_locked:
            self._sign.unlink(missing_ok=True)
        self._lock.release()
