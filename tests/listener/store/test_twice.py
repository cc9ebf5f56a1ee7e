"""A list says beforehand which of its texts no one key forwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from listener.commands import AddMention, SetArea
from listener.desk import Desk
from listener.handoff import AreaContact
from listener.mention import Heard, MentionKey
from listener.store.reading import Reader

T = TypeVar("T")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False)
    yield opened
    opened.close()


def look(desk: Desk, at: Callable[[Reader], T]) -> T:
    reader = desk.reader()
    try:
        return at(reader)
    finally:
        reader.close()


def test_a_row_says_that_its_text_may_accuse_somebody(desk: Desk) -> None:
    accused = "my social worker was taking bribes to look away, everybody knows"
    said = Heard("", "", "pothole on Wolverton Road")
    hole: MentionKey = desk.ask(AddMention(said)).result()
    other: MentionKey = desk.ask(AddMention(replace(said, text=accused))).result()
    rows = {r.key: r.alleged for r in look(desk, lambda r: r.rows(limit=10)).rows}
    assert rows[hole] == ""
    assert rows[other].startswith("Restricted: not for service digests.")
    assert look(desk, lambda r: r.row(other)).alleged == rows[other]


def test_the_areas_that_are_sensitive_are_known_by_name(desk: Desk) -> None:
    assert look(desk, lambda r: r.sensitive_areas()) == ()
    desk.ask(SetArea(AreaContact("Street scene", sensitive=True))).result()
    assert look(desk, lambda r: r.sensitive_areas()) == ("Street scene",)
