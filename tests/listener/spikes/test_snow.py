"""A snow day of 1,500 posts: what Urgent holds of it, and that nobody at risk is missed."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from listener.councilfile import shipped_council
from listener.mention import Heard, MentionKey
from listener.reading import MentionReader
from tests.listener.spikes.days import days_of, midnight, spread
from tests.listener.spikes.snow import Voice, snow_day

POSTS = 1500
ROWS = 75  # of a day with 12 things to make safe, each told by many, and some 15 people at risk


@pytest.mark.parametrize("seed", [301, 302])
def test_of_a_snow_day_the_dangers_stand_in_urgent_and_the_reports_do_not(seed: int) -> None:
    reader = MentionReader(shipped_council())
    grades: Counter[tuple[str, bool]] = Counter()
    for voice in snow_day(POSTS, seed):
        grade = reader.read(Heard("", "", voice.text, channel="facebook_group")).danger.grade
        if voice.part == "person":
            assert grade == "person", voice.text
        grades[voice.part, grade in ("person", "hazard")] += 1
    assert grades["service", True] < POSTS / 100
    assert grades["beside", True] < POSTS / 75
    assert grades["hazard", True] > 0.9 * (grades["hazard", True] + grades["hazard", False])


def test_of_a_snow_day_few_reports_are_read_as_chatter() -> None:
    reader = MentionReader(shipped_council())
    kinds = Counter(
        str(reader.read(Heard("", "", v.text, channel="facebook_group")).kind.value)
        for v in snow_day(POSTS, 303)
        if v.part == "service"
    )
    assert kinds["chatter"] < 0.03 * kinds.total()
    assert kinds["report"] + kinds["complaint"] + kinds["question"] > 0.9 * kinds.total()


@pytest.mark.long
def test_urgent_holds_few_rows_on_a_snow_day_and_misses_nobody_at_risk(tmp_path: Path) -> None:
    with days_of(tmp_path) as days:
        days.ordinary(7, 16)
        begins = midnight(days.now)
        told: dict[MentionKey, Voice] = {}
        times = spread(begins, POSTS, days.chance)
        for at, voice in zip(times, snow_day(len(times), 304), strict=True):
            who = f"neighbour {days.chance.randrange(900)}"
            told[days.say(at + timedelta(minutes=1), voice.text, who)] = voice
        reader = days.desk.reader()
        rows = reader.rows("urgent").rows
        leads = {r.key for r in rows}
        people = {k for k, v in told.items() if v.part == "person"}
        urgent = {k for k in told if reader.row(k).grade == "person"}
        reader.close()
    assert people <= urgent
    assert len(leads) == len(rows) <= ROWS
