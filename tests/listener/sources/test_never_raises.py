"""Whatever is pasted or opened, what comes back is a result or a fault in words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listener import councilfile
from listener.errors import Known
from listener.sources import files, opml
from listener.sources.presets import address_of, warning

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
PIECES = st.lists(
    st.sampled_from(
        ['"', "'", ",", ";", "\t", "\r", "\n", "\r\n", "\x00", "text", "author", "ts", "é",
         "{", "}", '{"text": 1}', "[", "<outline ", "xmlUrl=", "</outline>", "<body>", "=", "sep=;",
         "\ud800", "@", "#", "://",
         "https://", "news:", "fixmystreet:", "[[places]]", "name", "%", "2026"]
    ),
    max_size=40,
).map("".join)  # fmt: skip
few = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@few
@given(PIECES, st.sampled_from([".csv", ".tsv", ".jsonl", ".eml"]))
def test_any_file_is_read_or_refused_in_words(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read = files.read(path, NOW)
    except Known as fault:
        assert "Nothing was taken" in fault.sentence()
        return
    assert all((row.heard is None) == bool(row.fault) for row in read.rows)
    assert all(row.heard.text.encode() for row in read.rows if row.heard)


@few
@given(PIECES)
def test_any_list_is_read_or_refused_in_words(text: str) -> None:
    try:
        read = opml.read(text.encode("utf-8", "replace"))
    except Known as fault:
        assert "Nothing was added" in fault.sentence()
    else:
        assert read.feeds or read.faults


@few
@given(PIECES)
def test_any_council_is_read_or_refused_in_words(text: str) -> None:
    try:
        council = councilfile.read(text)
    except Known as fault:
        assert "Nothing was changed" in fault.sentence()
    else:
        assert council.name


@few
@given(PIECES)
def test_any_pasted_text_is_understood_or_left_alone(text: str) -> None:
    preset = address_of(text)
    assert preset is None or "://" in preset.address
    assert isinstance(warning(text, ("@BrackenfordMBC",)), str)
