"""The council's own posts are no mentions; members' are marked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from listener.council import Council, Member
from listener.mention import Heard


def own_post(heard: Heard, council: Council) -> str | None:
    """Why a mention is left out as the council's own, or None."""
    if not heard.author:
        return None
    account = _own(council.own_accounts).get(_plain(heard.author))
    return f"posted by {account}, the council's own account" if account else None


def marked(heard: Heard, council: Council) -> Heard:
    """The mention, marked as a member's where one of the council's members wrote it."""
    if heard.author and _plain(heard.author) in _members(council.members):
        return replace(heard, author_is="member")
    return heard


@lru_cache(maxsize=4)
def _own(accounts: tuple[str, ...]) -> dict[str, str]:
    return {_plain(a): a for a in accounts}


@lru_cache(maxsize=4)
def _members(members: tuple[Member, ...]) -> frozenset[str]:
    return frozenset(
        _plain(name)
        for m in members
        for name in (m.name, f"cllr {m.name}", f"councillor {m.name}", *m.handles)
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().lstrip("@").split())
