"""How a post may go to a service: by one key or with a second reader, with quotes or without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

How = Literal["one_key", "second_reader"]
Finest = Literal["street", "ward"]


@dataclass(frozen=True, slots=True)
class ForwardRule:
    """How something goes to a service, and why; why: "" where nothing is special about it.

    quotes: whether residents' words may stand in what the service gets. place: the finest place
    that is named there.
    """

    how: How
    quotes: bool
    place: Finest
    why: str

    @property
    def held(self) -> str:
        """What it waits for, in words, or "" where one key is enough."""
        return f"it waits for a second reader: {self.why}" if self.how == "second_reader" else ""


PLAIN = ForwardRule("one_key", True, "street", "")
READ_TWICE: Mapping[str, str] = {
    "safeguarding": "somebody's safety may be at stake",
    "sensitive": "it is about people who are easily known and easily harmed",
}
"""Flags of the services table that no one key sends: a second reader, no quotes, ward at most."""
UNQUOTED: Mapping[str, str] = {
    "vulnerable": "it may tell of somebody's health, money or care",
    "police": "it may accuse somebody",
    "legal": "it may hold somebody's own data",
}
"""Flags that are sent by one key, but without anybody's words."""


def forward_rule(flag: str, sensitive_area: bool = False, allegation: str = "") -> ForwardRule:
    """How a mention of a service with this flag may be forwarded and shown in a digest.

    sensitive_area: its contact is marked so. allegation: why it may hold one about somebody who
    can be known, as rules.urgent.restricted_because says it, or "".
    """
    if allegation:
        return ForwardRule("second_reader", False, "ward", "it may accuse somebody by name or post")
    if flag in READ_TWICE:
        return ForwardRule("second_reader", False, "ward", READ_TWICE[flag])
    if sensitive_area:
        return ForwardRule("second_reader", False, "ward", "the area is marked as sensitive")
    if flag in UNQUOTED:
        finest: Finest = "ward" if flag == "vulnerable" else "street"
        return ForwardRule("one_key", False, finest, UNQUOTED[flag])
    return PLAIN
