"""The council's own posts are no mentions; members' are marked."""

from __future__ import annotations

from dataclasses import replace

from listener.council import Council
from listener.mention import Heard


def own_post(heard: Heard, council: Council) -> str | None:
    """Why a mention is left out as the council's own, or None."""
    author = _plain(heard.author)
    if not author:
        return None
    for account in council.own_accounts:
        if author == _plain(account):
            return f"posted by {account}, the council's own account"
    return None


def marked(heard: Heard, council: Council) -> Heard:
    """The mention, marked as a member's where one of the council's members wrote it."""
    author = _plain(heard.author)
    if not author:
        return heard
    for member in council.members:
        names = (member.name, f"cllr {member.name}", f"councillor {member.name}", *member.handles)
        if author in map(_plain, names):
            return replace(heard, author_is="member")
    return heard


def _plain(name: str) -> str:
    return " ".join(name.casefold().lstrip("@").split())
