"""Answering and deciding as one step, on the real desk with the sample council."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from listener.commands import AnswerAndDecide, HoldPublicity, ImportFile, Undo
from listener.desk import Desk
from listener.errors import NotFound
from listener.mention import Detail
from listener.sample import mentions
from listener.store.reading import Reader
from tests.listener.store.making import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """A desk to which the sample council's mentions were brought."""
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    told = tmp_path / "told.tsv"
    lines = (f"{n}\t{m.title}\t{m.text}" for n, m in enumerate(mentions()))
    told.write_text("id\ttitle\ttext\n" + "\n".join(lines) + "\n", encoding="utf-8")
    opened.ask(ImportFile(told)).result()
    yield opened
    opened.close()


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    opened = desk.reader()
    yield opened
    opened.close()


def asking(reader: Reader, question: str) -> Detail:
    """A mention about which the chart asks this."""
    rows = reader.rows("unsure").rows
    return next(d for r in rows if (d := reader.detail(r.key)).verdict.asks == question)


def test_it_is_decided_as_was_shown_and_both_are_taken_back_in_one_step(
    desk: Desk, reader: Reader
) -> None:
    detail = asking(reader, "complaint")
    key, shown = detail.row.key, detail.verdict.no_leads
    made = desk.ask(AnswerAndDecide(key, False, shown, by="Amy")).result()
    assert made is not None and made.outcome == shown
    after = reader.detail(key)
    assert after.row.view == "done"
    assert [s.by for s in after.verdict.steps if s.question == "complaint"] == ["Amy"]
    desk.ask(Undo("Amy")).result()
    back = reader.detail(key)
    assert (back.row.view, back.verdict.asks, back.decision) == ("unsure", "complaint", None)


def test_it_is_only_answered_where_the_chart_says_another_thing_by_then(
    desk: Desk, reader: Reader
) -> None:
    key = asking(reader, "complaint").row.key
    assert desk.ask(AnswerAndDecide(key, True, "join_in")).result() is None
    after = reader.detail(key)
    assert (after.decision, after.verdict.outcome) == (None, "complaint_route")


def test_it_is_only_answered_where_publicity_is_held(
    desk: Desk, reader: Reader, clock: FakeClock
) -> None:
    detail = next(
        d
        for r in reader.rows("unsure").rows
        if (d := reader.detail(r.key)).verdict.yes_leads == "join_in"
    )
    desk.ask(HoldPublicity("A death", clock() + timedelta(hours=2))).result()
    assert desk.ask(AnswerAndDecide(detail.row.key, True, "join_in")).result() is None
    assert reader.detail(detail.row.key).decision is None


def test_a_second_press_changes_nothing(desk: Desk, reader: Reader) -> None:
    detail = asking(reader, "complaint")
    stroke = AnswerAndDecide(detail.row.key, False, detail.verdict.no_leads)
    desk.ask(stroke).result()
    with pytest.raises(NotFound, match="decided already"):
        desk.ask(stroke).result()
