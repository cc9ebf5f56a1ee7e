"""A surge is found, the usual is not, and what is usual is told in whole posts."""

from __future__ import annotations

import copy
import importlib
import json
import math
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.spike import SpikeDetector

QUARTER = 900
DAY = 86_400
MONDAY = 1_714_953_600  # a Monday, 00:00
DAYTIME = [0.2] * 6 + [1.0] * 2 + [1.5] * 14 + [0.8] * 2


def poisson(mean: float, draw: random.Random) -> int:
    """A Poisson count, by the gaps between its events (Knuth)."""
    count, product, floor = 0, draw.random(), math.exp(-mean)
    while product > floor:
        count += 1
        product *= draw.random()
    return count


def told(
    days: int, a_day: float, *, seed: int = 1, grows: float = 0.0
) -> tuple[SpikeDetector, float, list[float]]:
    """A series with a day's rhythm, the moment after its last bin, and its scores."""
    detector, draw, scores = SpikeDetector(QUARTER), random.Random(seed), []
    at = float(MONDAY)
    for _ in range(days * 96):
        level = a_day * (1 + grows * (at - MONDAY) / DAY)
        scores.append(
            detector.update(at, poisson(level / 96 * DAYTIME[int(at % DAY // 3600)], draw))
        )
        at += QUARTER
    return detector, at, scores


def alarms(scores: list[float]) -> int:
    return sum(score >= SpikeDetector.threshold for score in scores)


def test_a_storm_over_a_quiet_series_is_found_and_its_beginning_told() -> None:
    detector, at, _ = told(28, 1.0)
    at += 9 * 3600
    scores = [detector.update(at + n * QUARTER, 3) for n in range(4)]
    assert scores[-1] >= SpikeDetector.threshold
    finding = detector.finding()
    assert finding is not None
    assert (finding.began, finding.ended, finding.count) == (at, at + 4 * QUARTER, 12)
    assert finding.usual.high <= 2
    assert finding.chance < 1e-6


def test_two_posts_are_no_storm() -> None:
    detector, at, _ = told(28, 0.2)
    assert detector.update(at + 9 * 3600, 2) < SpikeDetector.threshold


@pytest.mark.parametrize("a_day", [0.5, 6.0, 400.0])
def test_the_rhythm_of_the_day_is_no_storm(a_day: float) -> None:
    _, _, scores = told(35, a_day)
    assert alarms(scores[7 * 96 :]) == 0


def test_a_slow_rise_is_no_storm() -> None:
    _, _, scores = told(90, 10.0, grows=1 / 90)
    assert alarms(scores[14 * 96 :]) == 0


def test_a_storm_does_not_become_the_usual() -> None:
    detector, at, _ = told(28, 1.0)
    noon = at + 12 * 3600
    before = detector.usual(noon, noon + 6 * 3600)
    for n in range(24):
        detector.update(noon + n * QUARTER, 5)
    day_after = noon + DAY
    detector.pass_silence(day_after)
    after = detector.usual(day_after, day_after + 6 * 3600)
    assert after.expected < before.expected + 1
    scores = [detector.update(day_after + n * QUARTER, 5) for n in range(12)]
    assert alarms(scores) >= 8


def test_months_of_silence_in_one_step_are_the_same_as_bin_by_bin() -> None:
    slow, at, _ = told(28, 3.0)
    quick = copy.deepcopy(slow)
    until = at + 120 * DAY
    while at < until:
        slow.update(at, 0)
        at += QUARTER
    quick.pass_silence(until)
    for n, count in enumerate([1, 0, 4, 2]):
        one, other = (d.update(until + n * QUARTER, count) for d in (slow, quick))
        assert other == pytest.approx(one, rel=0.01)
    span = (until - 4 * 3600, until)
    assert quick.usual(*span).expected == pytest.approx(slow.usual(*span).expected, rel=0.01)


def test_bins_left_out_are_silent_ones() -> None:
    one, at, _ = told(10, 5.0)
    other = copy.deepcopy(one)
    for n in range(7):
        one.update(at + n * QUARTER, 0)
    assert one.update(at + 7 * QUARTER, 3) == other.update(at + 7 * QUARTER, 3)


@pytest.mark.parametrize("count", [-1, math.nan, math.inf, 1e12])
def test_a_count_that_is_none_is_refused_and_changes_nothing(count: float) -> None:
    detector, at, _ = told(3, 5.0)
    before = detector.state()
    with pytest.raises(ValueError, match="is no count"):
        detector.update(at, count)
    assert detector.state() == before


def test_the_hour_told_twice_in_autumn_is_taken_and_a_bin_of_yesterday_is_not() -> None:
    detector, at, _ = told(3, 5.0)
    assert 0 <= detector.update(at - 3600, 1) <= 1
    with pytest.raises(ValueError, match="told already"):
        detector.update(at - DAY, 1)


def test_a_storm_that_makes_a_topic_known_is_found_if_it_was_listened_to_before() -> None:
    detector = SpikeDetector(QUARTER)
    detector.pass_silence(MONDAY)
    at = MONDAY + 20 * DAY + 9 * 3600
    scores = [detector.update(at + n * QUARTER, 4) for n in range(3)]
    assert alarms(scores) > 0
    detector.pass_silence(at + DAY)
    assert detector.finding() is None


def test_bins_that_make_no_day_are_refused() -> None:
    for seconds in (0, -900, 7, 5 * 3600, 2 * DAY, 1000):
        with pytest.raises(ValueError, match="bins of"):
            SpikeDetector(seconds)


@pytest.mark.parametrize("seconds", [60, 300, QUARTER, 3600, 4 * 3600, DAY, 7 * DAY])
def test_bins_of_any_length_that_makes_a_day_or_a_week_are_taken(seconds: int) -> None:
    detector = SpikeDetector(seconds)
    calm = [detector.update(MONDAY + n * seconds, n % 2) for n in range(120)]
    assert alarms(calm[60:]) == 0
    assert detector.update(MONDAY + 120 * seconds, 60) >= SpikeDetector.threshold


def weekly(weeks: int, weight: float, *, seed: int = 3) -> tuple[SpikeDetector, float]:
    """A series of weekly counts with a season, and the moment after its last week."""
    detector, draw, at = SpikeDetector(7 * DAY), random.Random(seed), 0.0
    for week in range(weeks):
        detector.update(at, poisson(12 * math.exp(weight * season(week)), draw))
        at += 7 * DAY
    return detector, at


def season(week: int) -> float:
    return math.cos(2 * math.pi * week / 52) + math.cos(4 * math.pi * week / 52)


def test_a_season_is_learned_from_years_of_weeks() -> None:
    detector, _ = weekly(8 * 52, 0.8)
    for week in range(0, 52, 4):
        at = (8 * 52 + week) * 7 * DAY
        expected = detector.usual(at, at + 7 * DAY).expected
        assert expected == pytest.approx(12 * math.exp(0.8 * season(week)), rel=0.2)


def test_weeks_without_a_season_are_given_none() -> None:
    detector, at = weekly(8 * 52, 0.0)
    found = [detector.usual(t, t + 7 * DAY).expected for t in (at + n * 7 * DAY for n in range(52))]
    assert max(found) < 1.25 * min(found)


def test_part_of_a_busy_season_is_not_taken_for_silence() -> None:
    detector, at = weekly(11 * 52, 0.8)
    for bins in (1, 2, 3):
        found = detector.usual(at, at + bins * 7 * DAY)
        assert found.variance < 3 * found.expected


def test_a_surge_seen_in_one_span_only_scores_less_than_one_seen_in_several() -> None:
    one, at = weekly(3 * 52, 0.0)
    two = copy.deepcopy(one)
    one.update(at, 12)
    two.update(at, 24)
    single, several = (d.update(at + 7 * DAY, 30) for d in (one, two))
    assert several > single


def test_a_series_of_weeks_goes_on_from_its_state_as_if_never_stopped() -> None:
    detector, at = weekly(3 * 52, 0.5)
    again = SpikeDetector.from_state(json.loads(json.dumps(detector.state())))
    for n, count in enumerate((9, 20, 0, 41)):
        one, other = (d.update(at + n * 7 * DAY, count) for d in (detector, again))
        assert other == one
    with pytest.raises(ValueError, match="state of a series"):
        SpikeDetector.from_state(
            {**detector.state(), "usual": {**detector.state()["usual"], "waves": []}}
        )


def test_the_state_is_small_json_and_the_series_goes_on_from_it_as_if_never_stopped() -> None:
    detector, at, _ = told(60, 200.0)
    text = json.dumps(detector.state())
    assert len(text) < 4_000
    again = SpikeDetector.from_state(json.loads(text))
    draw = random.Random(5)
    for n in range(3 * 96):
        count = poisson(2, draw)
        one, other = (d.update(at + n * QUARTER, count) for d in (detector, again))
        assert other == pytest.approx(one, abs=1e-4)
    one, other = (d.usual(at, at + DAY) for d in (detector, again))
    assert (other.low, other.high) == (one.low, one.high)


def test_a_state_of_another_form_is_refused() -> None:
    state = told(1, 5.0)[0].state()
    for wrong in ({}, {**state, "form": 99}, {**state, "usual": {}}, {**state, "recent": 3}):
        with pytest.raises(ValueError, match="state of a series"):
            SpikeDetector.from_state(wrong)


def test_a_copy_goes_its_own_way() -> None:
    detector, at, _ = told(5, 5.0)
    before = detector.state()
    copy.deepcopy(detector).update(at, 50)
    assert detector.state() == before


def test_what_is_usual_is_told_for_a_span_that_has_not_passed() -> None:
    detector, at, _ = told(42, 48.0)
    day = detector.usual(at, at + DAY)
    night = detector.usual(at, at + 6 * 3600)
    assert day.low <= 48 <= day.high
    assert night.high < day.low
    assert day.at_least(0) == 1
    assert day.at_least(day.high + 1) <= 0.1 < day.at_least(day.high)
    with pytest.raises(ValueError, match="at most a week"):
        detector.usual(at, at + 8 * DAY)


def test_nothing_stands_out_before_anything_is_heard() -> None:
    detector = SpikeDetector(QUARTER)
    assert detector.finding() is None
    assert detector.usual(MONDAY, MONDAY + DAY).high == 0
    assert detector.update(MONDAY, 0) == 0
    assert detector.finding() is None


counts = st.lists(
    st.tuples(st.integers(1, 500), st.integers(0, 3) | st.integers(0, 20_000)), max_size=40
)


@settings(deadline=None, max_examples=60)
@given(counts)
def test_a_score_is_never_outside_nought_and_one(steps: list[tuple[int, int]]) -> None:
    detector, at = SpikeDetector(QUARTER), float(MONDAY)
    for bins, count in steps:
        at += bins * QUARTER
        assert 0 <= detector.update(at, count) <= 1
        again = SpikeDetector.from_state(json.loads(json.dumps(detector.state())))
        assert again.state() == detector.state()


def test_storms_of_the_bench_are_found_and_its_quiet_topics_stay_quiet(shared: Path) -> None:
    pytest.importorskip("numpy", reason="the bench of spikes needs numpy")
    sys.path.insert(0, str(shared / "tools" / "spikebench"))
    try:
        council: Any = importlib.import_module("suites.council")
    finally:
        sys.path.pop(0)
    storms, found, wrong = 0, 0, 0
    for series in council.simulate(0, 3600)[::4]:
        detector = SpikeDetector(3600)
        scores = [
            detector.update(float(t), int(n))
            for t, n in zip(series.times, series.counts, strict=True)
        ]
        high = [n for n, score in enumerate(scores) if score >= SpikeDetector.threshold]
        storm, false = council.judge(series, high)
        storms += len(storm)
        found += sum(delay is not None for _, delay, _ in storm)
        wrong += false
    assert found >= 0.8 * storms
    assert wrong <= 10  # of 8 topics in 126 days
