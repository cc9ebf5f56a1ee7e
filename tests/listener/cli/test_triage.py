"""`queue`, `explain`, `decide`, `answer`, `undo`, `export`: an officer's work by script."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from listener.mention import VIEWS
from tests.listener.cli.conftest import Ask

FIELDS = {
    "id", "source", "channel", "published", "heard", "title", "text", "url", "language", "tone",
    "kind", "category", "service_area", "categories", "places", "danger", "danger_grade", "stack",
    "outcome", "guess", "asks", "steps", "status", "decision",
}  # fmt: skip

VAGUE = """v1\tNobody told us about it and the council will not say
v2\tSeen six this week, the council has not a clue
v3\tStill nothing, four months on, typical council
v4\tHonestly it is no way to run things at the council
"""


def kept(ask: Ask, folder: Path) -> dict[str, dict[str, object]]:
    file = folder / "out.jsonl"
    assert ask("export", str(file)).status == 0
    lines = file.read_text(encoding="utf-8").splitlines()
    return {made["id"]: made for made in map(json.loads, lines)}


def test_an_export_has_the_fields_of_the_contract_and_the_text_verbatim(
    ask: Ask, told: Path, tmp_path: Path
) -> None:
    made = kept(ask, tmp_path)
    assert set(made) == {"a", "b", "c", "d"}
    assert all(set(m) == FIELDS for m in made.values())
    assert made["c"]["text"].startswith("=cmd|' /C calc'!A0")
    assert made["a"]["published"] == "2026-11-20T09:00:00Z"
    assert "Resident" not in json.dumps(made)


def test_a_spreadsheet_runs_nothing_of_it(ask: Ask, told: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    assert ask("export", str(file)).status == 0
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = {r["id"]: r for r in csv.DictReader(opened)}
    assert rows["c"]["text"].startswith("'=cmd")
    assert "author" not in rows["c"]


def test_names_leave_only_with_a_reason_which_is_logged(
    ask: Ask, told: Path, tmp_path: Path
) -> None:
    file = tmp_path / "named.jsonl"
    assert ask("export", str(file), "--with-authors", " ").status == 1
    assert not file.exists()
    assert ask("export", str(file), "--with-authors", "data protection request 7").status == 0
    assert "Jo Resident" in file.read_text(encoding="utf-8")


def test_other_endings_are_refused(ask: Ask, told: Path, tmp_path: Path) -> None:
    assert ask("export", str(tmp_path / "out.xlsx")).status == 1


def test_the_queue_is_in_order_of_need(ask: Ask, told: Path) -> None:
    rows = ask("queue", "--json").json
    assert rows[0]["id"] == "a"
    assert rows[0]["view"] == "urgent"
    assert [r["id"] for r in ask("--json", "queue", "--view", "urgent").json] == ["a"]
    assert ask("queue", "--view", "nowhere").status == 2


def test_every_view_can_be_asked_for(ask: Ask, told: Path) -> None:
    seen = [r["id"] for view in VIEWS for r in ask("queue", "--view", view, "--json").json]
    assert sorted(seen) == ["a", "b", "c", "d"]


def test_a_decision_is_kept_with_who_what_and_why(ask: Ask, told: Path, tmp_path: Path) -> None:
    decided = ask(
        "decide", "Told:b", "forward", "--service", "Potholes and road surface",
        "--note", "third this week", "--as", "Amy",
    )  # fmt: skip
    assert decided.status == 0
    made = kept(ask, tmp_path)["b"]
    assert made["status"] == "done"
    said = made["decision"]
    assert isinstance(said, dict)
    assert {k: said[k] for k in ("outcome", "service", "by", "note")} == {
        "outcome": "forward", "service": "Potholes and road surface", "by": "Amy",
        "note": "third this week",
    }  # fmt: skip
    assert ask("undo").status == 0
    assert kept(ask, tmp_path)["b"]["decision"] is None
    assert ask("undo").status == 1


def test_what_was_read_is_put_right_from_the_command_line(
    ask: Ask, told: Path, tmp_path: Path
) -> None:
    before = kept(ask, tmp_path)["d"]
    assert ask("correct", "d", "service", "missed collections", "--as", "Amy").status == 0
    assert ask("correct", "Told:d", "tone", "annoyed").status == 0
    assert ask("correct", "d", "place", "behind the chapel").status == 0
    came = ask("correct", "d", "danger", "hazard", "--json")
    assert came.json == {"outcome": "urgent", "guess": "urgent", "asks": None}
    made = kept(ask, tmp_path)["d"]
    assert made["category"] == "Missed collections"
    assert made["categories"][0]["because"] == "Amy says so"  # type: ignore[index]
    assert made["tone"] == {"score": -0.6, "label": "negative", "words": []}
    assert "behind the chapel" in [p["name"] for p in made["places"]]  # type: ignore[attr-defined]
    assert (made["danger"], made["danger_grade"]) == (True, "hazard")
    assert {r["id"] for r in ask("queue", "--view", "urgent", "--json").json} == {"a", "d"}
    for _ in range(4):
        assert ask("undo").status == 0
    assert kept(ask, tmp_path)["d"] == before


@pytest.mark.parametrize(
    ("what", "value", "known"),
    [("tone", "furious", "negative, neutral, positive"), ("kind", "rant", "complaint, report"),
     ("danger", "high", "person, hazard, words, none"), ("place", "", "A place is a name"),
     ("service", "Dragons", "Missed collections"),
     ("mood", "blue", "tone, service, place, kind, danger")],
)  # fmt: skip
def test_what_cannot_be_put_right_ends_with_1_and_says_what_can(
    ask: Ask, told: Path, what: str, value: str, known: str
) -> None:
    came = ask("correct", "b", what, value)
    assert came.status == 1
    assert known in came.err
    assert ask("undo").status == 1


def test_a_danger_is_not_corrected_away_from_the_command_line(ask: Ask, told: Path) -> None:
    came = ask("correct", "a", "danger", "none")
    assert came.status == 1
    assert "leaves Urgent only" in came.err


@pytest.mark.parametrize(
    "asked",
    [("nobody", "forward"), ("b", "nowhere"), ("b", "forward", "--service", "No such service")],
)
def test_what_cannot_be_decided_ends_with_1_and_changes_nothing(
    ask: Ask, told: Path, tmp_path: Path, asked: tuple[str, ...]
) -> None:
    before = kept(ask, tmp_path)
    assert ask("decide", *asked).status == 1
    assert kept(ask, tmp_path) == before


def test_the_verdict_stands_after_a_decision(ask: Ask, told: Path, tmp_path: Path) -> None:
    before = kept(ask, tmp_path)["b"]
    ask("decide", "b", "no_reply")
    after = kept(ask, tmp_path)["b"]
    assert [after[k] for k in ("outcome", "guess", "asks")] == [
        before[k] for k in ("outcome", "guess", "asks")
    ]


def test_an_answer_lets_the_walk_go_on(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "vague.tsv"
    file.write_text("id\ttext\n" + VAGUE, encoding="utf-8")
    ask("import", str(file))
    made = next(m for m in kept(ask, tmp_path).values() if m["asks"])
    asked = made["asks"]
    assert made["outcome"] is None
    assert ask("answer", str(made["id"]), "yes", "--as", "Amy").status == 0
    steps = kept(ask, tmp_path)[str(made["id"])]["steps"]
    assert isinstance(steps, list)
    step = next(s for s in steps if s["question"] == asked)
    assert (step["answer"], step["because"]) == ("yes", "Amy said yes")
    assert ask("undo").status == 0
    assert kept(ask, tmp_path)[str(made["id"])]["asks"] == asked


def test_a_text_is_explained_without_being_kept(ask: Ask, tmp_path: Path) -> None:
    came = ask("explain", "--text", "There is a smell of gas on Mill Street", "--json")
    assert came.status == 0
    made = came.json
    assert set(made) == FIELDS
    assert made["danger"] is True
    assert made["outcome"] == "urgent"
    assert made["id"] is None
    assert kept(ask, tmp_path) == {}
    assert ask("explain", "--text", "  ").status == 1
    assert ask("explain").status == 2


def test_the_same_file_twice_adds_nothing(ask: Ask, told: Path) -> None:
    again = ask("import", str(told), "--source", "Told", "--json")
    assert again.status == 0
    assert (again.json["new"], again.json["known"]) == (0, 4)


def test_a_faulty_row_is_named_and_the_others_come_in(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("text,colour\nThe tip was shut again,red\n,blue\n", encoding="utf-8")
    came = ask("import", str(file), "--json")
    assert came.status == 0
    assert came.json["new"] == 1
    assert came.json["unknown_columns"] == ["colour"]
    assert [r["line"] for r in came.json["rows"] if r["status"] == "fault"] == [3]


def test_nothing_to_bring_in_ends_with_1(ask: Ask, tmp_path: Path) -> None:
    assert ask("import", str(tmp_path / "none.csv")).status == 1
    empty = tmp_path / "picture.png"
    empty.write_bytes(b"\x89PNG")
    assert ask("import", str(empty)).status == 1
