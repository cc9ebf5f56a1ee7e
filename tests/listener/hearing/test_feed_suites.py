"""Every feed of the suites that lie beside a checkout is read, or refused in words."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.feeds import Figures, compared

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("suite", "files"),
    [
        ("FeedReader", 54),
        ("feed-rs", 132),
        ("feedparser", 2107),
        ("gofeed", 1091),
        ("miniflux", 22),
        ("prof18", 80),
        ("reader", 12),
        ("rss-parser", 61),
    ],
)
def test_a_suite_gives_every_entry_that_feedparser_finds_and_json_feeds_too(
    shared: Path, capsys: pytest.CaptureFixture[str], suite: str, files: int
) -> None:
    found: Figures = compared(shared / "data" / "feeds" / suite, NOW)
    with capsys.disabled():
        figures = f"{found.ours} entries, {found.ours_faults} faults in {found.files} files"
        beside = f"feedparser {found.plain} and {found.plain_faults + found.plain_raised}"
        sys.stderr.write(f"\n{suite}: {figures}; {beside}\n")
    assert found.files >= files
    assert found.ours >= found.plain
    assert found.ours_faults <= found.plain_faults + found.plain_raised
    # Where the two differ, it is a JSON Feed, which feedparser does not read.
    assert [line for line in found.differ if ".json" not in line] == []
