"""Digests are written, edited, dropped and taken back; each thing is told once, and when due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from listener.commands import BuildDigest, Change, DropDigest, EditDigest, Undo
from listener.desk import Desk
from listener.digesting import Digesting
from listener.errors import Known, NotFound, NotUnderstood
from listener.events import DigestsChanged, Event
from listener.forward.letter import MASKED
from listener.handoff import Digest, DigestKey
from listener.mention import MentionKey
from listener.spike import SpikeKey
from listener.store import Store
from listener.store.reading import Reader
from tests.listener.digests.saying import HIGHWAYS
from tests.listener.digests.town import Clock, hand_over, one, town

SPIKE = SpikeKey(1)


@contextmanager
def opened(folder: Path, clock: Clock) -> Iterator[Desk]:
    desk = Desk.open(folder, workers=0, polling=False, clock=clock)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(town(tmp_path, clock), clock) as made:
        yield made


def look(desk: Desk, at: Callable[[Reader], Any]) -> Any:
    reader = desk.reader()
    try:
        return at(reader)
    finally:
        reader.close()


def build(desk: Desk) -> Digest:
    made: Digest = desk.ask(BuildDigest(spike=SPIKE, by="Amy")).result()
    return made


def test_a_preview_keeps_nothing_and_says_what_would_be_written(desk: Desk) -> None:
    seen = look(desk, lambda r: r.preview_digest(spike=SPIKE))
    assert seen.subject == "Roadworks on Wolverton Road: 10 posts in 90 minutes"
    assert MASKED in seen.plain.replace("\n", " ")
    assert seen.key == 0
    assert look(desk, lambda r: r.digests()) == ()


def test_a_draft_is_kept_with_its_token_addresses_mentions_and_links(desk: Desk) -> None:
    heard: list[Event] = []
    desk.listen(heard.append)
    desk.ask(Change("responses_address", "replies@brackenford.example")).result()
    made = build(desk)
    assert (made.state, made.area, made.by) == ("draft", HIGHWAYS, "Amy")
    assert made.to == ("highways@brackenford.example",)
    assert len(made.mentions) == 10
    assert made.html.count("mailto:replies@brackenford.example") == 4
    assert made.token in made.html
    assert "lane_ender" not in made.plain + made.html + made.csv
    assert "BrackenfordMBC" not in made.plain + made.html + made.csv
    assert DigestsChanged((made.key,)) in heard
    assert look(desk, lambda r: r.digest(made.key)) == made
    assert [d.key for d in look(desk, lambda r: r.digests(HIGHWAYS, ("draft",)))] == [made.key]
    assert [(by, act) for _, by, act in made.acts] == [("Amy", "written")]


def test_a_draft_that_nobody_edited_gives_way_to_the_next(desk: Desk) -> None:
    first, second = build(desk), build(desk)
    assert look(desk, lambda r: r.digest(first.key)).state == "dropped"
    assert len(second.mentions) == 10
    assert first.token != second.token


def test_what_an_edited_draft_holds_is_not_written_twice(desk: Desk) -> None:
    made = build(desk)
    desk.ask(EditDigest(made.key, made.subject, made.plain, "Amy")).result()
    assert look(desk, lambda r: r.preview_digest(spike=SPIKE)) is None
    with pytest.raises(Known, match="Nothing is new of this spike"):
        build(desk)


def test_what_was_sent_is_never_told_again_and_what_is_new_is(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    with opened(folder, clock) as desk:
        made = build(desk)
    sent(folder, made.key)
    clock.move(minutes=30)
    with opened(folder, clock) as desk:
        assert look(desk, lambda r: r.preview_digest(spike=SPIKE)) is None
    one(folder, "SELECT 1")
    forget_one(folder)
    with opened(folder, clock) as desk:
        again = build(desk)
    assert again.subject.startswith("Roadworks on Wolverton Road: 1 more post since")
    assert len(again.mentions) == 1


def sent(folder: Path, key: int) -> None:
    change(folder, "UPDATE digest SET state = 'sent' WHERE key = ?", key)


def forget_one(folder: Path) -> None:
    """As if one of the posts had come after the digest."""
    change(folder, "DELETE FROM digest_item WHERE mention = (SELECT min(mention) FROM "
                   "spike_mention) AND ? = 1", 1)  # fmt: skip


def change(folder: Path, sql: str, given: object) -> None:
    import sqlite3

    db = sqlite3.connect(folder / "listener.db")
    db.execute(sql, [given])
    db.commit()
    db.close()


def test_an_officer_edits_a_draft_and_is_told_what_to_look_at(desk: Desk) -> None:
    made = build(desk)
    typed = made.plain + "\nPlease ring Jane Bloggs, says @jo_b.\n"
    edited = desk.ask(EditDigest(made.key, "Wolverton Road, please", typed, "Amy")).result()
    assert "@jo_b" not in edited.digest.plain + edited.digest.html
    assert "<h1" in edited.digest.html
    assert "Wolverton Road, please" in edited.digest.html
    assert any("Jane Bloggs" in w for w in edited.warnings)
    assert any("@jo_b" in w for w in edited.warnings)
    assert desk.ask(Undo("Amy")).result() == f"the digest for {HIGHWAYS} says what it said"
    back = look(desk, lambda r: r.digest(made.key))
    assert (back.subject, back.plain, back.html) == (made.subject, made.plain, made.html)


@pytest.mark.parametrize(("subject", "plain"), [("", "x"), ("x", "  "), ("x" * 300, "x")])
def test_a_digest_needs_a_subject_and_a_text(desk: Desk, subject: str, plain: str) -> None:
    made = build(desk)
    with pytest.raises(NotUnderstood, match="Nothing was changed"):
        desk.ask(EditDigest(made.key, subject, plain)).result()


def test_what_stood_in_a_dropped_draft_waits_again_and_undo_brings_it_back(desk: Desk) -> None:
    made = build(desk)
    desk.ask(EditDigest(made.key, made.subject, made.plain)).result()
    desk.ask(DropDigest(made.key, "Amy")).result()
    assert look(desk, lambda r: r.preview_digest(spike=SPIKE)) is not None
    desk.ask(Undo()).result()
    back = look(desk, lambda r: r.digest(made.key))
    assert back.state == "draft"
    assert back.mentions == made.mentions
    assert look(desk, lambda r: r.preview_digest(spike=SPIKE)) is None


def test_writing_one_is_taken_back_and_what_went_out_is_not(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    with opened(folder, clock) as desk:
        made = build(desk)
        desk.ask(Undo()).result()
        assert look(desk, lambda r: r.digest(made.key)).state == "dropped"
        made = build(desk)
    sent(folder, made.key)
    with opened(folder, clock) as desk:
        with pytest.raises(Known, match="went out"):
            desk.ask(Undo()).result()
        with pytest.raises(Known, match="no draft any more"):
            desk.ask(DropDigest(made.key)).result()


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (BuildDigest(), NotUnderstood),
        (BuildDigest("Wizardry"), NotUnderstood),
        (BuildDigest(spike=SpikeKey(77)), NotFound),
        (DropDigest(DigestKey(77)), NotFound),
        (BuildDigest("Wizardry"), NotUnderstood),
    ],
)
def test_what_is_not_there_is_said_in_words(desk: Desk, command: Any, fault: type[Known]) -> None:
    with pytest.raises(fault):
        desk.ask(command).result()


def test_a_sensitive_area_gets_no_quotes_and_no_table(tmp_path: Path, clock: Clock) -> None:
    with opened(town(tmp_path, clock, sensitive=True), clock) as desk:
        made = build(desk)
    assert made.csv == ""
    assert "“" not in made.plain
    assert "Wolverton" not in made.subject + made.plain
    assert one(tmp_path, "SELECT count(*) FROM digest_said") == [(0,)]


def test_an_erased_mention_is_gone_from_kept_digests_and_from_the_journal(
    tmp_path: Path, clock: Clock
) -> None:
    folder = town(tmp_path, clock)
    with opened(folder, clock) as desk:
        made = build(desk)
        desk.ask(EditDigest(made.key, made.subject, made.plain)).result()
    said = one(folder, "SELECT mention, form, text FROM digest_said ORDER BY form")
    assert {form for _, form, _ in said} == {"quote", "row"}
    store = Store.open(folder / "listener.db", clock=clock)
    for mention, _, _ in said:
        store.block(MentionKey(int(str(mention))), "asked for")
    store.close()
    kept = " ".join(str(one(folder, "SELECT plain, html, csv FROM digest")).split())
    journal = str(one(folder, "SELECT inverse FROM journal"))
    for _, form, text in said:
        words = " ".join(str(text).split()[:6]) if form == "quote" else str(text).split(",")[4]
        assert words not in kept
        assert words not in journal
    assert one(folder, "SELECT count(*) FROM digest_said") == [(0,)]
    assert one(folder, "SELECT count(*) FROM digest_item") == [(10,)]


# When


def due(folder: Path, clock: Clock) -> list[tuple[str, bool]]:
    with opened(folder, clock) as desk:
        return [(d.because, d.at_once) for d in look(desk, lambda r: r.due_digests())]


def test_a_spike_is_due_at_once_where_its_area_wants_that(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    assert due(folder, clock) == []
    hand_over(folder, clock(), spike=True)
    assert due(folder, clock) == [("it wants spikes at once", True)]


def test_what_waits_is_due_at_the_next_time_on_a_working_day(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    clock.at = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # a Friday
    hand_over(folder, clock())
    assert due(folder, clock) == []
    clock.at = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    assert due(folder, clock) == []
    clock.at = datetime(2026, 11, 30, 9, 1, tzinfo=UTC)
    assert due(folder, clock) == [("its digest of 09:00", False)]


def test_a_hazard_does_not_wait(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock, at_once=("spike", "hazard"))
    hand_over(folder, clock(), grade="hazard")
    assert due(folder, clock) == [("it wants hazards at once", True)]


def ticking(folder: Path, clock: Clock, way: str = "eml") -> list[object]:
    """Lets the room work by itself once; what it sent."""
    from listener.bench import Bench as RealBench
    from listener.councilfile import shipped_council
    from listener.settings import Settings

    went: list[object] = []
    store = Store.open(folder / "listener.db", clock=clock)
    council = shipped_council()
    bench = RealBench(
        store, None, lambda event: None, clock, council, None,  # type: ignore[arg-type]
        Settings(mail_way=way),
    )  # fmt: skip
    Digesting(bench, went.append).tick(clock())
    store.close()
    return went


def test_what_is_due_is_written_as_a_draft_that_waits_for_an_officer(
    tmp_path: Path, clock: Clock
) -> None:
    folder = town(tmp_path, clock)
    hand_over(folder, clock(), spike=True)
    assert ticking(folder, clock, "smtp") == []
    assert one(folder, "SELECT state, by FROM digest") == [("draft", "the listener")]
    clock.move(minutes=20)
    ticking(folder, clock)
    assert one(folder, "SELECT count(*) FROM digest") == [(1,)]


def test_a_standing_instruction_sends_by_itself_where_a_server_is_set(
    tmp_path: Path, clock: Clock
) -> None:
    folder = town(tmp_path, clock, standing="Signed by the supervisor, 2 November 2026")
    hand_over(folder, clock(), spike=True)
    assert ticking(folder, clock) == []
    clock.move(minutes=20)
    change(folder, "DELETE FROM digest WHERE 1 = ?", 1)
    change(folder, "DELETE FROM digest_item WHERE 1 = ?", 1)
    (asked,) = ticking(folder, clock, "smtp")
    assert "Signed by the supervisor" in getattr(asked, "by", "")


def test_nothing_is_written_for_an_area_where_nothing_waits(tmp_path: Path, clock: Clock) -> None:
    folder = town(tmp_path, clock)
    clock.move(days=1)
    ticking(folder, clock)
    assert one(folder, "SELECT count(*) FROM digest") == [(0,)]
