"""A town's days from what is said to what is told: what is a spike, what is none, what is back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from listener.commands import (
    AcknowledgeSpike,
    EndSilence,
    EndSpike,
    NotASpike,
    SilenceTopic,
    Undo,
)
from listener.errors import Known, NotFound, NotUnderstood
from listener.spike import Spike
from tests.listener.spikes.days import PRESS, ROADS, SNOW, STORM, Days, days_of, midnight

ROADWORKS = "Roadworks and closures · Wolverton Road"


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Days]:
    """A town that has been listened to for a week."""
    with days_of(tmp_path) as town:
        town.ordinary(7, 16)
        yield town


def one(days: Days) -> Spike:
    (spike,) = days.spikes()
    return spike


def test_an_ordinary_week_has_no_spike(days: Days) -> None:
    assert days.spikes() == ()
    assert days.told == []


def test_a_storm_is_one_spike_with_the_title_that_says_it_best(days: Days) -> None:
    begins = midnight(days.now) + timedelta(days=1, hours=7, minutes=40)
    days.ordinary(1, 16)
    said = days.storm(begins, STORM, 24, 3)
    spike = one(days)
    assert (spike.title, spike.status, spike.place) == (ROADWORKS, "open", "Wolverton Road")
    assert spike.area == "Highways and transport"
    assert begins <= spike.began <= begins + timedelta(hours=1)
    assert spike.noticed - spike.began <= timedelta(minutes=90)
    assert spike.posts == spike.people == sum(spike.mix.values())
    assert not spike.at_least
    assert spike.posts + sum(spike.beside.values()) >= 20
    reader = days.desk.reader()
    keys = reader.spike_keys(spike.key)
    assert set(keys) <= set(said) | set(keys[:2])
    bars = reader.spike_bars(spike.key)
    assert sum(b.posts for b in bars if b.part) == spike.posts
    assert 15 <= len(bars) <= 24
    assert any(label == "How rare" for label, _ in reader.spike_figures(spike.key))
    assert reader.row(keys[-1]).key == keys[-1]
    assert reader.spike_of(keys[-1]) == (spike.key, ROADWORKS)
    reader.close()


def test_it_is_told_once_after_a_short_hold_and_again_only_when_it_has_grown(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 10, 1, every=1)
    days.count(begins + timedelta(hours=1, minutes=30))
    assert [(t.title, t.quiet, t.why) for t in days.told] == [(ROADWORKS, False, "it is new")]
    days.storm(begins + timedelta(hours=1, minutes=40), STORM, 30, 2, every=1)
    days.count(begins + timedelta(hours=4))
    assert len(days.told) == 2
    assert days.told[1].why.startswith("it has grown: ")
    assert days.told_at[1] - days.told_at[0] >= timedelta(hours=2)


def test_it_ends_when_nothing_unusual_is_heard_for_hours(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 20, 2)
    days.count(begins + timedelta(hours=9))
    spike = one(days)
    assert spike.status == "ended"
    assert spike.ended is not None
    assert spike.ended <= begins + timedelta(hours=2, minutes=15)


def test_an_acknowledged_storm_that_comes_back_the_next_day_is_open_again(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 20, 2)
    spike = one(days)
    days.desk.ask(AcknowledgeSpike(spike.key, "Amy", "Highways duty desk")).result()
    assert one(days).status == "acknowledged"
    assert "Highways duty desk" in one(days).acknowledged
    told = len(days.told)
    days.count(begins + timedelta(hours=12))
    assert one(days).status == "ended"
    days.storm(begins + timedelta(days=1), STORM, 20, 2)
    days.count(begins + timedelta(days=1, hours=2, minutes=30))
    back = one(days)
    assert (back.key, back.status) == (spike.key, "open")
    assert back.posts > spike.posts
    assert len(days.told) > told
    reader = days.desk.reader()
    assert "open again: it is back" in [h.what for h in reader.spike_history(spike.key)]
    reader.close()


def test_an_acknowledged_spike_opens_again_when_it_grows(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 10, 1)
    spike = one(days)
    days.desk.ask(AcknowledgeSpike(spike.key, "Amy")).result()
    days.storm(begins + timedelta(hours=1), STORM, 4, 0.5)
    assert one(days).status == "acknowledged"
    days.storm(begins + timedelta(hours=1, minutes=40), STORM, 20, 1)
    assert one(days).status == "open"


def test_an_acknowledgement_is_taken_back(days: Days) -> None:
    days.storm(midnight(days.now) + timedelta(hours=8), STORM, 12, 1)
    spike = one(days)
    days.desk.ask(AcknowledgeSpike(spike.key, "Amy")).result()
    said = days.desk.ask(Undo("Ben")).result()
    assert said == "the acknowledgement taken back"
    assert one(days).status == "open"
    assert one(days).acknowledged == ""


def test_taking_back_an_acknowledgement_keeps_what_was_counted_since(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 12, 1)
    before = one(days)
    days.desk.ask(AcknowledgeSpike(before.key, "Amy")).result()
    days.storm(begins + timedelta(hours=1), STORM, 4, 0.4)
    days.desk.ask(Undo("Amy")).result()  # of the last mention that was added
    for _ in range(3):
        days.desk.ask(Undo("Amy")).result()
    days.desk.ask(Undo("Amy")).result()
    days.count()
    assert (one(days).status, one(days).posts) == ("open", before.posts)


def test_an_ended_spike_is_back_only_with_far_more_or_anew(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 12, 1)
    spike = one(days)
    days.desk.ask(EndSpike(spike.key, "Amy", "the road is open")).result()
    days.storm(begins + timedelta(hours=1), STORM, 3, 0.3)
    assert one(days).status == "ended"
    with pytest.raises(Known):
        days.desk.ask(EndSpike(spike.key)).result()
    days.storm(begins + timedelta(hours=1, minutes=30), STORM, 20, 1)
    assert one(days).status == "open"


def test_what_somebody_says_is_no_spike_is_told_of_no_more(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 12, 1)
    spike = one(days)
    with pytest.raises(NotUnderstood):
        days.desk.ask(NotASpike(spike.key, " ")).result()
    days.desk.ask(NotASpike(spike.key, "an exercise", "Amy")).result()
    told = len(days.told)
    days.storm(begins + timedelta(hours=1), STORM, 30, 2)
    days.count(begins + timedelta(hours=5))
    assert one(days).status == "ended"
    assert len(days.told) == told
    with pytest.raises(Known):
        days.desk.ask(NotASpike(spike.key, "again", "Amy")).result()
    with pytest.raises(NotFound):
        days.desk.ask(EndSpike(99)).result()


def test_a_silenced_topic_is_told_of_only_when_its_silence_ends(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    until = begins + timedelta(days=2)
    with pytest.raises(NotUnderstood):
        days.desk.ask(SilenceTopic("", "Wolverton Road", until, "")).result()
    key = days.desk.ask(SilenceTopic("", "Wolverton Road", until, "known works", "Amy")).result()
    days.storm(begins, STORM, 14, 1)
    days.count(begins + timedelta(hours=1, minutes=30))
    assert days.told == []
    spike = one(days)
    assert spike.status == "acknowledged"
    assert "known works" in spike.acknowledged
    reader = days.desk.reader()
    (silence,) = reader.silences()
    assert [s.key for s in silence.hides] == [spike.key]
    assert [s.key for s in reader.would_hide("", "Wolverton Road", until)] == [spike.key]
    assert reader.would_hide("", "Park Lane", until) == ()
    reader.close()
    days.desk.ask(EndSilence(key, "Amy")).result()
    days.count()
    assert one(days).status == "open"
    assert len(days.told) == 1
    with pytest.raises(Known):
        days.desk.ask(EndSilence(key)).result()


def test_a_press_text_copied_in_five_feeds_is_no_spike(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=9)
    for n in range(5):
        days.say(begins + timedelta(minutes=6 * n), PRESS, f"The Paper {n}", "news_feed")
        days.count()
    assert days.spikes() == ()


def test_residents_who_copy_a_text_count_each(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=9)
    text = "Stop the roadworks on Wolverton Road now, put up signs with an end date!"
    for n in range(12):
        days.say(begins + timedelta(minutes=4 * n), text, f"resident copy {n}")
        days.count()
    assert (one(days).posts, one(days).people) == (12, 12)


def test_one_loud_author_makes_no_spike(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=9)
    days.storm(begins, STORM, 40, 3, authors=["loud one"], every=10)
    assert days.spikes() == ()


def test_two_quiet_posts_make_no_spike(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=3)
    days.storm(begins, SNOW, 2, 0.2, every=1)
    assert days.spikes() == ()


def test_a_catch_up_after_a_weekend_finds_what_is_past_without_shouting(days: Days) -> None:
    saturday = midnight(days.now) + timedelta(hours=9)
    monday = saturday + timedelta(days=2)
    days.now = monday  # nobody listened before
    days.storm(saturday, STORM, 20, 2, every=100)
    assert one(days).status == "past"
    assert one(days).title == ROADWORKS
    assert days.told == []


def test_a_possible_danger_counts_and_praise_is_beside(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=8)
    days.storm(begins, STORM, 12, 1)
    before = one(days)
    thanks = "Thank you so much to the crew at the roadworks on Wolverton Road, brilliant work!"
    days.say(days.now, thanks, "somebody pleased")
    days.storm(days.now, STORM, 3, 0.3)
    after = one(days)
    assert sum(after.beside.values()) == sum(before.beside.values()) + 1


@pytest.mark.long
def test_a_snow_day_of_1500_posts_is_one_spike_that_absorbs_its_roads(days: Days) -> None:
    begins = midnight(days.now) + timedelta(hours=5)
    authors = [f"neighbour {n}" for n in range(900)]
    days.storm(begins, SNOW, 1500, 14, authors, every=50)
    spike = one(days)
    assert spike.title == "Gritting and winter service"
    assert set(spike.absorbed) >= set(ROADS)
    assert spike.posts > 900
    assert len(days.told) <= 8
