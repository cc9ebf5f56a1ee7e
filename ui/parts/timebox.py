"""A field for a date and a time, as London's clocks show them."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit

from ui import words
from ui.parts.padded import padded

_LONDON = QTimeZone(b"Europe/London")


def time_box(start: datetime) -> QDateTimeEdit:
    """The field, with a time in it; start: aware."""
    local = start.astimezone(words.LONDON)
    begin = QDateTime(local.date(), local.time().replace(tzinfo=None), _LONDON)  # type: ignore[call-overload]
    made = padded(QDateTimeEdit(begin))
    made.setTimeZone(_LONDON)
    made.setDisplayFormat("ddd d MMM yyyy HH:mm")
    made.setCalendarPopup(True)
    return made


def time_in(box: QDateTimeEdit) -> datetime:
    """The time chosen, in UTC."""
    return datetime.fromtimestamp(box.dateTime().toSecsSinceEpoch(), UTC)
