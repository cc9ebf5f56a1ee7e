"""The cards of danger as we ship them, and what is handed to the emergency services."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from listener import resources
from listener.clock import LONDON
from listener.council import Council
from listener.mention import Heard, Reading
from rules.urgent import DangerCard, Guide, Line, Role, restricted_because

SENSITIVE = frozenset({"safeguarding", "sensitive"})


@cache
def guide() -> Guide:
    """Everything in `urgent/cards.toml`. Raises KeyError or ValueError where it is not whole."""
    given: Mapping[str, Any] = tomllib.loads(resources.text("urgent/cards.toml"))
    return Guide(
        lines=tuple(Line(**line) for line in given["line"]),
        roles=tuple(Role(**role) for role in given["role"]),
        cards=tuple(_card(card) for card in given["card"]),
        graphic=tuple(given["graphic"]),
        allegations=tuple(given["allegations"]),
        staff=tuple(given["staff"]),
        wellbeing=given["wellbeing"],
    )


def _card(given: Mapping[str, Any]) -> DangerCard:
    made: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    return DangerCard(**made)


def restricted(heard: Heard, reading: Reading, council: Council) -> str:
    """Why a mention goes into no service digest, or ""; by its words and what it was read as."""
    flags = {s.category: s.flag for s in council.services}
    best = reading.best
    sensitive = best.category if best and flags.get(best.category) in SENSITIVE else ""
    return restriction(council)(f"{heard.title} {heard.text}", sensitive)


def restriction(council: Council) -> Callable[[str, str], str]:
    """Tells the same of many texts, each with the name of its service where that is sensitive."""
    members: dict[str, str] = {}
    for member in council.members:
        members |= dict.fromkeys((member.name, *member.handles), member.name)
    shipped = guide()
    return lambda text, sensitive: restricted_because(
        shipped, text, members, council.staff_words, sensitive
    )


def alleged(text: str, council: Council, sensitive: str = "") -> str:
    """Why a text may hold an allegation about somebody who can be known, or ""."""
    return restriction(council)(text, sensitive)


def own_page(heard: Heard, source: str, council: Council) -> bool:
    """Whether a mention stands on a page of the council's, as far as its address and source tell.

    Its site, a page whose address names one of its accounts, or a source named after one.
    """
    accounts = {a.lstrip("@").casefold() for a in (*council.own_accounts, *council.handles)} - {""}
    try:
        at, site = urlsplit(heard.url), urlsplit(council.site)
        ours = bool(site.hostname) and at.hostname == site.hostname
    except ValueError:
        return False
    segments = {s.lstrip("@").casefold() for s in at.path.split("/")}
    named = any(account in source.casefold() for account in accounts)
    return ours or bool(accounts & segments) or named


def handover(heard: Heard, source: str, heard_at: str) -> str:
    """What the emergency services are given: link, platform, handle, time, the exact words."""
    when = "not given by the source"
    if heard.published is not None:
        local = heard.published.astimezone(LONDON)
        when = f"{local:%A} {local.day} {local:%B %Y}, {local:%H:%M:%S} (UK time)"
    lines = (
        ("Link", heard.url or "none known"),
        ("Platform", f"{source} ({heard.channel.replace('_', ' ')})"),
        ("Handle or name as shown", heard.author or "not kept, or not shown"),
        ("Published", when),
        ("Heard by us", heard_at),
        ("Title", heard.title),
    )
    head = "\n".join(f"{name}: {value}" for name, value in lines if value)
    return f"{head}\nExact words:\n{heard.text or heard.title}\n"


GIVEN = "link, platform, handle, time and exact words"
"""What `handover` holds, as the log has it: it names what was given and repeats none of it."""
