"""The desk as a whole, on feeds of its own: what comes in, what is left out, what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from listener import events
from listener.commands import (
    AddMention,
    AddSource,
    AnswerQuestion,
    Correct,
    Decide,
    PauseSource,
    Poll,
    Snooze,
    Undo,
    UseChart,
    UseCouncil,
)
from listener.council import Service
from listener.desk import Desk
from listener.errors import Known, NotUnderstood, ProfileBusy, ProfileUnusable
from listener.mention import Heard, PollReport, SourceLine
from tests.listener.hearing.town import Town, http, town_of
from tests.listener.store.making import FakeClock

COUNCIL = """
name = "Larkford District Council"
short = "Larkford"
own_accounts = ["Larkford Council"]

[[members]]
name = "Ada Member"
handles = ["@ada_member"]
"""


def item(n: int, text: str, more: str = "") -> str:
    return (
        f"<item><guid>g{n}</guid><title>T {n}</title><link>http://t.example/{n}</link>"
        f"<description>{text}</description>{more}</item>"
    )


def rss(*items: str) -> bytes:
    feed = f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'
    return http(feed.encode(), "200 OK", "Content-Type: application/rss+xml")


@pytest.fixture
def town() -> Iterator[Town]:
    with town_of({}) as served:
        yield served


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, town: Town) -> Iterator[Desk]:
    """A desk on a council of its own with one feed, which polls only when asked."""
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    council = tmp_path / "council.toml"
    council.write_text(COUNCIL, encoding="utf-8")
    try:
        opened.ask(UseCouncil(council)).result()
        feed = AddSource(f"{town.base}/feed", "Feed", None, True, True, "hyperlocal")
        opened.ask(feed).result()
        yield opened
    finally:
        opened.close()


def poll(desk: Desk) -> PollReport:
    (report,) = desk.ask(Poll(True)).result()
    assert isinstance(report, PollReport)
    return report


def texts(desk: Desk) -> dict[str, str]:
    reader = desk.reader()
    found = {e.heard.id: e.heard.text for e in reader.exported()}
    reader.close()
    return found


def desk_services(desk: Desk) -> tuple[Service, ...]:
    reader = desk.reader()
    services = reader.council().services
    reader.close()
    return services


def source(desk: Desk) -> SourceLine:
    reader = desk.reader()
    line = next(s for s in reader.sources() if s.name == "Feed")
    reader.close()
    return line


def test_our_own_posts_are_no_mentions_and_members_are_marked(desk: Desk, town: Town) -> None:
    town.pages["/feed"] = rss(
        item(1, "Bins moved to Tuesday", "<author>Larkford Council</author>"),
        item(2, "I asked about the bins", "<author>@ada_member</author>"),
        item(3, "The bins again"),
    )
    assert poll(desk).new == 2
    reader = desk.reader()
    marks = {e.heard.id: e.heard.author_is for e in reader.exported()}
    reader.close()
    assert marks == {"g2": "member", "g3": "resident"}


def test_a_new_text_of_an_old_item_is_a_version_and_its_decision_stands(
    desk: Desk, town: Town
) -> None:
    town.pages["/feed"] = rss(item(1, "The bins were missed"))
    poll(desk)
    reader = desk.reader()
    key = reader.find("g1")
    desk.ask(Decide((key,), "forward")).result()
    town.pages["/feed"] = rss(item(1, "The bins were missed, and the glass too"))
    assert poll(desk).new == 0
    detail = reader.detail(key)
    reader.close()
    assert detail.versions == 2
    assert detail.heard.text.endswith("the glass too")
    assert detail.decision is not None


def test_what_an_officer_answered_stands_for_a_new_text(desk: Desk, town: Town) -> None:
    vague = (
        "Nobody told us about it and the council will not say",
        "Seen six this week, the council has not a clue",
        "Still nothing, four months on, typical council",
        "Honestly it is no way to run things at the council",
    )
    town.pages["/feed"] = rss(*(item(n, said) for n, said in enumerate(vague)))
    poll(desk)
    reader = desk.reader()
    row = reader.rows("unsure").rows[0]
    asked = reader.detail(row.key).verdict.asks
    desk.ask(AnswerQuestion(row.key, True, "Amy")).result()
    number = int(row.id.removeprefix("g"))
    town.pages["/feed"] = rss(item(number, f"{vague[number]}, honestly"))
    poll(desk)
    detail = reader.detail(row.key)
    reader.close()
    assert detail.versions == 2
    assert [s.by for s in detail.verdict.steps if s.question == asked] == ["Amy"]


def test_a_window_that_overflowed_is_said_and_polled_sooner(
    desk: Desk, town: Town, clock: FakeClock
) -> None:
    town.pages["/feed"] = rss(*(item(n, f"Said number {n} of lots") for n in range(10)))
    poll(desk)
    clock.later(hours=15)
    town.pages["/feed"] = rss(*(item(n, f"Said number {n} of lots") for n in range(50, 60)))
    poll(desk)
    assert source(desk).short
    next_at = source(desk).next_at
    assert next_at is not None
    assert next_at - clock() < timedelta(minutes=30)


def test_a_page_in_a_feed_s_place_is_a_fault_that_keeps_the_old_items(
    desk: Desk, town: Town
) -> None:
    town.pages["/feed"] = rss(item(1, "The bins were missed"))
    poll(desk)
    town.pages["/feed"] = http(b"<html><body>Please log in</body></html>", "200 OK", "X: y")
    report = poll(desk)
    assert report.status == "error"
    assert report.error
    assert texts(desk) == {"g1": "The bins were missed"}
    assert source(desk).total == 1


def test_dates_that_a_site_made_up_are_not_trusted(
    desk: Desk, town: Town, clock: FakeClock
) -> None:
    now = f"<pubDate>{clock():%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
    town.pages["/feed"] = rss(*(item(n, f"Old thing number {n}", now) for n in range(4)))
    poll(desk)
    reader = desk.reader()
    dates = [(e.heard.published, e.heard.date_fault) for e in reader.exported()]
    reader.close()
    assert all(at is None and "not trusted" in why for at, why in dates)


def test_a_first_fetch_and_an_import_never_notify(desk: Desk, town: Town) -> None:
    told: list[events.Event] = []
    desk.listen(told.append)
    town.pages["/feed"] = rss(item(1, "Smell of gas in Mill Lane"))
    poll(desk)
    town.pages["/feed"] = rss(item(2, "Smell of gas in Cross Lane, much worse now"))
    poll(desk)
    arrived = [e for e in told if isinstance(e, events.MentionsArrived)]
    assert [(e.new, e.urgent, e.quiet) for e in arrived] == [(1, 1, True), (1, 1, False)]


def test_a_paused_source_is_left_alone(desk: Desk, town: Town) -> None:
    town.pages["/feed"] = rss(item(1, "Bins"))
    desk.ask(PauseSource("Feed", True)).result()
    assert poll(desk).status in ("waiting", "stopped")
    assert town.asked == []
    desk.ask(PauseSource("Feed", False)).result()
    assert poll(desk).status == "new"


def test_what_a_person_adds_is_read_at_once_and_only_once(desk: Desk) -> None:
    said = Heard(
        "", "", "There is a live cable down in Mill Lane", public=False, author="Jo Private"
    )
    key = desk.ask(AddMention(said, "A group")).result()
    reader = desk.reader()
    detail = reader.detail(key)
    reader.close()
    assert detail.row.view == "urgent"
    assert detail.heard.author == ""
    with pytest.raises(Known, match="there already"):
        desk.ask(AddMention(said, "A group")).result()


def test_the_snoozed_wake_by_themselves(desk: Desk, town: Town, clock: FakeClock) -> None:
    key = desk.ask(AddMention(Heard("", "", "A pothole in Mill Lane burst my tyre"), "Me")).result()
    with pytest.raises(NotUnderstood):
        desk.ask(Snooze((key,), clock() - timedelta(minutes=1))).result()
    desk.ask(Snooze((key,), clock() + timedelta(hours=1))).result()
    reader = desk.reader()
    assert reader.detail(key).row.view == "snoozed"
    clock.later(hours=2)
    desk.ask(UseChart("council")).result()  # any command lets the engine look at its clock after
    desk.ask(UseChart("council")).result()
    assert reader.detail(key).row.view != "snoozed"
    reader.close()


def test_the_emergency_chart_ends_by_itself(desk: Desk, clock: FakeClock) -> None:
    desk.ask(UseChart("emergency")).result()
    reader = desk.reader()
    assert reader.chart()[0] == "emergency"
    clock.later(hours=13)
    desk.ask(Poll(True)).result()
    desk.ask(Poll(True)).result()
    assert reader.chart()[0] == "council"
    reader.close()


def test_an_undo_outlives_a_restart(tmp_path: Path, desk: Desk, clock: FakeClock) -> None:
    key = desk.ask(AddMention(Heard("", "", "A pothole in Mill Lane burst my tyre"), "Me")).result()
    desk.ask(Decide((key,), "no_reply")).result()
    desk.close()
    again = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    assert "taken back" in again.ask(Undo()).result()
    reader = again.reader()
    assert reader.detail(key).decision is None
    reader.close()
    again.close()


def test_a_mention_is_walked_by_what_an_officer_put_right(
    tmp_path: Path, desk: Desk, clock: FakeClock
) -> None:
    key = desk.ask(AddMention(Heard("", "", "Lovely day for a stroll"), "Me")).result()
    reader = desk.reader()
    before = reader.detail(key)
    category = next(s.category for s in desk_services(desk) if s.ours)
    desk.ask(Correct(key, "service", category, "Amy")).result()
    told = desk.ask(Correct(key, "kind", "complaint", "Amy")).result()
    detail = reader.detail(key)
    assert "positive" in [s.question for s in detail.verdict.steps]
    assert told == detail.verdict != before.verdict
    assert (detail.row.category, detail.row.outcome) == (category, told.outcome)
    assert any(s.because.endswith("Amy says so") for s in told.steps)
    assert desk.ask(Undo()).result() == "the correction of the kind taken back"
    assert "taken back" in desk.ask(Undo()).result()
    assert reader.detail(key).reading == before.reading
    assert reader.detail(key).verdict == before.verdict
    reader.close()


def test_a_danger_that_an_officer_sees_is_urgent_and_is_not_corrected_away_again(
    desk: Desk, clock: FakeClock
) -> None:
    said = Heard("", "", "The bins were missed in Mill Lane")
    key = desk.ask(AddMention(said, "Me")).result()
    reader = desk.reader()
    view = reader.row(key).view
    desk.ask(Snooze((key,), clock() + timedelta(hours=1))).result()
    assert desk.ask(Correct(key, "danger", "hazard")).result().outcome == "urgent"
    assert reader.row(key).view == "urgent"
    with pytest.raises(Known, match="leaves Urgent only"):
        desk.ask(Correct(key, "danger", "none")).result()
    desk.ask(Correct(key, "kind", "thanks")).result()
    assert reader.row(key).view == "urgent"
    for _ in range(3):
        desk.ask(Undo()).result()
    assert reader.row(key).view == view != "urgent"
    reader.close()


def test_corrections_outlive_a_new_text_another_council_and_another_chart(
    tmp_path: Path, desk: Desk, town: Town
) -> None:
    town.pages["/feed"] = rss(item(1, "The bins were missed"))
    poll(desk)
    reader = desk.reader()
    key = reader.find("g1")
    desk.ask(Correct(key, "kind", "praise")).result()
    desk.ask(Correct(key, "tone", "pleased")).result()
    town.pages["/feed"] = rss(item(1, "The bins were missed, and the glass too"))
    poll(desk)
    detail = reader.detail(key)
    assert (detail.versions, detail.row.tone, detail.reading.kind.value) == (
        2,
        "positive",
        "praise",
    )
    walked = {s.question: s.because for s in detail.verdict.steps}
    assert "says so" in walked["positive"]
    desk.ask(UseCouncil(tmp_path / "council.toml")).result()
    desk.ask(UseChart("classic")).result()
    again = reader.detail(key)
    assert again.reading.kind == detail.reading.kind
    assert again.row.tone == "positive"
    reader.close()


def test_a_profile_has_one_writer_and_a_looker_changes_nothing(tmp_path: Path, desk: Desk) -> None:
    with pytest.raises(ProfileBusy):
        Desk.open(tmp_path / "profile", workers=0)
    looker = Desk.open(tmp_path / "profile", look_only=True)
    assert not looker.writes
    with pytest.raises(ProfileUnusable):
        looker.ask(Undo())
    looker.close()


def test_a_computer_that_slept_was_not_listening(
    tmp_path: Path, desk: Desk, clock: FakeClock
) -> None:
    desk.close()
    listening = Desk.open(tmp_path / "profile", workers=0, clock=clock)
    try:
        listening.ask(PauseSource("Feed", True)).result()
        reader = listening.reader()
        assert reader.missed() is None
        fell_asleep = clock()
        woke = clock.later(hours=9)
        listening.ask(PauseSource("Feed", False)).result()
        listening.ask(PauseSource("Feed", True)).result()  # the beat comes before a command
        missed = reader.missed()
        reader.close()
        assert missed is not None
        assert missed.until == woke
        assert abs(missed.since - fell_asleep) <= timedelta(minutes=1)
    finally:
        listening.close()
