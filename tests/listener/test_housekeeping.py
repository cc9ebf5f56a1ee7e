"""The council is set up, its tables are looked at, its settings take effect, IT gets its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from listener import events
from listener.commands import (
    AddMention,
    AddSource,
    BringBack,
    Change,
    ChangeSource,
    CorrectAdded,
    Decide,
    ImportFile,
    LookOver,
    Poll,
    PutBackSource,
    ReadTable,
    RemoveSource,
    SetUpCouncil,
    Undo,
    Withdraw,
    WriteTable,
)
from listener.council import Consultation, Council, FalseClaim, NamedPlace
from listener.councilfile import shipped_council
from listener.desk import Desk
from listener.errors import Known, NotFound, NotUnderstood
from listener.mention import AddedLine, Detail, Heard, MentionKey, SourceLine
from listener.rereading import MARK
from tests.listener.store.making import FakeClock

OURS = replace(
    shipped_council(), name="Larkford District Council", short="Larkford", sample=False, places=(),
    tier="district",
)  # fmt: skip


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    yield opened
    opened.close()


def told(desk: Desk, folder: Path, many: int = 3) -> None:
    file = folder / "told.tsv"
    rows = [f"{n}\tpothole number {n} on Quarl Lane, please fix it {'x' * n}" for n in range(many)]
    file.write_text("id\ttext\n" + "\n".join(rows) + "\n", encoding="utf-8")
    assert desk.ask(ImportFile(file)).result().new == many


def places_read(desk: Desk) -> list[tuple[str, ...]]:
    reader = desk.reader()
    found = [tuple(p.name for p in e.reading.places) for e in reader.exported()]
    reader.close()
    return found


def sources(desk: Desk) -> dict[str, SourceLine]:
    reader = desk.reader()
    found = {s.name: s for s in reader.sources()}
    reader.close()
    return found


def council(desk: Desk) -> Council:
    reader = desk.reader()
    found = reader.council()
    reader.close()
    return found


def settled(desk: Desk) -> None:
    """Waits until nothing is left to be read again."""
    reader = desk.reader()
    while reader._setting(MARK):
        desk.ask(ReadTable("members", None, "A")).result()
    reader.close()


def test_a_real_council_takes_the_sample_s_place(desk: Desk) -> None:
    assert sources(desk)
    assert desk.ask(SetUpCouncil(OURS)).result() == "Larkford District Council"
    assert council(desk) == OURS
    assert not any(s.kind == "feed" for s in sources(desk).values())


def test_a_council_without_a_name_is_refused_and_the_sample_stays(desk: Desk) -> None:
    with pytest.raises(NotUnderstood, match="name"):
        desk.ask(SetUpCouncil(replace(OURS, name=""))).result()
    assert council(desk).sample


def test_what_is_undecided_is_read_again_for_the_new_places(desk: Desk, tmp_path: Path) -> None:
    desk.ask(SetUpCouncil(OURS)).result()
    told(desk, tmp_path)
    heard: list[events.Event] = []
    desk.listen(heard.append)
    assert places_read(desk) == [(), (), ()]
    desk.ask(SetUpCouncil(replace(OURS, places=(NamedPlace("Quarl Lane", "road"),)))).result()
    settled(desk)
    assert places_read(desk) == [("Quarl Lane",)] * 3
    steps = [e for e in heard if isinstance(e, events.Rereading)]
    assert (steps[0].done, steps[-1].done, steps[-1].of) == (0, 3, 3)


def test_consultations_and_false_claims_are_kept_and_read_by(desk: Desk) -> None:
    asked = Consultation("Library hours", ("shorter library hours",))
    claim = FalseClaim("A charge", ("pay to tip",), "Nobody pays.", "https://l.example", "Waste")
    ours = replace(OURS, consultations=(asked,), false_claims=(claim,))
    desk.ask(SetUpCouncil(ours)).result()
    settled(desk)
    assert council(desk).consultations == (asked,)
    assert council(desk).false_claims == (claim,)
    text = "So now we have to pay to tip our own garden waste at Larkford tip"
    key = desk.ask(AddMention(Heard("", "", text), "Me")).result()
    reader = desk.reader()
    steps = reader.detail(key).verdict.steps
    reader.close()
    assert any("pay to tip" in s.because for s in steps)


def test_a_reading_that_was_cut_short_goes_on_at_the_next_start(
    desk: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    desk.ask(SetUpCouncil(OURS)).result()
    told(desk, tmp_path)
    store = desk._engine._work._bench.store  # type: ignore[union-attr,attr-defined]
    desk._engine.post(lambda: store.set_council(  # type: ignore[union-attr]
        replace(OURS, places=(NamedPlace("Quarl Lane", "road"),))))  # fmt: skip
    desk._engine.post(lambda: store.set_setting(MARK, "1"))  # type: ignore[union-attr]
    desk.close()
    again = Desk.open(tmp_path / "profile", workers=0, polling=False, clock=clock)
    settled(again)
    assert places_read(again) == [(), ("Quarl Lane",), ("Quarl Lane",)]
    again.close()


def test_what_was_decided_is_not_read_again(desk: Desk, tmp_path: Path) -> None:
    desk.ask(SetUpCouncil(OURS)).result()
    told(desk, tmp_path)
    desk.ask(Decide((MentionKey(1),), "no_reply")).result()
    desk.ask(SetUpCouncil(replace(OURS, places=(NamedPlace("Quarl Lane", "road"),)))).result()
    settled(desk)
    assert places_read(desk) == [(), ("Quarl Lane",), ("Quarl Lane",)]


def test_a_table_is_looked_at_and_written_without_being_kept(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("name,kind\nMill Lane,\n,road\n", encoding="utf-8")
    read = desk.ask(ReadTable("places", file)).result()
    assert ([p.name for p in read.places], read.faults) == (
        ["Mill Lane"], ((3, "it gives no name."),),
    )  # fmt: skip
    assert council(desk).places == shipped_council().places
    target = tmp_path / "out.tsv"
    assert desk.ask(WriteTable("places", target)).result() == len(shipped_council().places)
    assert target.read_text(encoding="utf-8").startswith("name\tkind\t")
    with pytest.raises(NotFound, match="cannot be written"):
        desk.ask(WriteTable("places", tmp_path / "no" / "out.tsv")).result()


def due_of(desk: Desk) -> object:
    bench = desk._engine._work._bench  # type: ignore[union-attr,attr-defined]
    rows: list[object] = []
    desk._engine.post(  # type: ignore[union-attr]
        lambda: rows.append(bench.store._db.execute("SELECT min(due) FROM triage").fetchone()[0])
    )
    desk.ask(ReadTable("members", None, "A")).result()
    return rows[0]


def test_other_clocks_and_holidays_move_what_is_due_at_once(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, 1)
    before = due_of(desk)
    desk.ask(Change("first_look_minutes", 30)).result()
    assert due_of(desk) != before
    sooner = due_of(desk)
    desk.ask(Change("holidays", "+2026-11-20")).result()
    assert due_of(desk) != sooner
    with pytest.raises(NotUnderstood, match="no change of a holiday"):
        desk.ask(Change("holidays", "christmas")).result()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("session_minutes", -1, "at most 4 hours"),
        ("urgent_minutes", 500, "urgent clock"),
        ("hours", "always", "seven days"),
        ("theme", "pink", "none of"),
        ("officer", " ", "cannot be empty"),
        ("text_size", 300, "100 and 200"),
    ],
)
def test_a_setting_out_of_range_is_refused_in_words(
    desk: Desk, name: str, value: str | int, says: str
) -> None:
    with pytest.raises(NotUnderstood, match=says):
        desk.ask(Change(name, value)).result()


def test_it_gets_one_text_with_where_things_lie(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path)
    said = desk.ask(LookOver()).result()
    for part in (str(tmp_path / "profile"), "council-listener.log", "[ok] the database", "SQLite"):
        assert part in said
    assert "pothole" not in said


def test_a_source_is_renamed_slowed_removed_and_put_back_as_it_was(desk: Desk) -> None:
    desk.ask(AddSource("http://127.0.0.1:9/feed", "Feed", None, True, True)).result()
    desk.ask(ChangeSource("Feed", "Larkford Voice", 7200)).result()
    line = sources(desk)["Larkford Voice"]
    assert (line.every_seconds, line.own_interval) == (7200, True)
    desk.ask(RemoveSource("Larkford Voice")).result()
    desk.ask(PutBackSource("Larkford Voice")).result()
    assert sources(desk)["Larkford Voice"] == line
    desk.ask(AddSource("http://127.0.0.1:9/other", "Other", None, True, True)).result()
    for command, says in (
        (ChangeSource("Other", "Larkford Voice", None), "already"),
        (ChangeSource("Other", " ", None), "needs a name"),
        (ChangeSource("Other", "Other", 5), "once a minute"),
        (PutBackSource("Other"), "was removed"),
    ):
        with pytest.raises(Known, match=says):
            desk.ask(command).result()


def test_the_usual_interval_is_the_council_s(desk: Desk, clock: FakeClock) -> None:
    desk.ask(SetUpCouncil(OURS)).result()
    desk.ask(AddSource("http://127.0.0.1:9/feed", "Feed", None, True, True)).result()
    desk.ask(Change("interval", 7200)).result()
    assert sources(desk)["Feed"].every_seconds == 7200
    desk.ask(Poll(True)).result()
    desk.ask(Change("interval", 600)).result()
    following = sources(desk)["Feed"].next_at
    assert following is None or following <= clock.now + timedelta(seconds=600)


def add(desk: Desk, text: str = "pothole on Quarl Lane, please fix it") -> MentionKey:
    key = desk.ask(AddMention(Heard("", "", text, seen_at="Mums group"), "Groups")).result()
    assert isinstance(key, int)
    return MentionKey(key)


def detail(desk: Desk, key: MentionKey) -> Detail:
    reader = desk.reader()
    found = reader.detail(key)
    reader.close()
    return found


def added(desk: Desk) -> tuple[AddedLine, ...]:
    reader = desk.reader()
    found = reader.added("Groups")
    reader.close()
    return found


def listed(desk: Desk) -> int:
    reader = desk.reader()
    found = sum(reader.counts().values())
    assert found == reader.rows().total == len(reader.rows().rows)
    reader.close()
    return found


def test_what_was_added_by_hand_is_corrected_as_a_new_version(desk: Desk) -> None:
    key = add(desk)
    fixed = "graffiti on the underpass wall"
    desk.ask(CorrectAdded(key, fixed, "https://a.example/1", "Tipley group", "Amy")).result()
    now = detail(desk, key)
    assert (now.heard.text, now.heard.url, now.versions) == (fixed, "https://a.example/1", 2)
    assert now.reading.best is not None
    assert "pothole" not in now.reading.best.because
    assert now.history[-1].what.startswith("corrected what was added")
    desk.ask(Undo()).result()
    before = detail(desk, key)
    assert before.heard.text.startswith("pothole")
    assert (before.heard.url, before.heard.seen_at) == ("", "Mums group")


def test_what_was_heard_from_a_source_is_not_corrected(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path)
    for command in (CorrectAdded(MentionKey(1), "no", "", ""), Withdraw(MentionKey(1), "no")):
        with pytest.raises(Known, match="what was heard never changes"):
            desk.ask(command).result()


def test_what_is_withdrawn_leaves_every_list_and_comes_back(desk: Desk) -> None:
    key, other = add(desk), add(desk, "graffiti on the underpass wall again")
    assert listed(desk) == 2
    desk.ask(Withdraw(key, "it was about another town", "Amy")).result()
    assert listed(desk) == 1
    assert [(a.key, a.withdrawn, a.why) for a in added(desk)] == [
        (other, False, ""), (key, True, "it was about another town"),
    ]  # fmt: skip
    assert detail(desk, key).history[-1].what == "withdrawn: it was about another town"
    desk.ask(Undo()).result()
    assert listed(desk) == 2
    desk.ask(Withdraw(key, "twice", "Amy")).result()
    desk.ask(BringBack(key)).result()
    assert listed(desk) == 2
    assert detail(desk, key).row.view == "forward"


def test_nothing_new_is_stacked_under_what_was_withdrawn(desk: Desk) -> None:
    key = add(desk)
    desk.ask(Withdraw(key, "a mistake")).result()
    fresh = add(desk, "Pothole on Quarl Lane, please fix it!")
    assert listed(desk) == 1
    assert detail(desk, fresh).row.stack_size == 1


def test_a_possible_danger_is_not_withdrawn_nor_corrected_away(desk: Desk) -> None:
    key = add(desk, "there is a live cable hanging over the pavement on Mill Street")
    assert detail(desk, key).row.view == "urgent"
    for command in (Withdraw(key, "no"), CorrectAdded(key, "lovely day", "", "")):
        with pytest.raises(Known, match="leaves Urgent only"):
            desk.ask(command).result()
    assert detail(desk, key).row.view == "urgent"


def test_a_withdrawal_needs_a_reason_and_happens_once(desk: Desk) -> None:
    key = add(desk)
    with pytest.raises(NotUnderstood, match="why"):
        desk.ask(Withdraw(key, " ")).result()
    with pytest.raises(Known, match="not withdrawn"):
        desk.ask(BringBack(key)).result()
    desk.ask(Withdraw(key, "a mistake")).result()
    with pytest.raises(Known, match="already"):
        desk.ask(Withdraw(key, "a mistake")).result()


def test_a_source_has_a_rhythm_from_what_it_said(desk: Desk, tmp_path: Path) -> None:
    bench = desk._engine._work._bench  # type: ignore[union-attr,attr-defined]
    desk.ask(AddSource("http://127.0.0.1:9/feed", "Feed", None, True, True)).result()
    assert sources(desk)["Feed"].rhythm == ""
    desk._engine.post(lambda: bench.store._db.conn.executemany(  # type: ignore[union-attr]
        "INSERT INTO heard_on SELECT key, ?, 3 FROM source WHERE name = 'Feed'",
        [(day,) for day in range(20_740, 20_768)]))  # fmt: skip
    desk._engine.post(lambda: bench.store._db.conn.commit())  # type: ignore[union-attr]
    desk.ask(ReadTable("members", None, "A")).result()
    assert sources(desk)["Feed"].rhythm.startswith("usually 3 a day")
