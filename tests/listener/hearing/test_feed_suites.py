"""Every feed of the suites that lie beside a checkout is read, or refused in words."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.feeds import Figures, compared
from listener.sources import quick
from listener.sources.dates import UNREAD
from listener.sources.feed import _feed, _parsed

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


def test_the_quick_reader_and_feedparser_read_the_same(shared: Path) -> None:
    files = [p for p in (shared / "data" / "feeds").rglob("*") if p.suffix in (".xml", ".rss")]
    seen = 0
    for path in files:
        body = path.read_bytes()
        found = quick.parsed(body, {})
        if found is None:
            continue
        ours = _feed(found, body, "http://feed.example/", NOW, "")
        if any(m.date_fault.endswith(UNREAD) for m in ours.mentions):
            continue  # such a feed is handed on
        seen += 1
        assert ours == _feed(_parsed(body, {}), body, "http://feed.example/", NOW, ""), path
    assert seen > 300
