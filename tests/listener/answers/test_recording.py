"""What a service answers, typed by the officer: kept, followed, read, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from listener.commands import MarkRead, PlaceResponse, RecordResponse, Undo
from listener.desk import Desk
from listener.errors import Known, NotFound, NotUnderstood
from listener.events import Event, MentionsChanged, ResponsesChanged
from listener.handoff import DigestKey, Recorded
from listener.spike import SpikeKey
from listener.store.reading import Reader
from tests.listener.answers.town import HIGHWAYS, NOW

DIGEST, SPIKE = DigestKey(1), SpikeKey(1)
AREA = HIGHWAYS.area


def look(desk: Desk, at: Callable[[Reader], Any]) -> Any:
    reader = desk.reader()
    try:
        return at(reader)
    finally:
        reader.close()


def handoffs(desk: Desk) -> list[tuple[str, str]]:
    asked = "SELECT area, finished FROM handoff WHERE undone = 0 ORDER BY key"
    return look(desk, lambda r: r._db.execute(asked).fetchall())


def acts(desk: Desk) -> list[str]:
    asked = "SELECT what FROM spike_act ORDER BY key"
    return [w for (w,) in look(desk, lambda r: r._db.execute(asked).fetchall())]


def record(desk: Desk, kind: str, **more: Any) -> Recorded:
    command = RecordResponse(kind, digest=DIGEST, by="Amy", **more)  # type: ignore[arg-type]
    return desk.ask(command).result()


def test_we_will_deal_with_it_shows_on_the_spike_and_its_mentions_and_stays_open(
    desk: Desk,
) -> None:
    heard: list[Event] = []
    desk.listen(heard.append)
    made = record(desk, "ours", said="Crew booked")
    assert (made.response.area, made.response.spike, made.response.read_by) == (AREA, SPIKE, "Amy")
    assert "stays open" in made.follows
    assert acts(desk) == [f"{AREA} answered: We'll deal with it"]
    assert handoffs(desk) == [(AREA, "")]
    changed = next(e for e in heard if isinstance(e, MentionsChanged))
    assert len(changed.keys) == 2
    for key in changed.keys:
        history = look(desk, lambda r, k=key: r.detail(k).history)
        assert history[-1].what == f"{AREA} answered: We'll deal with it"
        assert "Crew booked" not in str(history)
    assert ResponsesChanged((SPIKE,)) in heard
    assert look(desk, lambda r: [x.kind for x in r.answers.of_spike(SPIKE)]) == ["ours"]


def test_not_for_us_goes_to_whom_it_names(desk: Desk) -> None:
    other = next(a for a in sorted(_areas(desk)) if a != AREA)
    made = record(desk, "not_ours", whose=f"That is for {other}.")
    assert f"It goes to {other} instead" in made.follows
    assert not made.waits
    assert handoffs(desk) == [(AREA, f"not for {AREA}: it is for {other}"), (other, "")]
    assert desk.ask(Undo()).result() == f"the answer of {AREA} taken back"
    assert handoffs(desk) == [(AREA, "")]
    assert look(desk, lambda r: r.answers.responses()) == ()


def test_not_for_us_without_a_name_waits_for_the_officer(desk: Desk) -> None:
    made = record(desk, "not_ours", whose="no idea")
    assert made.waits
    assert [r.key for r in look(desk, lambda r: r.answers.unplaced())] == [made.response.key]
    other = next(a for a in sorted(_areas(desk)) if a != AREA)
    with pytest.raises(NotUnderstood, match="no other service area"):
        desk.ask(PlaceResponse(made.response.key, "Timbuktu")).result()
    desk.ask(PlaceResponse(made.response.key, other)).result()
    assert look(desk, lambda r: r.answers.unplaced()) == ()
    assert handoffs(desk)[-1] == (other, "")
    desk.ask(Undo()).result()
    assert [r.key for r in look(desk, lambda r: r.answers.unplaced())] == [made.response.key]
    assert len(handoffs(desk)) == 1


def test_finished_ends_the_handoffs_and_the_next_spike_there_says_so(desk: Desk) -> None:
    made = record(desk, "finished", action="fixed", changed="diversion signs turned.")
    assert "1 handoff is finished" in made.follows
    assert handoffs(desk) == [(AREA, f"fixed, {AREA} says (Tue 24 Nov)")]
    said = look(desk, lambda r: r.answers.last_time("Wolverton Road"))
    assert said == (
        f"Last time here (Tue 24 Nov) {AREA} finished it: fixed. Changed: diversion signs turned."
    )
    assert look(desk, lambda r: r.answers.last_time("Wolverton Road", "Missed bin")) == ""
    assert look(desk, lambda r: r.answers.last_time("Wolverton Road", "", SPIKE)) == ""
    desk.ask(Undo()).result()
    assert look(desk, lambda r: r.answers.last_time("Wolverton Road")) == ""
    assert handoffs(desk) == [(AREA, "")]
    assert acts(desk)[-1] == f"the answer of {AREA} taken back"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"until": NOW - timedelta(hours=1)}, "lies in the past"),
        ({"until": datetime(2030, 1, 1, tzinfo=UTC)}, "more than a year"),
        ({"said": "x" * 20_001}, "20,000"),
    ],
)
def test_what_cannot_be_an_answer_says_why(desk: Desk, more: dict[str, Any], says: str) -> None:
    with pytest.raises(Known, match=says):
        record(desk, "in_hand", **more)
    assert look(desk, lambda r: r.answers.responses()) == ()


def test_an_answer_is_about_something(desk: Desk) -> None:
    with pytest.raises(NotUnderstood, match="which digest or spike"):
        desk.ask(RecordResponse("ours", area=AREA)).result()
    for about in ({"digest": DigestKey(9)}, {"spike": SpikeKey(9)}):
        with pytest.raises(NotFound):
            desk.ask(RecordResponse("ours", **about)).result()  # type: ignore[arg-type]
    made = desk.ask(RecordResponse("ours", spike=SPIKE)).result()
    assert made.response.area == AREA
    assert made.response.digest is None


def test_reading_an_answer_is_noted_once(desk: Desk) -> None:
    made = record(desk, "ours")
    assert desk.ask(MarkRead(made.response.key, "Bob")).result().read_by == "Amy"


def _areas(desk: Desk) -> set[str]:
    return {s.area for s in look(desk, lambda r: r.council()).services}
