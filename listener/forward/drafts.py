"""Mails as files that the council's own mail program opens, ready to send."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

from listener.errors import ProfileUnusable

FOLDER = "drafts"
KEPT = timedelta(days=14)  # the mail itself stays in the database; its file can be made again


def write(profile: Path, key: int, mail: bytes) -> Path:
    """Writes a mail to a folder that only this person may read. Raises ProfileUnusable."""
    path = _path(profile, key)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(mail)
    except OSError as fault:
        raise ProfileUnusable(
            f"The draft {path} cannot be written ({fault.strerror}). The mail is kept and can be "
            "opened again."
        ) from fault
    return path


def remove(profile: Path, key: int) -> None:
    """Takes a draft's file away, where it is there; one that is open in a mail program may stay."""
    try:
        _path(profile, key).unlink(missing_ok=True)
    except OSError:
        return  # Windows keeps what another program has open: `tidy` takes it later


def tidy(profile: Path, now: datetime) -> None:
    """Takes the files of old drafts away."""
    for path in (profile / FOLDER).glob("*.eml"):
        try:
            if now.timestamp() - path.stat().st_mtime > KEPT.total_seconds():
                path.unlink()
        except OSError:
            continue  # open in a mail program: another day


def _path(profile: Path, key: int) -> Path:
    return profile / FOLDER / f"mail-{key}.eml"
