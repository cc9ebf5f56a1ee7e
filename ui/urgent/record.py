"""What was done about a possible danger, in lines: who looks, who was told, what is on hold."""

from __future__ import annotations

from datetime import datetime

from rules.urgent import Sheet, review_words, way_words
from ui import words
from ui.tongue import tr


def record_of(sheet: Sheet, now: datetime) -> list[str]:
    """The lines, the oldest first; what restricts or holds the mention stands above them."""
    lines = []
    if sheet.restricted:
        lines.append(sheet.restricted)
    if sheet.hold is not None:
        hold = sheet.hold
        since = words.when(hold.at, now)
        said = tr(
            "▣ On hold since {since}, by {by}: {why}. {review_words}",
            since=since,
            by=hold.by,
            why=hold.why,
            review_words=review_words(hold, now),
        )
        lines.append(said)
    for act in sheet.acts:
        lines.append(f"{words.when(act.at, now)} · {act.by}: {act.what}")
    for way in sheet.ways:
        told = words.when(way.told_at, now) if way.told_at else ""
        lines.append(f"{words.when(way.at, now)} · {way.by}: {way_words(way, told)}")
    return lines
