"""When a source is asked, and what each answer means for the next time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from listener.addresses import WebFault
from listener.mention import Heard, PollReport
from listener.sources import manners
from listener.sources.parsed import NotAFeed, Parsed
from listener.sources.state import SourceRecord, SourceState
from listener.sources.waits import max_age, retry_after
from listener.web import Answer

NOW = datetime(2026, 7, 6, 12, 0, tzinfo=UTC)  # a Monday; 13:00 in London
BUGLE = SourceRecord(1, "Bugle", "http://bugle.example/feed")
OLD = SourceState(first_done=True, full_at=NOW, etag='"v1"', body_hash="h")
MINUTE = timedelta(minutes=1)


def answer(status: int = 200, moved_to: str = "", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status, BUGLE.address, moved_to, named, b"")


def feed(*ids: str, min_interval: int = 0) -> Parsed:
    heard = tuple(Heard(i, f"About {i}", "text", f"http://bugle.example/{i}") for i in ids)
    return Parsed("Bugle", "", heard, min_interval)


def heard(
    state: SourceState, parsed: Parsed, record: SourceRecord = BUGLE, cache_control: str = ""
) -> tuple[SourceState, PollReport]:
    got = answer(cache_control=cache_control)
    return manners.after_answer(record, state, got, parsed, "h2", NOW)


def wait(state: SourceState) -> timedelta:
    assert state.next_at is not None
    return state.next_at - NOW


def test_a_new_source_is_asked_at_once() -> None:
    assert manners.skip_reason(BUGLE, SourceState(), NOW, False) is None


@pytest.mark.parametrize(
    ("record", "state", "plain", "everything"),
    [
        (BUGLE, replace(OLD, next_at=NOW + MINUTE), "next asked at 13:01", None),
        (BUGLE, replace(OLD, quiet_until=NOW + MINUTE), "wait until 13:01", "wait until 13:01"),
        (BUGLE, replace(OLD, gone=True), "gone for good", "gone for good"),
        (replace(BUGLE, paused=True), OLD, "paused here", "paused here"),
    ],
)
def test_asking_for_everything_overrules_our_own_plans_only(
    record: SourceRecord, state: SourceState, plain: str, everything: str | None
) -> None:
    assert plain in (manners.skip_reason(record, state, NOW, False) or "")
    why = manners.skip_reason(record, state, NOW, True)
    assert why is None if everything is None else everything in (why or "")


def test_a_source_left_alone_waits_or_has_stopped() -> None:
    later = replace(OLD, next_at=NOW + MINUTE, quiet_until=NOW + 2 * MINUTE)
    assert manners.left_alone(BUGLE, later, "x").next_at == NOW + 2 * MINUTE
    assert manners.left_alone(BUGLE, later, "x").status == "waiting"
    assert manners.left_alone(BUGLE, replace(OLD, gone=True), "x").status == "stopped"


def test_the_usual_interval_is_half_an_hour_give_or_take_a_tenth() -> None:
    state, report = heard(OLD, feed("a"))
    assert timedelta(minutes=27 * 0.8) <= wait(state) <= timedelta(minutes=33)
    assert report.status == "unchanged"


def test_an_interval_that_a_person_set_is_kept_to_and_never_stretched() -> None:
    record = replace(BUGLE, every=60)
    state = OLD
    for _ in range(9):
        state, _ = manners.after_answer(record, state, answer(304), None, "", NOW)
    assert timedelta(seconds=54) <= wait(state) <= timedelta(seconds=60)


def test_a_feed_that_never_changes_is_asked_more_seldom() -> None:
    state = OLD
    for _ in range(30):
        state, _ = manners.after_answer(BUGLE, state, answer(304), None, "", NOW)
    assert timedelta(minutes=108) <= wait(state) <= timedelta(minutes=132)


@pytest.mark.parametrize("record", [BUGLE, replace(BUGLE, every=60)])
def test_what_the_site_declares_is_a_lower_bound(record: SourceRecord) -> None:
    by_ttl, _ = heard(OLD, feed("a", min_interval=7200), record)
    by_age, _ = heard(OLD, feed("a"), record, cache_control="public, max-age=7200")
    assert wait(by_ttl) == wait(by_age) == timedelta(hours=2)


def test_the_same_bytes_again_count_as_a_whole_answer() -> None:
    old = replace(OLD, full_at=NOW - timedelta(days=2))
    state, report = manners.after_answer(BUGLE, old, answer(etag='"v2"'), None, "h", NOW)
    assert (state.full_at, state.etag) == (NOW, '"v2"')
    assert report.why == "nothing has changed"


def test_failures_back_off_one_two_four_up_to_twenty_four_hours() -> None:
    state, waits = SourceState(), []
    for _ in range(8):
        state, _ = manners.after_fault(BUGLE, state, WebFault("cut", "It broke off."), NOW)
        waits.append(wait(state) // timedelta(hours=1))
    assert waits == [1, 2, 4, 8, 16, 24, 24, 24]


def test_one_failure_of_a_source_that_has_worked_is_tried_again_soon_and_said_so() -> None:
    state, report = manners.after_fault(BUGLE, OLD, WebFault("cut", "It broke off."), NOW)
    assert wait(state) == 5 * MINUTE
    assert report.why == (
        "It broke off. That is one failure only. What was heard before is kept. "
        "Trying again at 13:05."
    )
    state, report = manners.after_fault(BUGLE, state, WebFault("cut", "It broke off."), NOW)
    assert wait(state) == timedelta(hours=1)
    assert "one failure" not in report.why


def test_after_a_failure_the_whole_is_asked_for_lest_anything_be_lost() -> None:
    state, _ = manners.after_fault(BUGLE, OLD, NotAFeed("x."), NOW)
    assert (state.etag, state.body_hash) == ("", "")


def test_a_good_answer_forgets_the_failures() -> None:
    bad = replace(OLD, failures=5, not_found=3, not_found_since=NOW, quiet_until=NOW)
    state, _ = heard(bad, feed("a"))
    assert (state.failures, state.not_found, state.quiet_until) == (0, 0, None)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("header", "minutes"),
    [("120", 2), ("Mon, 06 Jul 2026 13:00:00 GMT", 60), ("999999999", 1440), ("172800", 1440)],
)
def test_a_site_that_asks_for_time_gets_it_up_to_a_day(
    status: int, header: str, minutes: int
) -> None:
    got = answer(status, retry_after=header)
    state, report = manners.after_answer(BUGLE, OLD, got, None, "", NOW)
    assert state.quiet_until == NOW + minutes * MINUTE
    assert report.next_at is not None
    assert report.next_at >= state.quiet_until
    assert manners.skip_reason(BUGLE, state, NOW + MINUTE, True) is not None


def test_wait_no_seconds_is_no_request_without_end() -> None:
    got = answer(503, retry_after="0")
    state, _ = manners.after_answer(BUGLE, OLD, got, None, "", NOW)
    assert wait(state) == 5 * MINUTE


@pytest.mark.parametrize("header", ["", "soon", "-5", "²", "1.5"])
def test_a_retry_after_that_says_nothing_is_an_ordinary_failure(header: str) -> None:
    assert retry_after(header, NOW) is None
    state, _ = manners.after_answer(
        BUGLE, SourceState(), answer(429, retry_after=header), None, "", NOW
    )
    assert wait(state) == timedelta(hours=1)


def test_gone_is_gone() -> None:
    state, report = manners.after_answer(BUGLE, OLD, answer(410), None, "", NOW)
    assert (report.status, report.next_at, state.gone) == ("stopped", None, True)
    assert "What was heard is kept" in report.why


def test_five_missing_pages_over_three_days_need_attention() -> None:
    state, says = OLD, []
    for day in range(5):
        at = NOW + timedelta(days=day)
        state, report = manners.after_answer(BUGLE, state, answer(404), None, "", at)
        says.append("needs attention" in report.why)
    assert says == [False, False, False, False, True]


@pytest.mark.parametrize("status", [401, 403, 404, 418, 451, 500, 502])
def test_every_refusal_is_said_in_words_with_the_next_try(status: int) -> None:
    _, report = manners.after_answer(BUGLE, SourceState(), answer(status), None, "", NOW)
    assert report.status == "error"
    assert report.why.endswith("Trying again at 14:00.")


def test_a_permanent_move_is_kept_after_three_answers_that_agree() -> None:
    state, there = OLD, "http://new.example/feed"
    for times in range(1, 4):
        state, report = manners.after_answer(BUGLE, state, answer(304, there), None, "", NOW)
        assert there in report.why
        assert manners.moved(state) == (there if times == 3 else "")
    state, _ = manners.after_answer(BUGLE, state, answer(304), None, "", NOW)
    assert manners.moved(state) == ""


def test_a_window_that_overflowed_is_marked_for_a_day_and_asked_sooner() -> None:
    before, _ = heard(OLD, feed("a", "b"))
    state, report = heard(before, feed("c", "d"))
    assert state.short
    assert "the count is short" in report.why
    assert wait(state) < timedelta(minutes=9)
    again, _ = heard(state, feed("c", "d"))
    assert again.short
    later = replace(again, short_at=NOW - timedelta(days=1))
    assert not heard(later, feed("c", "d"))[0].short


def test_a_window_that_still_shows_something_old_lost_nothing() -> None:
    before, _ = heard(OLD, feed(*map(str, range(300))))
    state, _ = heard(before, feed(*map(str, range(-150, 150))))
    assert not state.short


def test_new_ids_for_the_same_items_are_no_overflow() -> None:
    before, _ = heard(OLD, feed("a"))
    same = Parsed("", "", (Heard("new-id", "About a", "text", "http://bugle.example/a"),))
    assert not heard(before, same)[0].short


def test_an_overflow_is_never_asked_sooner_than_the_feed_allows() -> None:
    before, _ = heard(OLD, feed("a"))
    state, _ = heard(before, feed("b", min_interval=3600))
    assert wait(state) == timedelta(hours=1)


def test_an_empty_feed_is_said_and_its_last_window_kept() -> None:
    before, _ = heard(OLD, feed("a"))
    state, report = heard(before, feed())
    assert state.window == before.window
    assert "empty" in report.why


def test_times_are_said_in_london_with_the_day_where_it_is_not_today() -> None:
    assert manners.clock(NOW, NOW) == "13:00"
    assert manners.clock(NOW + timedelta(days=1), NOW) == "Tue 7 Jul 13:00"


def test_what_came_in_is_counted_in_the_report() -> None:
    _, report = heard(OLD, feed("a"))
    assert manners.counted(report, 0) == report
    assert (manners.counted(report, 3).status, manners.counted(report, 3).why) == ("new", "3 new")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("max-age=60", 60), ('public, Max-Age="60"', 60), ("no-cache", 0), ("max-age=x", 0),
     ("max-age=99999999999", 86_400), ("s-maxage=60", 0)],
)  # fmt: skip
def test_max_age_is_read(header: str, seconds: int) -> None:
    assert max_age({"cache-control": header}) == seconds
