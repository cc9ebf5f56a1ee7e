"""The words and shapes in which the window speaks of outcomes, tones, lists and times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from listener.mention import View
from rules.flowchart import OUTCOMES
from ui.tongue import said_later, spoken, tr

LONDON = ZoneInfo("Europe/London")


@spoken("word")
@dataclass(frozen=True, slots=True)
class Sign:
    """A shape, a word and the name of a colour: never a colour alone."""

    shape: str
    word: str
    colour: str

    @property
    def text(self) -> str:
        """Shape and word, as on a chip."""
        return f"{self.shape} {self.word}" if self.shape else self.word


TONES = {
    "negative": Sign("▼", "annoyed", "red"),
    "neutral": Sign("–", "neutral", "grey"),
    "positive": Sign("▲", "pleased", "green"),
    "mixed": Sign("~", "mixed", "amber"),
    "not_read": Sign("?", "tone not read", "grey"),
}
GRADES = {
    "person": Sign("⚑", "possible danger to a person", "red"),
    "hazard": Sign("⚑", "possible hazard", "red"),
    "words": Sign("!", "danger words", "amber"),
}
_SHAPES = {
    "urgent": ("⚑", "red"), "forward": ("→", "blue"), "attach": ("→", "blue"),
    "complaint_route": ("→", "blue"), "rights": ("→", "blue"), "consultation": ("→", "blue"),
    "answer": ("↩", "green"), "correct": ("↩", "green"), "join_in": ("↩", "green"),
    "signpost": ("↩", "green"), "neutral_line": ("↩", "green"), "evaluate": ("◇", "violet"),
    "moderate": ("◇", "violet"), "watch": ("◉", "amber"),
}  # fmt: skip
_SHORT = said_later({
    "forward": "Forward", "attach": "Attach", "no_reply": "No reply", "evaluate": "You decide",
    "correct": "Correct", "join_in": "Join in", "rights": "Information rights",
    "complaint_route": "Complaint route", "consultation": "Consultation", "urgent": "Urgent",
    "signpost": "Signpost", "neutral_line": "Neutral line", "answer": "Answer",
})  # fmt: skip


def outcome(name: str) -> str:
    """The words of an outcome."""
    return OUTCOMES.get(name, name.replace("_", " "))


def decided(name: str) -> str:
    """The outcome as what was decided: “Decided: offer the complaint route”."""
    said = outcome(name)
    return tr("Decided: {outcome}", outcome=said[:1].lower() + said[1:])


def outcome_sign(name: str) -> Sign:
    """The shape, short word and colour of an outcome."""
    shape, colour = _SHAPES.get(name, ("·", "grey"))
    return Sign(shape, tr(_SHORT[name]) if name in _SHORT else outcome(name), colour)


@spoken("title", "what", "empty")
@dataclass(frozen=True, slots=True)
class ViewWords:
    """A list: its title, its icon, what one says of it, and its sentence when it is empty."""

    view: View
    title: str
    icon: str
    what: str
    empty: str


TO_DO = (
    ViewWords("urgent", "Urgent", "urgent", "possibly urgent",
              "No possible danger is waiting. We look for words; you judge."),
    ViewWords("unsure", "Unsure", "unsure", "with an open question",
              "The flowchart has no open question for you."),
    ViewWords("answer", "Answer", "answer", "to answer", "Nothing waits for an answer."),
    ViewWords("forward", "Forward", "forward", "to forward", "Nothing waits to be forwarded."),
    ViewWords("decide", "Officer decides", "decide", "for you to decide",
              "Nothing here needs a decision of yours."),
)  # fmt: skip
LATER = (
    ViewWords("glance", "At a glance", "glance", "that need no reply",
              "Nothing to glance at: what needs no reply would stand here."),
    ViewWords("news", "News", "news", "of news and notices", "No news or notices."),
    ViewWords("watching", "Watching", "watching", "watched", "Nothing is being watched."),
    ViewWords("snoozed", "Snoozed", "snoozed", "snoozed", "Nothing is snoozed."),
    ViewWords("done", "Done today", "done", "done", "Nothing has been decided yet."),
)  # fmt: skip
VIEW_WORDS = {w.view: w for w in TO_DO + LATER}
TO_DO_VIEWS = tuple(w.view for w in TO_DO)

_CHANNELS = said_later({
    "news_feed": "news", "report_site": "report site", "email_alert": "e-mail alert",
    "facebook_group": "Facebook group", "nextdoor": "Nextdoor", "page_comment": "page comment",
    "mastodon": "Mastodon", "bluesky": "Bluesky", "x": "X", "reddit": "Reddit", "other": "",
})  # fmt: skip


def channel(name: str) -> str:
    """Where a thing was said, in a word or two; "" for other."""
    return tr(_CHANNELS.get(name, name.replace("_", " ")))


def when(at: datetime, now: datetime | None = None) -> str:
    """A time as `Tue 24 Nov 08:51` in London, with the year where it is not `now`'s."""
    local = at.astimezone(LONDON)
    year = f" {local.year}" if now and local.year != now.astimezone(LONDON).year else ""
    return f"{local:%a} {local.day} {local:%b}{year} {local:%H:%M}"


def short_when(at: datetime, now: datetime) -> str:
    """The time alone for today, else day and time."""
    local = at.astimezone(LONDON)
    return f"{local:%H:%M}" if local.date() == now.astimezone(LONDON).date() else when(at, now)


def ago(at: datetime, now: datetime) -> str:
    """How long ago, in words, at most a day; then the time."""
    gone = now - at
    if gone < timedelta(minutes=1):
        return tr("just now")
    if gone < timedelta(hours=1):
        return tr("{int} min ago", int=int(gone.total_seconds() // 60))
    if gone < timedelta(hours=24):
        return tr("{int} h ago", int=int(gone.total_seconds() // 3600))
    return when(at, now)


def count(number: int, one: str, many: str = "") -> str:
    """`1 post`, `3 posts`, `1,204 posts`."""
    return f"{number:,} {tr(one if number == 1 else many or one + 's')}"


_HIDDEN = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0),
     *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFDD0, 0xFDD1],
    "\N{REPLACEMENT CHARACTER}",
)  # fmt: skip


def plain(text: str) -> str:
    """The same text, as long as it was, with what could turn or hide it made visible."""
    return text.translate(_HIDDEN).replace("\r", " ")


def line(text: str) -> str:
    """The text on one line."""
    return " ".join(plain(text).split())


def true_host(address: str) -> str:
    """The host that an address really leads to, in the letters of the network; "" if unsafe."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except (ValueError, UnicodeError):
        return ""
    return host + port if parts.scheme in ("http", "https") else ""
