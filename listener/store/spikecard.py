"""Puts the card of a spike together: its figures, what its posts say, works that explain it."""

from __future__ import annotations

from datetime import datetime

from listener.clock import LONDON
from listener.council import Council
from listener.spike import SpikeCard, SpikeKey
from listener.store import responses, spikeread
from listener.store.asking import Asks
from listener.store.digestfacts import past_of
from listener.store.explained import explaining
from listener.store.posts import posts_of
from listener.understanding import understood


def card_of(db: Asks, key: SpikeKey, council: Council, now: datetime) -> SpikeCard:
    """Everything that is shown of a spike. Raises NotFound."""
    spike = spikeread.spike(db, key)
    posts = posts_of(db, spikeread.keys(db, key))
    past = posts_of(db, past_of(db, (spike.category,), spike.place, spike.began))
    about = understood(posts, past, council)
    return SpikeCard(
        spike=spike,
        bars=spikeread.bars(db, key, now),
        understood=about,
        works=tuple((work, found.sentence) for work, found in explaining(db, key, now)),
        figures=spikeread.figures(db, key),
        posts=posts,
        history=tuple(_line(at, by, what) for at, by, what in spikeread.history(db, key)),
        last_time=responses.last_time(db, spike.place, spike.category, key) if spike.place else "",
    )


def _line(at: datetime, by: str, what: str) -> str:
    local = at.astimezone(LONDON)
    return f"{local:%a} {local.day} {local:%b %H:%M} · {by}: {what}"
