"""A source that was added can be taken back, alone or with all that one list brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listener.commands import AddSource, ImportSources, RemoveSource, Undo
from listener.desk import Desk
from listener.errors import NothingToUndo
from tests.listener.store.making import FakeClock

OPML = """<opml version="2.0"><body>
<outline type="rss" text="One" xmlUrl="https://one.example/feed"/>
<outline type="rss" text="Two" xmlUrl="https://two.example/feed"/>
</body></opml>"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=FakeClock())
    yield opened
    opened.close()


def names(desk: Desk) -> set[str]:
    """The sources that are no sample's."""
    reader = desk.reader()
    found = {s.name for s in reader.sources()} & {"Feed", "One", "Two"}
    reader.close()
    return found


def test_a_source_that_was_added_is_taken_back(desk: Desk) -> None:
    (made,) = desk.ask(AddSource("https://feed.example/", "Feed", unchecked=True)).result()
    assert (made.name, names(desk)) == ("Feed", {"Feed"})
    said = desk.ask(Undo()).result()
    assert said == "the source Feed is no longer heard; what it said is kept"
    assert names(desk) == set()
    with pytest.raises(NothingToUndo):
        desk.ask(Undo()).result()
    desk.ask(AddSource("https://feed.example/", "Feed", unchecked=True)).result()
    assert names(desk) == {"Feed"}


def test_what_was_done_since_is_taken_back_first(desk: Desk) -> None:
    desk.ask(AddSource("https://feed.example/", "Feed", unchecked=True)).result()
    desk.ask(RemoveSource("Feed")).result()
    desk.ask(Undo()).result()
    assert names(desk) == {"Feed"}
    desk.ask(Undo()).result()
    assert names(desk) == set()


def test_all_that_a_list_brought_is_one_step(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(OPML, encoding="utf-8")
    desk.ask(ImportSources(path)).result()
    assert names(desk) == {"One", "Two"}
    desk.ask(Undo()).result()
    assert names(desk) == set()
