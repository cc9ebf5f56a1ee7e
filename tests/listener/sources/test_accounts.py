"""Our own posts are left out; members' are marked; nobody else is mistaken for either."""

from __future__ import annotations

import pytest

from listener.council import Council, Member
from listener.mention import Heard
from listener.sources.accounts import marked, own_post

COUNCIL = Council(
    name="Brackenford Metropolitan Borough Council",
    short="Brackenford",
    handles=("@BrackenfordMBC",),
    own_accounts=("Brackenford Council",),
    members=(Member("Ada Thistlewick", ("@cllr_thistlewick",), "Brackenford First"),),
)


def by(author: str) -> Heard:
    return Heard(id="1", title="", text="Bins", author=author)


@pytest.mark.parametrize(
    "author",
    ["@brackenfordmbc", "BrackenfordMBC", " brackenford  council", "News (@BrackenfordMBC)"],
)
def test_our_own_posts_are_named_as_such(author: str) -> None:
    reason = own_post(by(author), COUNCIL)
    assert reason is not None
    assert "own account" in reason


@pytest.mark.parametrize(
    "author",
    ["", "Ann", "@BrackenfordMBC@evil.example", "Brackenford Council fan", "@notBrackenfordMBC"],
)
def test_nobody_else_is_taken_for_us(author: str) -> None:
    assert own_post(by(author), COUNCIL) is None


@pytest.mark.parametrize(
    "author",
    ["Ada Thistlewick", "Cllr Ada Thistlewick", "Cllr. Ada Thistlewick", "@Cllr_Thistlewick",
     "Ada for Tipley (@cllr_thistlewick)"],
)  # fmt: skip
def test_members_are_marked(author: str) -> None:
    assert marked(by(author), COUNCIL).author_is == "member"


def test_residents_are_not_marked() -> None:
    assert marked(by("Ada"), COUNCIL).author_is == "resident"
    assert marked(by(""), COUNCIL).author_is == "resident"
