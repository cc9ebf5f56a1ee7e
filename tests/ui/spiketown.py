"""A storm of roadworks complaints in Brackenford, as the window gets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from listener.handoff import Delivery, DeliveryKey, Digest, DigestKey
from listener.mention import MentionKey
from listener.spike import (
    Ask,
    Bar,
    KnownWork,
    Post,
    Quote,
    Spike,
    SpikeCard,
    SpikeKey,
    Understood,
    WorkKey,
)
from tests.ui.brackenford import NOW

HOUR = NOW.replace(minute=0, second=0, microsecond=0)
SAID = (
    "the Wolverton is down to one lane again and nobody working on it, 40 mins to get to "
    "Tollgate island",
    "Third morning late for work because of this. Put a sign up at least so we can go round",
    "Who decided on temporary lights with NO end date",
)


def spike(key: int = 1, **changed: object) -> Spike:
    """The storm; changed: what is otherwise."""
    usual = Spike(
        SpikeKey(key), f"S{key}", "Roadworks and closures · Wolverton Road",
        "Roadworks and closures", "Highways and transport", "Wolverton Road",
        NOW - timedelta(minutes=90), NOW - timedelta(minutes=50), None, 14, 11, True, (1, 3),
        "a usual Tuesday has 1 to 3 by now", "busier than 49 of 50 Tuesdays", "open", rising=True,
        mix={"complaint": 11, "question": 3}, beside={"news": 2},
    )  # fmt: skip
    return replace(usual, **changed)  # type: ignore[arg-type]


def post(key: int, text: str, minutes: int) -> Post:
    return Post(
        MentionKey(key), "", text, "", "Mastodon", "mastodon", NOW - timedelta(minutes=minutes),
        "complaint", "negative", "none", "Roadworks and closures", "Highways and transport",
        ("Wolverton Road",), key, key, True,
    )  # fmt: skip


def bars(until: datetime = HOUR) -> tuple[Bar, ...]:
    counts = (1, 0, 0, 0, 2, 0, 1, 0, 0, 1, 0, 0, 3, 5, 7)
    first = until - timedelta(hours=len(counts) - 1)
    return tuple(
        Bar(first + timedelta(hours=n), many, 0.4, 2.3, n > 11) for n, many in enumerate(counts)
    )


def card(**changed: object) -> SpikeCard:
    """Everything about it."""
    work = KnownWork(
        WorkKey(1), "works", "BR123", "Brackengas", "Wolverton Road", "Gas main renewal",
        NOW - timedelta(days=8), datetime(NOW.year + 1, 12, 12, tzinfo=NOW.tzinfo),
        "two-way lights",
    )  # fmt: skip
    posts = tuple(post(n + 1, text, 60 - n) for n, text in enumerate(SAID))
    quotes = tuple(Quote(p.key, p.text, p.source, p.said) for p in posts)
    about = Understood(
        ("one lane", "nobody working", "Tollgate", "late for work"),
        (("Wolverton Road", 14), ("Tollgate island", 4)),
        (("Mastodon", 5), ("Tipley Talk", 4), ("page comments", 3), ("Bluesky", 2)),
        quotes,
        (Ask("signs with an end date", 5, (MentionKey(1), MentionKey(2))),
         Ask("work outside the rush hour", 4, (MentionKey(2),))),
        ("Residents say the road is down to one lane (6).",),
    )  # fmt: skip
    return SpikeCard(
        spike(**changed), bars(), about, ((work, "explains part of it"),),
        (("Span looked at", "90 minutes"), ("Expected", "1.4 posts"),
         ("Chance of as many by accident", "1 in 40,000")),
        posts,
    )  # fmt: skip


DIGEST = Digest(
    DigestKey(1), "k3", "Highways and transport", SpikeKey(1), NOW - timedelta(minutes=90), NOW,
    "Roadworks on Wolverton Road: 14 posts in 90 minutes",
    "Residents say the road is down to one lane with nobody working (6).\n"
    "A usual Tuesday has 1 to 3 posts by now.\n\n"
    "Known works: Gas main renewal, Brackengas, to 12 December, two-way lights.\n\n"
    "They ask for: signs with an end date (5), work outside the rush hour (4).\n\n"
    "“Put a sign up at least so we can go round”\n"
    "“Who decided on temporary lights with NO end date”\n\n"
    "Handles removed; names masked where found. 11 more posts are attached.",
    "<p>…</p>", "", "draft", NOW, "Officer",
)  # fmt: skip


def delivery(digest: DigestKey) -> Delivery:
    """The digest as a draft in the officer's own mail program."""
    return Delivery(
        DeliveryKey(1), digest, "digest", ("highways.duty@brackenford.example",), DIGEST.subject,
        "<1@brackenford.example>", "eml", "opened",
        "Opened in your mail program, not known sent.", NOW, draft="/tmp/digest.eml",
    )  # fmt: skip
