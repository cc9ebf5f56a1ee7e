"""Which digests no one person sends alone, and why."""

from __future__ import annotations

from listener.council import Council
from listener.spike import SpikeKey
from listener.store import spikeread
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from rules.forwarding import forward_rule


def read_twice(db: Asks, council: Council, area: str, spike: SpikeKey | None) -> str:
    """Why a second person reads a digest before it goes, or "" where one key is enough.

    The posts of an area's digest were read besides one by one, where their service asks for that.
    """
    flag = "normal"
    if spike is not None:
        category = spikeread.spike(db, spike).category
        flag = next((s.flag for s in council.services if s.category == category), flag)
    sensitive = any(c.sensitive for c in contacts_of(db, council) if c.area == area)
    rule = forward_rule(flag, sensitive)
    return rule.why if rule.held else ""
