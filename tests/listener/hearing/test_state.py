"""What is remembered of a source comes back from the database as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from listener.sources.state import SourceState, from_json

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FULL = SourceState(
    etag='"v1"', last_modified="x", full_at=NOW, body_hash="b", failures=2, quiet_until=NOW,
    next_at=NOW, gone=True, not_found=3, not_found_since=NOW, moved_to="http://a.example/",
    moved_seen=2, window=("a", "b"), short=True, short_at=NOW, first_done=True, min_interval=60,
    pace=0.5, last_ok=NOW, why="because",
)  # fmt: skip


def test_every_field_survives_a_restart() -> None:
    assert from_json(FULL.to_json()) == FULL
    assert from_json(SourceState().to_json()) == SourceState()
    assert from_json("") == SourceState()


def test_what_a_newer_version_wrote_is_left_out() -> None:
    assert from_json('{"etag": "x", "colour": "blue"}') == SourceState(etag="x")


def test_once_a_day_the_whole_is_asked_for() -> None:
    assert FULL.validators(NOW + timedelta(hours=23)) == ('"v1"', "x")
    assert FULL.validators(NOW + timedelta(hours=24)) == ("", "")
    assert replace(FULL, full_at=None).validators(NOW) == ("", "")
