"""The session and the clocks: what is decided about them, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from listener.commands import Change
from listener.mention import MentionKey
from rules.workclock import Office
from rules.worktime import hours_of
from tests.ui import brackenford
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.queue.clock import clock_of
from ui.session import (
    Session,
    kept_text,
    later_words,
    left,
    look,
    over,
    pause,
    resume,
    session_of,
    session_words,
)

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def key(n: int) -> MentionKey:
    return MentionKey(n)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def fresh(of: int = 31) -> Session:
    return Session(timedelta(minutes=15), of)


def test_a_session_begins_with_the_first_look() -> None:
    session = fresh()
    assert session_words(session, at(60)) == ("15 min", "31 to look at")
    session = look(session, key(1), at(60))
    assert session_words(session, at(63)) == ("12 min left", "1 of 31 looked at")


def test_its_clock_stands_while_the_window_is_left() -> None:
    session = pause(look(fresh(), key(1), at(0)), at(5))
    assert session_words(session, at(50)) == ("10 min left, paused", "1 of 31 looked at")
    session = resume(session, at(60))
    assert left(session, at(61)) == timedelta(minutes=9)
    assert resume(session, at(70)) == session
    assert pause(fresh(), at(1)) == fresh()
    assert resume(fresh(), at(1)) == fresh()


def test_it_ends_when_its_time_is_up_or_all_was_looked_at() -> None:
    session = look(fresh(2), key(1), at(0))
    assert not over(session, at(14.9))
    assert session_words(session, at(14.9))[0] == "1 min left"
    assert over(session, at(15))
    assert session_words(session, at(40)) == ("15 min are up", "1 of 2 looked at")
    session = look(session, key(1), at(1))
    assert not over(session, at(1))
    session = look(session, key(2), at(1))
    assert over(session, at(1))
    assert session_words(session, at(1)) == ("Session done", "all 2 looked at")


def test_who_looks_at_more_than_was_meant_sees_more() -> None:
    session = fresh(1)
    for n in range(3):
        session = look(session, key(n), at(0))
    assert session_words(session, at(0))[1] == "all 3 looked at"
    assert session_words(fresh(0), at(0)) == ("15 min", "nothing waits")


def test_what_is_left_is_told_in_order_of_need_and_danger_is_never_left() -> None:
    counts = {"forward": 12, "answer": 6, "urgent": 1, "news": 40}
    assert later_words(counts) == (  # type: ignore[arg-type]
        "1 possible danger first: these are never left for later. "
        "Left for later: 6 to answer, 12 to forward."
    )
    assert later_words({}) == ""


@pytest.mark.parametrize(
    ("view", "due", "now", "said"),
    [
        ("forward", "2026-11-24 10:00", "2026-11-24 09:20", "due in 40 min"),
        ("forward", "2026-11-24 15:00", "2026-11-24 09:20", "due in 5 h"),
        ("forward", "2026-11-25 09:20", "2026-11-24 22:00", "due Wed 25 Nov 09:20"),
        ("forward", "2026-11-24 09:30", "2026-11-24 06:00", "due 09:30"),
        ("forward", "2026-11-23 17:20", "2026-11-24 08:00", "late 10 min"),
        ("answer", "2026-11-24 09:00", "2026-11-24 11:30", "late 2 h"),
        ("answer", "2026-11-18 09:00", "2026-11-24 09:00", "late 4 working days"),
        ("answer", "2026-10-01 09:00", "2026-11-24 09:00", "late since Thu 1 Oct 10:00"),
        ("forward", "2026-11-24 20:00", "2026-11-24 20:30", "due now"),  # the office is shut
        ("urgent", "2026-11-24 20:00", "2026-11-24 22:30", "late 2 h"),
        ("urgent", "2026-11-24 23:05", "2026-11-24 22:55", "due in 10 min"),
    ],
)
def test_clocks_run_in_working_time_and_urgent_ones_in_real_time(
    view: str, due: str, now: str, said: str
) -> None:
    times = (datetime.fromisoformat(t).replace(tzinfo=UTC) for t in (due, now))
    until, moment = times
    clock = clock_of(brackenford.row(1, view=view, due=until), moment)
    assert clock is not None
    assert clock.word == said
    assert (clock.colour == "red") is (until <= moment)


def test_clocks_count_the_hours_and_the_days_off_of_this_council() -> None:
    office = Office(
        hours_of("10:00-14:00 10:00-14:00 10:00-14:00 10:00-14:00 off 10:00-14:00 off"),
        frozenset({date(2026, 11, 24)}),
    )
    now = datetime(2026, 11, 25, 13, tzinfo=UTC)  # a Wednesday; the Tuesday before was off

    def said(due: datetime) -> str:
        clock = clock_of(brackenford.row(1, view="forward", due=due), now, office)
        assert clock is not None
        return clock.word

    assert said(now + timedelta(minutes=50)) == "due in 50 min"
    assert said(now - timedelta(hours=25)) == "late 3 h"
    assert said(now - timedelta(hours=48)) == "late 4 h"
    assert said(now - timedelta(days=7)) == "late 4 working days"


def test_the_list_words_its_clocks_anew_when_the_hours_change(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    moment = datetime.now(UTC)
    for key, row in desk.kept.rows.items():
        desk.kept.rows[key] = replace(row, due=moment - timedelta(days=6))
    window = show(desk)
    window.open("forward")
    settle(qtbot, window)
    card = window.list.model.card(0)
    assert card is not None and card.clock is not None
    desk.ask(Change("hours", " ".join(["00:00-23:59"] * 7)))
    window.telling.look_again()
    settle(qtbot, window)
    after = window.list.model.card(0)
    assert after is not None and after.clock is not None
    assert after.clock.word != card.clock.word
    assert after.clock.word in ("late 5 working days", "late 6 working days")


@pytest.mark.parametrize("view", ["done", "glance", "news", "snoozed"])
def test_what_is_dealt_with_has_no_clock(view: str) -> None:
    assert clock_of(brackenford.row(1, view=view), START) is None
    assert clock_of(brackenford.row(1, view="forward", due=None), START) is None


def test_a_session_is_gone_on_with_after_a_restart_within_the_hour() -> None:
    session = look(look(fresh(), key(1), at(0)), key(2), at(3))
    text = kept_text(session, at(5))
    again = session_of(text, at(40))
    assert again is not None
    assert left(again, at(40)) == left(session, at(5))
    assert (again.looked, again.of) == (session.looked, 31)
    assert session_words(again, at(40)) == ("10 min left, paused", "2 of 31 looked at")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(66, None), (-1, None), (5, ""), (5, "{}"), (5, "[1]"), (5, '{"at": "x"}'), (5, "nan")],
)
def test_a_session_that_fits_no_more_is_begun_anew(minutes: int, text: str | None) -> None:
    session = look(fresh(), key(1), at(0))
    kept = kept_text(session, at(5)) if text is None else text
    assert session_of(kept, at(minutes)) is None


def test_a_session_is_not_kept_overnight_or_once_it_is_over() -> None:
    late = datetime(2026, 11, 24, 23, 50, tzinfo=UTC)
    text = kept_text(look(fresh(), key(1), late), late)
    assert session_of(text, late + timedelta(minutes=5)) is not None
    assert session_of(text, late + timedelta(minutes=15)) is None
    assert kept_text(look(fresh(), key(1), at(0)), at(16)) == ""
    assert kept_text(fresh(), at(0)) == ""


def test_the_window_goes_on_with_its_session_and_counts_no_mention_that_it_only_shows(
    qtbot: QtBot, desk: FakeDesk, show: Shown
) -> None:
    first = show(desk)
    first.open("forward")
    settle(qtbot, first)
    for _ in range(2):
        first.list.table.step(1)
        settle(qtbot, first)
    looked = first.sitting.session.looked
    assert len(looked) == 4
    first.close_now()
    again = show(desk)
    settle(qtbot, again)
    assert again.sitting.session.looked == looked
    assert "4 of" in again.rail.session.said()
    again.open("answer")
    settle(qtbot, again)
    assert len(again.sitting.session.looked) == 5
