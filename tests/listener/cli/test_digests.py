"""`digest`: to files beside whoever writes, or sent; nothing new is no fault."""

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

import pytest

from tests.listener.cli.conftest import Ask
from tests.listener.digests.saying import HIGHWAYS
from tests.listener.digests.town import Clock, one, town


@pytest.fixture
def storm(profile: Path) -> Path:
    return town(profile, Clock())


def test_a_spike_s_digest_is_written_as_text_page_table_and_mail(
    ask: Ask, storm: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    came = ask("digest", "s1", "--out", str(out))
    assert came.status == 0
    assert "Roadworks on Wolverton Road: 10 posts in 90 minutes" in came.out
    assert (out / "digest.txt").read_text(encoding="utf-8").startswith("Roadworks on Wolverton")
    assert "<h1" in (out / "digest.html").read_text(encoding="utf-8")
    assert (out / "digest.csv").read_bytes().startswith(b"\xef\xbb\xbfWhen,Place,About")
    mail = email.message_from_bytes((out / "digest.eml").read_bytes(), policy=default)
    assert mail["To"] == "highways@brackenford.example"
    assert mail["X-Unsent"] == "1"
    assert one(storm, "SELECT count(*) FROM digest") == [(0,)]
    listed = ask("digest", "S1", "--out", str(out), "--json").json
    assert listed["area"] == HIGHWAYS
    assert len(listed["files"]) == 5


def test_where_nothing_is_new_it_says_so_and_ends_well(
    ask: Ask, storm: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    came = ask("digest", HIGHWAYS, "--out", str(out))
    assert came.status == 0
    assert came.out.strip().startswith(f"Nothing is new for {HIGHWAYS} since the last digest")
    assert not out.exists()
    assert ask("digest", HIGHWAYS, "--send", "--json").json["subject"] is None


def test_one_that_is_sent_is_kept_and_made_a_draft_for_the_mail_program(
    ask: Ask, storm: Path
) -> None:
    came = ask("digest", "S1", "--send", "--as", "Amy")
    assert came.status == 0, came.err
    assert one(storm, "SELECT state, by FROM digest") == [("opened", "Amy")]
    again = ask("digest", "S1", "--send")
    assert "Nothing is new of this spike" in again.out


def test_what_is_sensitive_is_sent_with_the_name_of_a_second_reader(
    ask: Ask, profile: Path
) -> None:
    town(profile, Clock(), sensitive=True)
    came = ask("digest", "S1", "--send", "--as", "Amy")
    assert came.status == 1
    assert "No one key sends this: the area is marked as sensitive." in came.err
    assert "kept as a draft" in came.err
    assert ask("digest", "S1", "--send", "--as", "Amy", "--second", "Ben").status == 0


def test_what_nobody_knows_is_said(ask: Ask, storm: Path, tmp_path: Path) -> None:
    assert ask("digest", "Wizardry", "--out", str(tmp_path)).status == 1
    assert ask("digest", "S1").status == 2
    (tmp_path / "file").write_text("")
    came = ask("digest", "S1", "--out", str(tmp_path / "file"))
    assert came.status == 1
    assert "cannot be written to" in came.err
