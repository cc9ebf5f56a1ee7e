"""Plain posts, spikes and matters for tests of what is understood and written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from listener.councilfile import shipped_council
from listener.forward.digest import Matter
from listener.forward.masked import shared
from listener.mention import MentionKey
from listener.spike import Post, Spike, SpikeKey
from listener.understanding import understood
from listener.understanding.masking import known_of

NOW = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)  # a Tuesday
HIGHWAYS = "Highways and transport"
ROADWORKS = "Roadworks and closures"
_numbers = count(1)


def post(text: str, **more: object) -> Post:
    """One person's own post of its own stack, unless it is said otherwise."""
    n = next(_numbers)
    plain = Post(
        key=MentionKey(n), title="", text=text, url="", source="#Brackenford", channel="mastodon",
        said=NOW - timedelta(seconds=n % 120), kind="complaint",
        tone="negative", grade="none", category=ROADWORKS, area=HIGHWAYS,
        places=("Wolverton Road",), person=n, stack=n, counted=True,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def posts(*texts: str, **more: object) -> tuple[Post, ...]:
    return tuple(post(text, **more) for text in texts)


def spike(**more: object) -> Spike:
    plain = Spike(
        key=SpikeKey(1), id="S1", title=f"{ROADWORKS} · Wolverton Road", category=ROADWORKS,
        area=HIGHWAYS, place="Wolverton Road", began=NOW - timedelta(minutes=90), noticed=NOW,
        ended=None, posts=14, people=11, at_least=False, usual=(1, 3),
        usual_words="a usual Tuesday has 1 to 3 by now", sureness="busier than 49 of 50 Tuesdays",
        status="open", mix={"complaint": 11, "question": 3},
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


def matter(said: tuple[Post, ...], **more: object) -> Matter:
    council = shipped_council()
    known = known_of(council)
    plain = Matter(
        area=HIGHWAYS, since=NOW - timedelta(minutes=90), until=NOW, posts=said,
        understood=understood(said, (), council), attached=shared(said, known), spike=spike(),
        places={p.name: p for p in council.places}, known=known,
    )  # fmt: skip
    return replace(plain, **more)  # type: ignore[arg-type]


STORM = (
    "the Wolverton is down to one lane again and nobody working on it, 40 mins to get to Tollgate",
    "Third morning late for work because of this. Put a sign up at least so we can go round",
    "Who decided on temporary lights with NO end date @BrackenfordMBC",
    "Wolverton Road down to one lane, nobody working, 45 minutes from Tollgate",
    "one lane and nobody working on it, queue back to Tollgate island, late for work",
    "No signs anywhere on Wolverton Road, how long is this going on?",
    "is there a diversion for the Wolverton or do we just live here now",
    "they need a diversion, the queue is 40 minutes",
    "No diversion signed at all. Sat in it for 35 minutes again on Wolverton Road",
    "Why is it dug up in rush hour? Do it overnight.",
)
"""What ten residents say of the roadworks on Wolverton Road."""
USUAL = (
    "Are the roadworks on Wolverton Road finished yet?",
    "Roadworks on Hagley Street tomorrow, mind how you go",
    "Saw the works on the High Street, all tidy now",
    "Any idea what the roadworks at Cinder Bank are for?",
    "New road signs are up at the Tollgate",
)
