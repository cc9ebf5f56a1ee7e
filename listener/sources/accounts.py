"""The council's own posts are no mentions; members' are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from listener.council import Council, Member
from listener.mention import Heard

_BOTH = re.compile(r"^(?P<name>.*?)\s*[(<]?(?P<handle>@[\w.@-]+)[)>]?$")


def own_post(heard: Heard, council: Council) -> str | None:
    """Why a mention is left out as the council's own, or None.

    Only names and handles on the council's list count, whole: a look-alike on another server
    (@BrackenfordMBC@elsewhere) may be an impostor, and is heard.
    """
    accounts = _own(council.own_accounts, council.handles) if heard.author else {}
    account = next((accounts[n] for n in _names(heard.author) if n in accounts), None)
    return f"posted by {account}, the council's own account" if account else None


def marked(heard: Heard, council: Council) -> Heard:
    """The mention, marked as a member's where one of the council's members wrote it."""
    if heard.author and not _members(council.members).isdisjoint(_names(heard.author)):
        return replace(heard, author_is="member")
    return heard


@lru_cache(maxsize=4)
def _own(accounts: tuple[str, ...], handles: tuple[str, ...]) -> dict[str, str]:
    return {_plain(a): a for a in (*handles, *accounts)}


@lru_cache(maxsize=4)
def _members(members: tuple[Member, ...]) -> frozenset[str]:
    return frozenset(
        _plain(name)
        for m in members
        for name in (m.name, f"cllr {m.name}", f"councillor {m.name}", *m.handles)
    )


def _names(author: str) -> Iterator[str]:
    """The author as given; of “A name (@handle)” the handle, for anyone may choose any name."""
    yield _plain(author)
    both = _BOTH.match(author.strip())
    if both and both["name"]:
        yield _plain(both["handle"])


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("cllr.", "cllr").lstrip("@").split())
