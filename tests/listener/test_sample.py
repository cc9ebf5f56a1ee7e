"""The sample town: real feeds on loopback, three weeks of talk, a storm, no thread left."""

from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from listener.commands import BuildDigest, CountNow, Poll
from listener.councilfile import shipped_council
from listener.desk import Desk
from listener.reading import MentionReader
from listener.sample import LIVE, SampleTown, mentions, said_at, sources, works
from listener.sources.feed import parse
from listener.sources.parsed import Parsed

EPOCH = datetime(2026, 11, 24, 15, 20, tzinfo=UTC)
WEEKS = timedelta(days=22)


class At:
    """A clock that stands where it is put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> At:
    return At(EPOCH)


@pytest.fixture
def town(clock: At) -> Iterator[SampleTown]:
    served = SampleTown(EPOCH, clock=clock)
    served.start()
    yield served
    served.stop()


def heard(town: SampleTown, now: datetime) -> dict[str, Parsed]:
    """Every feed of the town, fetched and parsed."""
    found = {}
    for name, address, channel in town.addresses():
        with urllib.request.urlopen(address, timeout=5) as answer:
            headers = {k.lower(): v for k, v in answer.headers.items()}
            found[name] = parse(answer.read(), headers, address, now, channel)
    return found


def test_twelve_sources_of_four_formats_say_some_three_hundred_things() -> None:
    said = Counter(m.source for m in mentions())
    assert set(said) == {s.slug for s in sources()}
    assert len(said) == 12
    assert {s.format for s in sources()} == {"rss", "atom", "rdf", "json"}
    assert 300 <= sum(said.values()) <= 360


def test_a_first_poll_hears_all_three_weeks(town: SampleTown) -> None:
    parsed = heard(town, EPOCH)
    times = [m.published for p in parsed.values() for m in p.mentions if m.published]
    assert len(times) == sum(m.minutes >= 0 for m in mentions())
    assert EPOCH - WEEKS < min(times) < EPOCH - timedelta(days=20)
    assert max(times) <= EPOCH
    assert not any(p.notes or p.cut for p in parsed.values())


def test_words_and_names_come_through_the_feeds_unchanged(town: SampleTown) -> None:
    parsed = heard(town, EPOCH)
    names = {s.slug: s.name for s in sources()}
    came = {(name, m.title, m.text) for name, p in parsed.items() for m in p.mentions}
    written = {(names[m.source], m.title, m.text) for m in mentions() if m.minutes >= 0}
    assert came == written


def test_more_is_said_in_the_hours_that_follow(town: SampleTown, clock: At) -> None:
    before = sum(len(p.mentions) for p in heard(town, clock.now).values())
    clock.now = EPOCH + timedelta(minutes=30)
    soon = sum(len(p.mentions) for p in heard(town, clock.now).values())
    clock.now = EPOCH + timedelta(hours=3)
    later = sum(len(p.mentions) for p in heard(town, clock.now).values())
    assert before < soon < later == len(mentions())


def test_an_unchanged_feed_answers_with_nothing(town: SampleTown) -> None:
    _, address, _ = town.addresses()[0]
    with urllib.request.urlopen(address, timeout=5) as answer:
        tag = answer.headers["ETag"]
    again = urllib.request.Request(address, headers={"If-None-Match": tag})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(again, timeout=5)
    with refused.value as answer:
        assert (answer.code, answer.read()) == (304, b"")


def test_the_report_site_tells_category_and_place(town: SampleTown) -> None:
    (reports,) = (p for n, p in heard(town, EPOCH).items() if n == "Report It Brackenford")
    assert all(m.category and m.place and m.already_routed for m in reports.mentions)


@pytest.mark.parametrize("hour", [0, 6, 12, 19, 23])
def test_the_storm_fills_ten_hours_of_one_day_whenever_the_app_is_started(hour: int) -> None:
    epoch = datetime(2026, 7, 1, hour, 50, tzinfo=UTC)
    storm = [
        said_at(m.minutes, epoch).astimezone(ZoneInfo("Europe/London"))
        for m in mentions()
        if LIVE <= m.minutes <= 780
    ]
    assert len(storm) >= 60
    assert len({t.date() for t in storm}) == 1
    assert (min(storm).hour, max(storm).hour) == (6, 16)
    assert epoch - max(storm) <= timedelta(hours=28)


def test_nothing_is_said_out_of_its_order() -> None:
    for minute in range(0, 1440, 30):
        epoch = EPOCH + timedelta(minutes=minute)
        times = [said_at(m.minutes, epoch) for m in mentions()]
        assert times == sorted(times)


def test_most_of_the_storm_is_read_as_roadworks() -> None:
    reader = MentionReader(shipped_council())
    with_town = SampleTown(EPOCH, clock=lambda: EPOCH)
    with_town.start()
    try:
        said = [m for p in heard(with_town, EPOCH).values() for m in p.mentions]
    finally:
        with_town.stop()
    start, end = said_at(780, EPOCH), said_at(LIVE, EPOCH)
    storm = [reader.read(m) for m in said if m.published and start <= m.published <= end]
    roads = [r for r in storm if any(s.area == "Highways and transport" for s in r.services)]
    assert len(roads) >= 36


def test_a_taken_port_is_left_for_another() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        taken = held.getsockname()[1]
        town = SampleTown(EPOCH, taken)
        try:
            assert town.start() != taken
        finally:
            town.stop()


def test_no_thread_outlives_the_town_even_with_a_caller_who_says_nothing(town: SampleTown) -> None:
    town.stop()
    before = set(threading.enumerate())
    other = SampleTown(EPOCH)
    with socket.create_connection(("127.0.0.1", other.start())) as silent:
        silent.sendall(b"GET /tipley-talk HTTP/1.1\r\n\r\n")
        assert silent.recv(20)
        other.stop()
    assert set(threading.enumerate()) == before


def test_known_works_come_with_the_town_and_lie_around_its_storm() -> None:
    found = {w.street: w for w in works(EPOCH)}
    assert set(found) == {"Wolverton Road", "Tollgate island", "High Street"}
    gas = found["Wolverton Road"]
    assert gas.starts < said_at(780, EPOCH) < EPOCH + timedelta(days=3) < gas.ends
    assert gas.sentence == "Gas main renewal, Cadent, to 12 December, two-way lights"
    assert found["High Street"].kind == "event"


def test_the_sample_has_them_on_its_calendar_once_and_its_storm_says_what_explains_it(
    tmp_path: Path,
) -> None:
    for _ in range(2):
        desk = Desk.open(tmp_path, workers=0, polling=False)
        try:
            desk.ask(Poll(True, ())).result()
            desk.ask(CountNow()).result()
            reader = desk.reader()
            assert len(reader.works()) == 3
            (spike,) = reader.spikes()
            assert spike.title == "Roadworks and closures · Wolverton Road"
            assert spike.explained.startswith("Gas main renewal, Cadent, to ")
            assert sum(spike.mix.values()) == spike.posts
            made = desk.ask(BuildDigest("", spike.key)).result()
            assert f": {spike.posts} posts in " in made.subject
            assert f"{spike.posts} posts from " in made.plain
            reader.close()
        finally:
            desk.close()
