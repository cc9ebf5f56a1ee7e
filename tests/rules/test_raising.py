"""Of many busy topics one spike is made; people are told when it is worth telling."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rules.raising import (
    Floors,
    Pace,
    Raised,
    Swell,
    affairs,
    grown,
    opened_again,
    same_spike,
    silent_topic,
    tell_now,
    too_small,
)
from rules.topic import ALL, Topic, covers, topics_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROAD = Topic("Roadworks", "Mill Lane")


def swell(
    topic: Topic, mentions: range, *, usual: float = 1, evidence: float = 2, people: int = 0
) -> Swell:
    many = len(mentions)
    return Swell(topic, 100, 110, evidence, many - usual, frozenset(mentions), many, people or many)


def raised(**more: object) -> Raised:
    kept = Raised(1, ROAD, "open", NOW - timedelta(hours=2), NOW, frozenset(range(20)))
    return replace(kept, **more)  # type: ignore[arg-type]


def leads(*swells: Swell) -> list[str]:
    return [a.lead.topic.title for a in affairs(swells)]


def test_a_mention_belongs_to_its_service_its_places_both_and_everything() -> None:
    assert topics_of("Bins", ("Mill Lane",)) == (
        ALL, Topic("Bins"), Topic("", "Mill Lane"), Topic("Bins", "Mill Lane"),
    )  # fmt: skip
    assert topics_of("", ()) == (ALL,)
    assert ALL.title == "Everything heard"


def test_a_silence_holds_for_what_is_narrower_and_everything_heard_for_itself_alone() -> None:
    assert covers(Topic("Roadworks"), ROAD)
    assert covers(Topic("", "Mill Lane"), ROAD)
    assert covers(ROAD, ROAD)
    assert not covers(ROAD, Topic("Roadworks"))
    assert not covers(ALL, ROAD)
    assert covers(ALL, ALL)


def test_two_posts_are_never_a_spike_and_neither_is_one_loud_author() -> None:
    assert "only 2 posts" in too_small(swell(ROAD, range(2), evidence=99), Floors(), "watchful")
    loud = swell(ROAD, range(40), evidence=99, people=1)
    assert "only 1 people" in too_small(loud, Floors(), "watchful")
    assert too_small(swell(ROAD, range(20)), Floors(), "usual") == ""


def test_a_calm_listener_asks_for_more() -> None:
    weak = swell(ROAD, range(20), evidence=1.2)
    assert too_small(weak, Floors(), "usual") == ""
    assert "calm" in too_small(weak, Floors(), "calm")


def test_the_narrow_topic_that_says_nearly_all_of_it_is_the_title() -> None:
    found = affairs(
        [
            swell(ALL, range(50), usual=10),
            swell(Topic("Roadworks"), range(40), usual=2),
            swell(Topic("", "Mill Lane"), range(38), usual=2),
            swell(ROAD, range(36), usual=1),
        ]
    )
    assert [a.lead.topic for a in found] == [ROAD]
    assert found[0].absorbed == ("Everything heard", "Roadworks", "Mill Lane")


def test_a_place_with_many_troubles_is_told_of_as_the_place() -> None:
    place = Topic("", "Mill Lane")
    assert leads(swell(place, range(40)), swell(ROAD, range(15))) == ["Mill Lane"]


def test_snow_absorbs_its_roads() -> None:
    snow = Topic("Gritting")
    roads = [
        s
        for n in range(10)
        for s in (
            swell(Topic("", f"Road {n}"), range(n * 100, n * 100 + 90)),
            swell(Topic("Gritting", f"Road {n}"), range(n * 100, n * 100 + 85)),
        )
    ]
    whole = swell(ALL, range(1100), usual=30)
    (affair,) = affairs([whole, swell(snow, range(1000)), *roads])
    assert affair.lead.topic == snow
    assert len(affair.absorbed) == 21


def test_two_affairs_at_once_are_two() -> None:
    bins = swell(Topic("Bins"), range(100, 130))
    road = swell(ROAD, range(40))
    assert leads(road, bins) == [ROAD.title, "Bins"]
    assert leads(road, bins, swell(ALL, range(130), usual=40)) == [ROAD.title, "Bins"]


def test_more_affairs_than_a_few_at_once_are_everything_heard() -> None:
    many = [swell(Topic(f"Service {n}"), range(n * 20, n * 20 + 20)) for n in range(6)]
    assert leads(*many, swell(ALL, range(140), usual=10)) == ["Everything heard"]


def test_everything_heard_is_told_of_where_no_topic_says_it() -> None:
    assert leads(swell(ALL, range(60)), swell(ROAD, range(8))) == ["Everything heard"]


def test_people_are_told_after_a_hold_and_again_when_it_has_grown() -> None:
    pace = Pace(timedelta(minutes=10), timedelta(hours=2))
    new = raised(noticed=NOW)
    told, due, why = tell_now(new, 8, NOW, pace, False)
    assert (told, due) == (False, NOW + timedelta(minutes=10))
    assert "held" in why
    assert tell_now(new, 8, NOW + timedelta(minutes=10), pace, False)[0]
    old = raised(told_at=NOW, told_posts=8)
    assert not tell_now(old, 12, NOW + timedelta(hours=5), pace, False)[0]
    told, due, _ = tell_now(old, 13, NOW + timedelta(hours=1), pace, False)
    assert (told, due) == (False, NOW + timedelta(hours=2))
    told, _, why = tell_now(old, 13, NOW + timedelta(hours=2), pace, False)
    assert told
    assert why == "it has grown: 13 posts, 8 when last told"


def test_nobody_is_told_of_what_is_silenced_or_known_to_be_none() -> None:
    late = NOW + timedelta(days=1)
    assert not tell_now(raised(), 90, late, Pace(), True)[0]
    assert not tell_now(raised(dismissed=True), 90, late, Pace(), False)[0]


@pytest.mark.parametrize(
    ("posts", "before", "so"), [(12, 8, False), (13, 8, True), (29, 20, False)]
)
def test_grown_is_half_as_many_again_and_five_more(posts: int, before: int, so: bool) -> None:
    assert grown(posts, before) is so


def test_an_acknowledged_spike_opens_again_with_its_reason() -> None:
    seen = raised(status="acknowledged", seen_posts=10)
    assert opened_again(seen, 14, back=False) == ""
    assert opened_again(seen, 15, back=False).startswith("it has grown: 15 posts")
    assert opened_again(raised(status="ended"), 30, back=True) == "it is back"
    assert opened_again(raised(status="ended", dismissed=True), 30, back=True) == ""


def test_the_same_topic_within_two_days_or_the_same_posts_are_the_same_spike() -> None:
    kept = [raised()]
    later = NOW + timedelta(hours=40)

    def same(topic: Topic, began: datetime, mentions: range) -> bool:
        return bool(same_spike(topic, began, began, mentions, kept))

    assert same(ROAD, later, range(100, 120))
    assert same(Topic("", "Mill Lane"), later, range(100, 120))
    assert not same(Topic("Roadworks", "High Street"), later, range(100, 120))
    assert not same(ROAD, NOW + timedelta(hours=60), range(100, 120))
    assert same(Topic("Bins"), NOW, range(5, 15))


def test_a_topic_is_strangely_silent_only_after_long() -> None:
    assert not silent_topic(rate=0.2, days=30, known=90)
    assert not silent_topic(rate=8, days=2, known=90)
    assert silent_topic(rate=8, days=4, known=90)
    assert not silent_topic(rate=8, days=4, known=0.1)  # one lively morning tells nothing
    assert not silent_topic(rate=8, days=60, known=90)  # nobody needs to hear it for ever


def test_a_lively_morning_of_unlike_things_is_no_spike() -> None:
    lively = swell(ALL, range(14))
    assert "a spike has at least 20" in too_small(lively, Floors(), "usual")
    assert not too_small(swell(ALL, range(40)), Floors(), "usual")


def test_an_affair_is_called_by_the_place_that_nearly_all_name_who_name_any() -> None:
    wide = replace(swell(Topic("Roadworks"), range(40), usual=2), placed=20)
    narrow = swell(ROAD, range(16), usual=1)
    (found,) = affairs([wide, narrow])
    assert (found.topic, found.lead.topic) == (ROAD, Topic("Roadworks"))
    assert len(found.lead.mentions) == 40  # those without a place are part of it still
    assert found.absorbed == ()
    (spread,) = affairs([wide, swell(ROAD, range(13), usual=1)])
    assert spread.topic == Topic("Roadworks")
    (few,) = affairs([replace(wide, placed=8), swell(ROAD, range(8), usual=1)])
    assert few.topic == Topic("Roadworks")


def test_snow_is_not_called_by_one_of_its_roads_nor_a_place_by_one_of_its_troubles() -> None:
    snow = replace(swell(Topic("Gritting"), range(1000)), placed=900)
    roads = [swell(Topic("Gritting", f"R{n}"), range(n * 90, n * 90 + 85)) for n in range(10)]
    assert affairs([snow, *roads])[0].topic == Topic("Gritting")
    place = replace(swell(Topic("", "Mill Lane"), range(40)), placed=40)
    assert affairs([place, swell(ROAD, range(15))])[0].topic == Topic("", "Mill Lane")


def test_what_comes_along_with_one_great_affair_is_part_of_it() -> None:
    snow = swell(Topic("Gritting"), range(200), usual=1)
    many = [swell(Topic(f"Service {n}"), range(200 + n * 15, 215 + n * 15)) for n in range(6)]
    (affair,) = affairs([snow, *many, swell(ALL, range(290), usual=10)])
    assert affair.lead.topic == Topic("Gritting")
    assert len(affair.absorbed) == 7


def test_an_affair_at_one_place_is_not_lost_in_everything_heard() -> None:
    whole = swell(ALL, range(26), usual=4)
    roadworks = swell(Topic("Roadworks"), range(16), usual=0)
    at_it = swell(ROAD, range(11), usual=0)
    assert leads(whole, roadworks, at_it) == [ROAD.title]
    (called,) = affairs([whole, replace(roadworks, placed=12), at_it])
    assert (called.topic, called.lead.posts) == (ROAD, 16)
