"""Files of mentions come in row by row, however they were saved."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from listener.errors import NotFound, NotUnderstood
from listener.mention import Heard
from listener.sources.files import FileRead, read

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


def taken(folder: Path, name: str, data: str | bytes) -> FileRead:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read(path, NOW)


def heard(read: FileRead) -> list[Heard]:
    return [row.heard for row in read.rows if row.heard is not None]


def faults(read: FileRead) -> dict[int, str]:
    return {row.line: row.fault for row in read.rows if row.heard is None}


def test_every_column_is_read_in_any_order(tmp_path: Path) -> None:
    came = taken(
        tmp_path,
        "a.csv",
        "id,channel,source,url,text,title,author,ts\n"
        "7,facebook_group,Tipley Mums,https://x.example/7,The lights again,Lights,Ann,"
        "2026-11-02T09:30:00Z\n",
    )
    assert heard(came) == [
        Heard(
            id="7",
            title="Lights",
            text="The lights again",
            url="https://x.example/7",
            author="Ann",
            published=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
            channel="facebook_group",
            seen_at="Tipley Mums",
        )
    ]
    assert came.unknown_columns == ()


def test_only_text_is_needed(tmp_path: Path) -> None:
    one = heard(taken(tmp_path, "a.csv", "text\nNo bins today\n"))[0]
    assert (one.text, one.id, one.published, one.channel) == ("No bins today", "", None, "other")
    assert one.date_fault == "the source gives no date"


def test_columns_of_other_tools_are_known_and_labels_are_never_read(tmp_path: Path) -> None:
    came = taken(
        tmp_path,
        "export.csv",
        "Date;Time;Post Message;Permalink;User Name;Sentiment;Category\n"
        "24/11/2026;09:30;Lights out;https://x.example/1;Ann;negative;Street lighting\n",
    )
    one = heard(came)[0]
    assert (one.text, one.url, one.author) == ("Lights out", "https://x.example/1", "Ann")
    assert one.published == datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert came.unknown_columns == ("Sentiment", "Category")
    assert one.category == ""


def test_our_own_column_name_wins_over_a_synonym(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "message,text\nnot this,but this\n")
    assert heard(came)[0].text == "but this"
    assert came.unknown_columns == ("message",)


@pytest.mark.parametrize(
    ("said", "read_as"),
    [
        ("05/07/2026 09:30", datetime(2026, 7, 5, 8, 30, tzinfo=UTC)),
        ("5 July 2026 09:30", datetime(2026, 7, 5, 8, 30, tzinfo=UTC)),
        ("2026-11-05 09:30", datetime(2026, 11, 5, 9, 30, tzinfo=UTC)),
        ("2026-07-05T09:30:00+00:00", datetime(2026, 7, 5, 9, 30, tzinfo=UTC)),
        ("1700000000.0", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ("31/02/2026", None),
        ("last Tuesday", None),
    ],
)
def test_dates_are_read_as_in_britain(tmp_path: Path, said: str, read_as: datetime | None) -> None:
    one = heard(taken(tmp_path, "a.csv", f"ts,text\n{said},Bins\n"))[0]
    assert one.published == read_as
    assert bool(one.date_fault) == (read_as is None)


def test_a_heading_that_says_utc_is_believed(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "Date (UTC),text\n2026-07-05 09:30,Bins\n")
    assert heard(came)[0].published == datetime(2026, 7, 5, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252"),
    ],
)  # fmt: skip
def test_the_encoding_is_found_out(tmp_path: Path, encoding: str, called: str) -> None:
    came = taken(tmp_path, "a.csv", "text,author\nThe café’s £5 bins,Zoë\n".encode(encoding))
    assert (heard(came)[0].text, heard(came)[0].author) == ("The café’s £5 bins", "Zoë")
    assert came.notes[0].startswith(f"read as {called}")


def test_a_few_bad_bytes_do_not_garble_a_whole_utf8_file(tmp_path: Path) -> None:
    data = "text\n" + "The café is shut\n" * 20 + "bad "
    came = taken(tmp_path, "a.csv", data.encode() + b"\xff\n")
    assert heard(came)[0].text == "The café is shut"
    assert "1 bad characters replaced" in came.notes[0]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out_though_names_hold_others(
    tmp_path: Path, separator: str
) -> None:
    data = f'"Who, when; where"{separator}text\nx{separator}Bins\n'
    came = taken(tmp_path, "a.csv", data)
    assert heard(came)[0].text == "Bins"


def test_a_line_for_excel_and_a_preamble_are_stepped_over(tmp_path: Path) -> None:
    assert heard(taken(tmp_path, "a.csv", "sep=;\ntext;author\nBins;Ann\n"))[0].author == "Ann"
    came = taken(tmp_path, "b.csv", "Report:,Bins\n\nDate,Full Text\n01/11/2026,No bins\n")
    assert [(r.line, r.heard.text) for r in came.rows if r.heard] == [(4, "No bins")]


def test_lines_count_as_an_editor_shows_them(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", 'text,author\n"one\ntwo",Ann\n\n,Bob\nthree,Cy\n')
    assert [row.line for row in came.rows] == [2, 5, 6]
    assert faults(came) == {5: "the row has no text"}


def test_text_comes_word_for_word(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "text\n\"Two  spaces &amp; <b>tags</b>\n\n\nand 'lines'\"\n")
    assert heard(came)[0].text == "Two  spaces &amp; <b>tags</b>\n\n\nand 'lines'"


def test_a_tsv_is_unquoted(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.tsv", 'text\tauthor\n"never closed\tAnn\nnext\tBob\n')
    assert [h.text for h in heard(came)] == ['"never closed', "next"]


def test_an_unclosed_quotation_mark_costs_its_own_row_only(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", 'author,text\nAnn,"never closed\nBob,second\nCy,third\n')
    assert [h.text for h in heard(came)] == ["second", "third"]
    assert faults(came) == {2: "a quotation mark is opened in this row and never closed"}


def test_many_unclosed_quotation_marks_end_in_a_fault(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "text,author\n" + 'a,"b\nc,"d"x\n' * 50 + 'e,"f\n\n')
    assert all(row.heard or row.fault for row in came.rows)


def test_a_comma_in_unquoted_text_loses_no_words(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "author,text\nAnn,late, again, and again\nBob,fine\n")
    assert heard(came)[0].text == "late, again, and again"
    assert "line 2" in came.notes[1]


def test_short_rows_and_nul_bytes_are_taken(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", b"text,author,url\nB\x00ins\nRoads,Ann\n")
    assert [(h.text, h.author) for h in heard(came)] == [("Bins", ""), ("Roads", "Ann")]


def test_a_huge_cell_is_a_fault_or_cut_and_the_rest_is_read(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", f"text\n{'x' * 10_000_001}\n{'y' * 200_000}\nBins\n")
    assert list(faults(came)) == [2]
    assert [len(h.text) for h in heard(came)] == [20_000, 4]


def test_ids_hold_nothing_that_a_database_refuses(tmp_path: Path) -> None:
    one = heard(taken(tmp_path, "a.jsonl", '{"text": "a", "id": "\\ud800\\u0000 7 "}'))[0]
    assert one.id == "7"


def test_an_unknown_channel_is_other_and_named(tmp_path: Path) -> None:
    came = taken(tmp_path, "a.csv", "text,channel\na,Carrier pigeon\nb,Twitter\nc,Facebook Group\n")
    assert [h.channel for h in heard(came)] == ["other", "x", "facebook_group"]
    assert "Carrier pigeon" in came.notes[1]


def test_a_bad_line_of_json_is_a_fault_of_that_line(tmp_path: Path) -> None:
    lines = ['{"text": "one", "ts": 1700000000, "label": "x"}', "nonsense", "[1]",
             '{"author": "Ann"}', "[" * 50_000, '{"message": "two", "id": 5}']  # fmt: skip
    came = taken(tmp_path, "a.jsonl", "\n".join(lines))
    assert [(h.text, h.id) for h in heard(came)] == [("one", ""), ("two", "5")]
    assert list(faults(came)) == [2, 3, 4, 5]
    assert came.unknown_columns == ("label",)


def test_a_row_with_only_a_headline_keeps_it_as_text(tmp_path: Path) -> None:
    one = heard(taken(tmp_path, "a.csv", "title,text\nRoad shut,\n"))[0]
    assert (one.title, one.text) == ("", "Road shut")


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.jsonl", "a.eml"])
@pytest.mark.parametrize("data", [b"", b"\n\n", bytes(range(256)) * 40, b'"' * 5000, b"\xff\xfe"])
def test_rubbish_is_refused_in_words(tmp_path: Path, name: str, data: bytes) -> None:
    try:
        came = taken(tmp_path, name, data)
    except NotUnderstood as fault:
        assert fault.sentence().endswith("Nothing was taken.")
    else:
        assert all(row.fault for row in came.rows)


def test_a_file_without_text_says_what_it_has(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match="it has: when, what"):
        taken(tmp_path, "a.csv", "when,what\n1,2\n")


def test_other_endings_and_missing_files_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotUnderstood, match="save it as CSV"):
        taken(tmp_path, "a.xlsx", b"PK")
    with pytest.raises(NotFound, match="cannot be read"):
        read(tmp_path / "none.csv", NOW)


def test_the_written_mentions_and_a_real_stream_come_in_whole(shared: Path) -> None:
    written = read(shared / "data" / "mentions_dev.tsv", NOW)
    assert len(heard(written)) == 300
    assert "sentiment" in written.unknown_columns
    stream = read(shared / "data" / "texts" / "seeclickfix_atlanta_issues.tsv", NOW)
    assert faults(stream) == {}
    assert all(h.published for h in heard(stream))
