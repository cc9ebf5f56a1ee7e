"""Mentions of the made-up council Brackenford, as the window gets them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from listener.council import Council, NamedPlace, Service
from listener.mention import (
    Danger,
    Detail,
    Heard,
    HistoryLine,
    MentionKey,
    Place,
    Reading,
    Row,
    Said,
    ServiceGuess,
    SourceLine,
    Tone,
    Word,
)
from listener.urgentcards import guide
from rules.flowchart import Answer, Step, Verdict
from rules.urgent import Duty, Mark, Sheet
from rules.views import view_of

NOW = datetime.now(UTC)

SERVICES = (
    Service("Waste and recycling", "Missed collections", "all", ("brown bin", "missed bin")),
    Service("Highways and transport", "Roadworks and closures", "all", ("roadworks", "cones")),
    Service("Highways and transport", "Street lighting", "all", ("street light", "lamp post")),
    Service("Parks", "Grass and play areas", "all", ("grass", "swings")),
    Service("Other bodies", "Water and sewers", "other: Severn Trent", ("burst main",)),
)
PLACES = (NamedPlace("Mill Street", "road", ("the Mill",), "Coseford"),
          NamedPlace("Park Lane", "road"), NamedPlace("Priory Park", "place"))  # fmt: skip
DUTY = tuple(
    Duty(role.id, "", f"01632 9601{n:02}", "", f"07700 9001{n:02}")
    for n, role in enumerate(guide().roles)
)
COUNCIL = Council("Brackenford Metropolitan Borough Council", "Brackenford", services=SERVICES,
                  places=PLACES, sample=True, duty=DUTY)  # fmt: skip

TOLD = (
    # source, channel, text, outcome, asks, category, tone, grade, stack
    ("Sedgeworth Residents", "facebook_group",
     "There is a live cable hanging over the pavement on Cinder Bank, kids walk past it",
     "urgent", None, 2, "negative", "hazard", 1),
    ("Tipley Talk", "hyperlocal",
     "Third week running our brown bin has been left on Park Lane. Rang twice, no answer. "
     "What are we paying for? 😡", "forward", "complaint", 0, "negative", "none", 4),
    ("Mastodon #Brackenford", "mastodon",
     "the Wolverton is down to one lane again and nobody working on it, 40 mins to get to "
     "Tollgate island", "forward", None, 1, "negative", "none", 14),
    ("Brackenford Gazette", "news_feed",
     "Street lights on Cinder Bank on all day and off all night, residents say", "forward", None,
     2, "mixed", "none", 1),
    ("Bluesky search", "bluesky",
     "Grass at Priory Park up to my knees and the swings are roped off, is anyone coming?",
     "answer", None, 3, "neutral", "none", 1),
    ("Library watch", "comment", "Thank you to the ladies at Coseford Library, made my mum's week",
     "join_in", None, None, "positive", "none", 1),
    ("Brackenford Gazette", "news_feed", "Christmas lights switch-on: road closures on High Street",
     "no_reply", None, 1, "neutral", "none", 1),
    ("Page comments", "page_comment", "Burst main on Mill Street again, Severn Trent nowhere",
     "signpost", None, 4, "negative", "words", 2),
    ("Tipley Talk", "hyperlocal", "<b>Bins</b> &amp; <img src=file:///etc/passwd> left <script>",
     "evaluate", None, 0, "neutral", "none", 1),
)  # fmt: skip


def row(key: int, *, text: str = "", **changed: object) -> Row:
    """The row of one mention; the texts repeat with their number."""
    source, channel, told, outcome, asks, at, tone, grade, stack = TOLD[(key - 1) % len(TOLD)]
    service = SERVICES[at] if at is not None else None
    kind = "news" if channel == "news_feed" else "complaint"
    values: dict[str, object] = {
        "key": MentionKey(key), "id": f"post-{key}", "source": source, "channel": channel,
        "author": "", "title": "", "snippet": text or told,
        "published": NOW - timedelta(minutes=7 * key), "heard": NOW - timedelta(minutes=key),
        "view": view_of(status="open", outcome=None if asks else outcome, guess=outcome, asks=asks,
                        grade=grade, kind=kind, faulty=False, settled=False),
        "outcome": None if asks else outcome, "guess": outcome, "asks": asks,
        "category": service.category if service else "", "area": service.area if service else "",
        "tone": tone, "grade": grade, "stack_size": stack, "people": stack,
        "already_routed": False, "starred": False, "decided": "", "snoozed_until": None,
        "urgent": Mark("electric", NOW + timedelta(minutes=11)) if grade == "hazard" else None,
    }  # fmt: skip
    return Row(**(values | changed))  # type: ignore[arg-type]


def words_of(text: str, *wanted: str, weight: float = 0.0) -> tuple[Word, ...]:
    """Where words stand in a mention without a title."""
    found = [(w, text.find(w)) for w in wanted]
    return tuple(Word(w, weight, at + 1, at + 1 + len(w)) for w, at in found if at >= 0)


def detail(of: Row, history: tuple[HistoryLine, ...] = ()) -> Detail:
    """Everything of one mention."""
    text = of.snippet
    guesses = [s for s in SERVICES if s.category == of.category]
    services = tuple(
        ServiceGuess(s.category, s.area, 0.8, f"“{s.phrases[0]}” is said",
                     words_of(text, *s.phrases), s.ours)
        for s in guesses
    )  # fmt: skip
    if services:
        other = SERVICES[3]
        services += (ServiceGuess(other.category, other.area, 0.3, "“left” is said"),)
    tone = Tone(-0.51 if of.tone == "negative" else 0.1, of.tone, "“no answer”, “left” weigh down",
                words_of(text, "left", "no answer", "Third week running", weight=-1.0))  # fmt: skip
    reading = Reading(
        tone, services, (Place("Park Lane", "road", "named", words_of(text, "Park Lane")),),
        Danger(of.grade, "“live cable” is said" if of.grade != "none" else "no danger words found",
               words=words_of(text, "live cable")),
        Said("en", "its words"), Said("complaint", "it sounds unhappy"),
    )  # fmt: skip
    heard = Heard(
        of.id, of.title, text, f"https://www.example.org/{of.key}", of.author, of.published,
        channel=of.channel,
    )  # fmt: skip
    stack = tuple(row(1000 + n, text="same again here, no lorry") for n in range(of.stack_size - 1))
    sheet = Sheet(guide(), of.urgent or Mark("", None), DUTY)
    return Detail(of, heard, reading, verdict(of), None, history, stack, 1, sheet)


def verdict(of: Row) -> Verdict:
    """A short walk that ends where the row stands."""
    steps = (
        Step("g_risk", "Could someone be in danger?", Answer.NO, "none of our danger words found",
             "g_scope", "urgent"),
        Step("g_scope", "Is it about us?", Answer.YES, "names a council service", "positive",
             "out_of_scope"),
        Step("positive", "Is it positive?", Answer.NO, "tone −0.51, threshold +0.05", "service",
             "no_reply"),
    )  # fmt: skip
    if of.asks is None:
        return Verdict(of.outcome, of.guess, None, steps, chart="council")
    steps += (Step(of.asks, "Unhappy with how we handled it?", Answer.UNSURE,
                   "“third week”, “rang twice” suggest yes", "", ""),)  # fmt: skip
    return Verdict(None, of.guess, of.asks, steps, "complaint_route", "forward", "council")


SOURCES = (
    SourceLine("Tipley Talk", "https://tipley.example/feed", "feed", "hyperlocal", "ok",
               "heard 2 min ago, 31 in all", NOW, NOW + timedelta(minutes=28), 31, 1800),
    SourceLine("Brackenford Gazette", "https://gazette.example/rss", "feed", "news_feed", "fault",
               "answered with a web page instead of a feed; what it said is kept; asked again",
               NOW - timedelta(days=2), NOW + timedelta(minutes=55), 212, 1800, True),
    SourceLine("Added by hand", "", "by_hand", "other", "ok", "3 added", NOW, None, 3, 0),
)  # fmt: skip
