"""What holds whatever is done in whatever order: counts, stacks, and no mention lost."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from listener.errors import Known
from listener.mention import VIEWS, Correction, MentionKey
from listener.store import Seat, Standing, Store
from listener.store.reading import Reader
from rules.asleep import placed
from rules.urgent import WayOut
from tests.listener.store.making import FakeClock, heard, open_store, reading, seat, taken

VERBS = (
    "keep", "keep", "keep", "like", "like", "like", "decide", "decide", "answer", "snooze", "wake",
    "star", "undo", "undo", "version", "seat", "reread", "block", "hand", "forget",
    "grows", "mute", "unmute", "split", "join", "join", "note", "rouse", "hold", "undo",
    "reply", "raise", "let_out", "keep_safe", "ring", "tone", "both", "search", "undo", "undo",
)  # fmt: skip
NOT_TAKEN_BACK = {
    "keep", "like", "hand", "undo", "wake", "version", "seat", "reread", "block", "forget",
}  # fmt: skip
# Appended to; what says nothing without a mute that holds, or a step that stands; and what is
# only to be counted anew.
STAYS = {"history", "journal", "mute_name", "reply", "recount"}
BEFORE = {"unmute": ("mute",), "rouse": ("snooze",), "split": ("join",)}
GRADES = ("none", "none", "words", "hazard", "person")


class Town:
    """A store to which anything may happen."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.clock = FakeClock()
        self.store: Store = open_store(folder, self.clock)
        self.reader = Reader(folder / "listener.db", self.clock)
        self.voice = self.store.add_source("Voice", "http://b.example/feed").key
        self.sample = self.store.add_source("S", "http://127.0.0.1:9/", sample=True).key
        self.hand = self.store.source_for("Added by hand", "by_hand").key
        self.chance = chance
        self.n = 0

    def close(self) -> None:
        self.reader.close()
        self.store.close()

    def some(self) -> MentionKey | None:
        keys = [e.key for e in self.reader.exported()]
        return self.chance.choice(keys) if keys else None

    def more(self) -> dict[str, object]:
        grade = self.chance.choice(GRADES)
        urgent = grade in ("hazard", "person")
        return {
            "grade": grade,
            "view": "urgent" if urgent else self.chance.choice(("forward", "answer", "glance")),
            "need": self.chance.random() * (1 if urgent else 5),
            "places": tuple(p for p in ("Mill Lane", "High Street") if self.chance.random() < 0.3),
            "question": self.chance.random() < 0.2,
        }

    def do(self, verb: str) -> None:
        key = self.some()
        if verb == "forget":
            self.store.forget_sample()
            self.sample = self.store.add_source("S", "http://127.0.0.1:9/", sample=True).key
        elif verb in ("keep", "like", "hand") or key is None:
            self.n += 1
            source = self.chance.choice((self.voice, self.sample))
            if verb == "hand":
                source = self.hand
            like = key if verb == "like" else None
            mention = heard(id=f"m{self.n}", url=f"http://b.example/{self.n}",
                            thread=self.chance.choice(("", "http://b.example/1")),
                            author=f"Resident {self.n % 5}" if self.n % 4 else "")  # fmt: skip
            item = taken(mention, like=like, **self.more())  # type: ignore[arg-type]
            self.store.keep(source, [item], None, None, quiet=False, again=self.walk)
        else:
            with suppress(Known):
                self.to(verb, key)

    def walk(self, kept: Standing) -> Seat:
        """A walk that leads anywhere, but never away from a danger."""
        grade = kept.reading.danger.grade
        view = "urgent" if grade in ("hazard", "person") else "forward"
        return seat(kept.key, placed(view, kept.shelf, grade))  # type: ignore[arg-type]

    def again(self, keys: tuple[MentionKey, ...]) -> None:
        """What a verb gave back is walked again."""
        found = [self.store.standing(k) for k in keys]
        self.store.seat([self.walk(s) for s in found if s.status == "open"])

    def aside(self, verb: str, key: MentionKey) -> None:
        aside, other = self.store.aside, self.some() or key
        match verb:
            case "grows":
                until = self.clock() + timedelta(days=14)
                self.store.snooze([key], until, "Amy", grows=2, answer=self.n % 2 == 0)
            case "mute":
                self.again(aside.mute([key], self.clock() + timedelta(hours=3), "", "Amy"))
            case "unmute":
                self.again(aside.unmute([key], "Amy"))
            case "split":
                self.again(aside.split(key, "Amy"))
            case "join":
                self.again(aside.join([key], other, "Amy"))
            case "note":
                aside.note([key], "hm", "Amy")
            case "rouse":
                self.again(aside.wake([key], "Amy"))
            case "reply":
                self.store.replies.write(key, "Hello.", "answer", "", "Amy", "it is political")
                made = self.store.replies.write(key, "Hello!", "answer", "", "Amy", "")
                self.store.replies.step(made.key, "posted", "Amy")
            case "both":
                with aside.one_step():
                    self.store.decide([key], "answer", "", "", "Amy")
                    self.store.decide([other], "no_reply", "", "", "Amy")
            case "tone":
                self.store.correct(key, Correction("tone", "positive", "Amy"))
            case "search":
                self.store.searches.save(0, f"bins {self.n}", "bins", "Amy", "")
            case _:
                self.danger(verb, key)

    def danger(self, verb: str, key: MentionKey) -> None:
        urgent = self.store.urgent
        match verb:
            case "hold":
                self.store.aside.hold("a storm", self.clock() + timedelta(hours=2), "Amy")
            case "raise":
                urgent.raise_([key], "Amy")
                self.again((key,))
            case "let_out":
                way = WayOut("passed_on", "Amy", self.clock(), "999", "telephone", outcome="urgent")
                urgent.let_out([key], way, "told 999", "", "urgent")
            case "keep_safe":
                urgent.hold([key], "a threat", "Amy")
                if self.n % 2:
                    urgent.end_hold([key], "over", "Amy")
            case "ring":
                urgent.note([key], "rang", "Amy", "rang 999")
                urgent.note([key], "looking", "Amy", "looks")

    def to(self, verb: str, key: MentionKey) -> None:
        store, more = self.store, self.more()
        match verb:
            case "decide":
                store.decide([key], "forward", "", "", "Amy")
            case "answer":
                store.answer(key, "ours", True, "Amy")
            case "snooze":
                store.snooze([key], self.clock() + timedelta(hours=1), "Amy")
            case "wake":
                woken = store.wake(self.clock.later(hours=2))
                store.seat([seat(k, "forward") for k in woken])
            case "star":
                store.star([key], True, "Amy")
            case "undo":
                store.undo("Amy")
            case "version":
                item = taken(heard(f"New {self.n}", id="?"), version_of=key, **more)  # type: ignore[arg-type]
                store.keep(self.voice, [item], None, None, quiet=False)
            case "seat":
                store.seat([seat(key, more["view"], more["need"])])  # type: ignore[arg-type]
            case "reread":
                store.reread(
                    key,
                    reading(
                        grade=more["grade"],  # type: ignore[arg-type]
                        places=more["places"],  # type: ignore[arg-type]
                        question=bool(more["question"]),
                    ),
                )
                store.seat([seat(key, more["view"], more["need"])])  # type: ignore[arg-type]
            case "block":
                store.block(key, "asked for")
            case _:
                self.aside(verb, key)

    def check(self) -> None:
        ask = self.reader._db.execute
        counted = dict(
            ask("SELECT view, count(*) FROM triage WHERE lead = mention GROUP BY view").fetchall()
        )
        assert self.reader.counts() == {v: counted.get(v, 0) for v in VIEWS}
        rows = ask(
            "SELECT t.grade, t.places, t.question, t.status, l.grade, l.places, l.question, "
            "l.status, l.lead = l.mention AND l.stack = t.stack FROM triage t "
            "LEFT JOIN triage l ON l.mention = t.lead"
        )
        for grade, places, question, status, worst, named, asked, theirs, is_lead in rows:
            assert is_lead == 1
            assert status == theirs
            if status == "open":
                order = ("none", "words", "hazard", "person")
                assert order.index(grade) <= order.index(worst)
                assert set(places.split("\x1f")) - {""} <= set(named.split("\x1f"))
                assert question <= asked
        kept = ask("SELECT count(*) FROM mention").fetchone()[0]
        assert kept == len(list(self.reader.exported()))
        assert kept == sum(s.total for s in self.reader.sources())
        for view in VIEWS:
            assert self.reader.rows(view, limit=500).total == len(
                self.reader.rows(view, limit=500).rows
            )


@settings(max_examples=25, deadline=None)
@example(verbs=["keep", "version", "block", "version", "block"], seed=0)
@given(verbs=st.lists(st.sampled_from(VERBS), max_size=30), seed=st.integers(0, 10_000))
def test_counts_and_stacks_hold_after_anything(verbs: list[str], seed: int) -> None:
    with TemporaryDirectory() as folder:
        town = Town(Path(folder), random.Random(seed))
        try:
            for verb in verbs:
                town.do(verb)
                town.check()
            assert town.reader.sound() == "ok"
            town.store._db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        finally:
            town.close()


def whole(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that is kept, without what only ever grows, and without what is marked as undone."""
    found = {}
    for table in store._db.table_names():
        if table.startswith(("words", "_", "sqlite")) or table in STAYS:
            continue
        columns = {c.name for c in store._db[table].columns}
        standing = "WHERE undone = 0" if "undone" in columns else ""
        standing = "WHERE n > 0" if table == "counter" else standing
        standing = "WHERE ended IS NULL" if table in ("mute", "publicity") else standing
        named = ", ".join(sorted(columns - {"ended", "ended_by"}))
        rows = store._db.execute(f"SELECT {named} FROM {table} {standing}").fetchall()
        found[table] = sorted(rows, key=repr)
    return found


@pytest.mark.parametrize("verb", sorted(set(VERBS) - NOT_TAKEN_BACK))
def test_every_verb_is_taken_back_whole_after_a_restart(verb: str, tmp_path: Path) -> None:
    town = Town(tmp_path, random.Random(7))
    try:
        for source in (town.voice, town.voice, town.hand):
            town.n += 1
            item = taken(heard(f"Bins {town.n}", id=f"m{town.n}"))
            town.store.keep(source, [item], None, None, quiet=False)
        last = town.some()
        assert last is not None
        town.store._db.execute("DELETE FROM journal")
        town.n = 2
        for before in BEFORE.get(verb, ()):
            town.to(before, last)
        begun = town.store._db.execute("SELECT count(*) FROM journal").fetchone()[0]
        stood = whole(town.store)
        town.chance = random.Random(7)
        town.to(verb, last)
        assert whole(town.store) != stood
        town.store.close()
        town.store = open_store(tmp_path, town.clock)
        undo = "SELECT count(*) FROM journal WHERE undone = 0"
        while town.store._db.execute(undo).fetchone()[0] > begun:
            town.again(town.store.undo("Amy").keys)
        town.again((last,))
        assert whole(town.store) == stood
    finally:
        town.close()
