"""What one answer of a source held, once read."""

from __future__ import annotations

from dataclasses import dataclass

from listener.errors import Known
from listener.mention import Heard


@dataclass(frozen=True, slots=True)
class Parsed:
    """A feed as read. min_interval: seconds that the feed asks for between polls, or 0."""

    title: str
    site: str
    mentions: tuple[Heard, ...]
    min_interval: int = 0
    notes: tuple[str, ...] = ()
    cut: bool = False


class NotAFeed(Known):
    """The answer is no feed: its words say what it looks like instead."""
