"""`spikes`: what is talked about much more than is usual, in a terminal and for scripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.listener.cli.conftest import Ask

FIELDS = {
    "id", "title", "category", "area", "place", "began", "noticed", "ended", "posts", "people",
    "at_least", "usual", "sureness", "status", "mentions",
}  # fmt: skip
BEGINS = datetime(2026, 11, 10, 8, 0, tzinfo=UTC)


def town(folder: Path, begins: datetime = BEGINS) -> Path:
    """Eight quiet days and a morning about the roadworks."""
    lines = ["id\tts\tauthor\tchannel\ttext"]
    for n in range(40):
        at = begins - timedelta(hours=5 * n + 3)
        lines.append(f"q{n}\t{at:%Y-%m-%dT%H:%M:%SZ}\tp{n}\tx\tMy bin was missed again, number {n}")
    for n in range(14):
        at = begins + timedelta(minutes=6 * n)
        lines.append(
            f"s{n}\t{at:%Y-%m-%dT%H:%M:%SZ}\ts{n}\tx\tThe roadworks on Wolverton Road are a "
            f"nightmare, forty minutes in the queue, number {n}"
        )
    file = folder / "town.tsv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_nothing_is_said_where_nothing_is_unusual(ask: Ask, told: Path) -> None:
    assert ask("spikes").out == "Nothing is talked about more than is usual.\n"
    assert ask("--json", "spikes").json == []
    assert ask("spikes", "--all").out == "No spikes.\n"


def test_an_import_finds_past_spikes_with_every_field(ask: Ask, tmp_path: Path) -> None:
    assert ask("import", str(town(tmp_path))).status == 0
    assert ask("--json", "spikes").json == []
    (found,) = ask("--json", "spikes", "--status", "past").json
    assert set(found) == FIELDS
    assert found["title"] == "Roadworks and closures · Wolverton Road"
    assert (found["category"], found["place"]) == ("Roadworks and closures", "Wolverton Road")
    assert found["area"] == "Highways and transport"
    assert found["status"] == "past"
    assert found["began"].startswith("2026-11-10T08:")
    assert (found["posts"], found["people"], found["at_least"]) == (14, 14, False)
    assert found["usual"] == [0, 0] or found["usual"][1] < 5
    assert found["mentions"] == [f"s{n}" for n in range(14)]
    said = ask("spikes", "--all").out
    assert "Roadworks and" in said
    assert "\n1 spike.\n" in said


def test_a_topic_that_fell_silent_is_said_and_leaves_the_json_as_it_is(
    ask: Ask, tmp_path: Path
) -> None:
    ends = datetime.now(UTC) - timedelta(days=8)
    assert ask("import", str(town(tmp_path, ends))).status == 0
    line = "Strangely silent: Missed collections, usually 5 a day, none for 8 days."
    assert line in ask("spikes").out.splitlines()
    came = ask("spikes", "--json")
    assert came.json == []
    assert line in came.err.splitlines()


def test_a_strange_status_is_a_fault_of_usage(ask: Ask) -> None:
    assert ask("spikes", "--status", "loud").status == 2
    assert ask("spikes", "--all", "--status", "open").status == 2
