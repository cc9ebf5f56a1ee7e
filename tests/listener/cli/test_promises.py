"""What every command about services promises: help, exit codes, --json on either side."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.listener.cli.conftest import Ask

COMMANDS = (
    ("spikes",), ("digest",), ("responses",), ("responses", "read"), ("works",),
    ("works", "import"), ("works", "list"), ("areas",), ("areas", "list"), ("areas", "import"),
    ("areas", "contacts"), ("areas", "export"), ("outbox",),
)  # fmt: skip
LISTS = (("spikes",), ("responses",), ("works", "list"), ("areas", "list"), ("outbox",))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_says_what_it_is_about(ask: Ask, command: tuple[str, ...]) -> None:
    came = ask(*command, "--help")
    assert came.status == 0
    about = came.out.split("\n\n")[1]
    assert about[0].isupper() and about.rstrip().endswith("."), about


@pytest.mark.parametrize("command", LISTS, ids=" ".join)
def test_a_list_is_one_array_with_json_before_or_after(ask: Ask, command: tuple[str, ...]) -> None:
    before, after = ask("--json", *command), ask(*command, "--json")
    assert (before.status, after.status) == (0, 0)
    assert json.loads(before.out) == json.loads(after.out)
    assert isinstance(after.json, list)


@pytest.mark.parametrize(
    "asked",
    [
        ("digest", "S99", "--out", "out"), ("digest", "S99", "--send"), ("responses", "read"),
        ("works", "import", "none.csv"), ("areas", "contacts", "none.csv"),
        ("areas", "import", "none.csv"), ("areas", "export", "none/there/out.csv"),
    ],
)  # fmt: skip
def test_where_nothing_could_be_done_it_ends_with_1_and_a_sentence(
    ask: Ask, asked: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for way in ((*asked, "--json"), ("--json", *asked), asked):
        came = ask(*way)
        assert came.status == 1, way
        assert came.out == ""
        assert came.err.strip().endswith("."), came.err
        assert "Traceback" not in came.err


@pytest.mark.parametrize(
    "asked",
    [
        ("digest", "S1"), ("digest", "S1", "--out", "x", "--send"), ("responses", "write"),
        ("works",), ("works", "import"), ("works", "import", "x.csv", "--kind", "fair"),
        ("areas",), ("areas", "contacts"), ("outbox", "stop"), ("spikes", "--status", "loud"),
    ],
)  # fmt: skip
def test_what_is_not_understood_ends_with_2(ask: Ask, asked: tuple[str, ...]) -> None:
    assert ask(*asked).status == 2


def test_neither_a_spike_nor_an_area_is_said_to_be_neither(ask: Ask) -> None:
    came = ask("digest", "S99", "--send")
    assert came.err.startswith("There is no area and no spike called S99.")


def test_a_mail_that_failed_before_is_no_fault_of_sending_now(ask: Ask, profile: Path) -> None:
    assert ask("outbox").status == 0
    with closing(connect(profile / "listener.db")) as db, db:
        db.execute(
            "INSERT INTO delivery (purpose, addressees, subject, message_id, way, state, says, "
            "mail, at) VALUES ('line', '[]', '', 'm', 'smtp', 'failed', 'It failed.', X'00', 0)"
        )
    came = ask("outbox", "send", "--json")
    assert (came.status, came.json["failed"]) == (0, 1)
