"""What became of a reply, in words."""

from __future__ import annotations

from datetime import datetime

from rules.replying import Reply, State
from ui import words

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
        "waits": f"Reply written {at} by {by}, waits for a second reader: {reply.why}",
        "back": f"Reply sent back {at} by {by}: {words.line(reply.last.note)}",
        "read": f"Reply read {at} by {by}: it may go",
        "copied": f"Reply copied {at} by {by}, not known posted",
        "posted": f"Reply posted {at}, {by} says",
        "withdrawn": f"Reply not sent, {by} says ({at})",
    }[reply.state]
