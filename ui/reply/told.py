"""What became of a reply, in words."""

from __future__ import annotations

from datetime import datetime

from rules.replying import Reply, State
from ui import words
from ui.tongue import tr

_SIGNS: dict[State, words.Sign] = {
    "waits": words.Sign("◔", "waits for a second reader", "amber"),
    "back": words.Sign("↩", "sent back by the second reader", "amber"),
    "read": words.Sign("✓", "read by a second person: it may go", "blue"),
    "copied": words.Sign("?", "copied, not known posted", "amber"),
    "posted": words.Sign("✓", "posted", "green"),
    "withdrawn": words.Sign("–", "not sent", "grey"),
}


def sign(state: State) -> words.Sign:
    """The shape, the words and the colour of a state."""
    return _SIGNS[state]


def stands(reply: Reply, now: datetime) -> str:
    """`Reply copied 10:42 by Amy, not known posted`: where a reply stands, with time and name."""
    at, by = words.short_when(reply.last.at, now), reply.last.by
    return {
        "waits": tr(
            "Reply written {at} by {by}, waits for a second reader: {why}",
            at=at,
            by=by,
            why=reply.why,
        ),
        "back": tr(
            "Reply sent back {at} by {by}: {note}", at=at, by=by, note=words.line(reply.last.note)
        ),
        "read": tr("Reply read {at} by {by}: it may go", at=at, by=by),
        "copied": tr("Reply copied {at} by {by}, not known posted", at=at, by=by),
        "posted": tr("Reply posted {at}, {by} says", at=at, by=by),
        "withdrawn": tr("Reply not sent, {by} says ({at})", by=by, at=at),
    }[reply.state]
