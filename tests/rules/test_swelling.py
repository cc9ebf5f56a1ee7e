"""One topic's counts: when it was busy, and how that is said."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from rules.heeding import A_DAY
from rules.spike import SpikeDetector
from rules.spikewords import mix_words, span_words, sureness, usual_of
from rules.swelling import Episode, Watch, times_over

MONDAY = 4 * A_DAY  # 5 January 1970


def ordinary(days: int, seed: int = 1) -> dict[int, int]:
    chance = random.Random(seed)
    found: dict[int, int] = {}
    for day in range(days):
        for _ in range(chance.randint(0, 4)):
            quarter = MONDAY + day * A_DAY + chance.randint(32, 84)
            found[quarter] = found.get(quarter, 0) + 1
    return found


def storm(counts: dict[int, int], day: int, people: int = 20) -> int:
    begins = MONDAY + day * A_DAY + 34
    for n in range(people):
        counts[begins + n % 8] = counts.get(begins + n % 8, 0) + 1
    return begins


def test_ordinary_weeks_have_no_episode_that_is_asked_for() -> None:
    watch = Watch(None, MONDAY)
    assert all(e.evidence < 1.3 for e in watch.over(sorted(ordinary(60).items())))


def test_a_storm_is_one_episode_with_what_is_usual_for_it() -> None:
    counts = ordinary(40)
    begins = storm(counts, 30)
    watch = Watch(None, MONDAY)
    (episode,) = [e for e in watch.over(sorted(counts.items())) if e.evidence >= 1]
    assert begins - 4 <= episode.began <= begins + 2
    assert episode.noticed <= begins + 3
    assert begins + 6 <= episode.last <= begins + 20
    assert episode.people >= 20
    assert episode.mean < 3
    assert 0 <= episode.day_low <= episode.day_high <= 6
    assert episode.rarely > 3
    assert watch.standing() is None


def test_it_goes_on_from_a_state_as_if_it_had_never_stopped() -> None:
    counts = ordinary(40)
    begins = storm(counts, 30)
    ordered = sorted(counts.items())
    whole = Watch(None, MONDAY).over(ordered)
    cut = next(n for n, (q, _) in enumerate(ordered) if q > begins + 3)
    first = Watch(None, MONDAY)
    found = first.over(ordered[:cut])
    second = Watch(json.loads(json.dumps(first.state())), 0)
    assert first.standing() is not None
    found += second.over(ordered[cut:])
    assert [(e.began, e.last, e.people) for e in found] == [
        (e.began, e.last, e.people) for e in whole
    ]
    assert found[-1].evidence == pytest.approx(whole[-1].evidence, rel=0.01)


def test_the_day_after_one_post_does_not_begin_the_storm_again() -> None:
    counts = ordinary(40)
    begins = storm(counts, 30)
    for later in range(60, 90, 10):
        counts[begins + later] = 1
    found = Watch(None, MONDAY).over(sorted(counts.items()))
    assert len([e for e in found if e.began >= begins - 4 and e.began < begins + 2 * A_DAY]) == 1


def test_nothing_stands_out_in_the_first_half_day_of_listening() -> None:
    watch = Watch(None, MONDAY)
    watch.over((MONDAY + n, 5) for n in range(20))
    assert watch.standing() is None


def test_the_usual_week_is_told_in_people_a_day_and_in_hours() -> None:
    watch = Watch(None, MONDAY)
    watch.over(sorted(ordinary(60).items()))
    assert 1 < watch.a_day() < 3
    ranges = watch.hours(MONDAY + 60 * A_DAY, 24)
    assert len(ranges) == 24
    assert all(0 <= low <= high <= 4 for low, high in ranges)


def test_the_threshold_itself_is_once_the_threshold() -> None:
    assert times_over(SpikeDetector.threshold) == 1
    assert times_over(0.0) == 0
    assert times_over(1.0) > 1_000


TUESDAY = MONDAY + A_DAY
EPISODE = Episode(
    TUESDAY + 31, TUESDAY + 36, TUESDAY + 32, 2.0, 14, 1.2, 0, 2, 1, 3, rarely=1.72, seen=60
)


def test_how_sure_it_is_is_said_in_weekdays() -> None:
    assert sureness(EPISODE) == "busier than 49 of 50 Tuesdays"
    assert sureness(replace(EPISODE, rarely=9.0)) == "busier than 999 of 1,000 Tuesdays"
    assert sureness(replace(EPISODE, rarely=0.5)) == "busier than most Tuesdays"


def test_so_soon_it_is_said_from_how_many_days() -> None:
    young = replace(EPISODE, seen=9.2)
    assert sureness(young) == "busier than 49 of 50 days, judged from 9 days of listening"
    low_high, words = usual_of([replace(EPISODE, seen=3)])
    assert low_high == (0, 2)
    assert words == "0 to 2 would be usual, as far as is known so soon"


def test_what_is_usual_is_said_of_the_day_or_of_as_long_a_time() -> None:
    assert usual_of([EPISODE]) == ((1, 3), "a usual Tuesday has 1 to 3 by 09:00")
    twice = [EPISODE, replace(EPISODE, began=EPISODE.began + A_DAY, last=EPISODE.last + A_DAY)]
    assert usual_of(twice) == ((0, 4), "in as long a time 0 to 4 would be usual")


def test_words_for_spans_and_kinds() -> None:
    assert [span_words(0, 0), span_words(2, 2), span_words(1, 3)] == ["none", "2", "1 to 3"]
    assert mix_words({"question": 3, "complaint": 11}) == "11 complaints, 3 questions"
    assert mix_words({"question": 1}) == "1 question"
