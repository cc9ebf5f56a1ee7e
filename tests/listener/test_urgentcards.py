"""The cards of what to do about a danger, and who may see which text."""

from __future__ import annotations

import pytest

from listener import resources
from listener.councilfile import shipped_council
from listener.mention import Heard
from listener.reading.words import dangers
from listener.urgentcards import guide, own_page, restricted
from tests.listener.store.making import reading


def test_every_kind_of_danger_that_is_read_has_a_card() -> None:
    known = {card.type for card in guide().cards}
    listed = {name for name, grade, _ in dangers() if grade != "words"}
    learned = {
        cell.strip().rpartition(":")[2]
        for name in resources.names("training")
        for line in resources.text(f"training/{name}").splitlines()[1:]
        for cell in line.split("\t")[-1].split("|")
        if ":" in cell
    } - {"other"}
    assert listed | learned <= known


def test_a_card_names_only_lines_and_roles_that_there_are() -> None:
    lines = {line.id for line in guide().lines}
    roles = {role.id for role in guide().roles}
    for card in guide().cards:
        assert set(card.ring) <= lines, card.type
        assert card.ring[0] == "999", card.type
        assert set(card.duty) <= roles, card.type
        assert card.do, card.type
        assert card.save, card.type
        assert card.never, card.type
    assert {r for card in guide().cards for r in card.duty} == roles
    assert "detect" not in resources.text("urgent/cards.toml").split("wellbeing")[1]


def test_an_allegation_about_a_member_is_restricted() -> None:
    council = shipped_council()
    name = council.members[0].name
    heard = Heard("1", "", f"Everybody knows that {name} took a bribe")
    assert "not for service digests" in restricted(heard, reading(), council)
    assert not restricted(Heard("1", "", f"Thank you {name}"), reading(), council)


@pytest.mark.parametrize(
    ("url", "source", "ours"),
    [
        ("https://www.brackenford.example/news/1#comments", "Site", True),
        ("https://social.example/BrackenfordMBC/posts/1", "Page", True),
        ("https://social.example/@BrackenfordMBC/1", "Page", True),
        ("", "Comments on Brackenford Council", True),
        ("https://bugle.example/1", "Comments on the Bugle", False),
        ("", "", False),
        ("http://[bad", "Page", False),
    ],
)
def test_a_page_is_our_own_by_its_address_or_its_name(url: str, source: str, ours: bool) -> None:
    assert own_page(Heard("1", "", "words", url), source, shipped_council()) is ours
