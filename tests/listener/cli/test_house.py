"""Charts, the council, backups, the doctor, and words that no command understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from listener import charts, resources
from tests.listener.cli.conftest import Ask


def test_another_chart_walks_the_undecided_again(ask: Ask, told: Path) -> None:
    assert ask("chart", "use", "classic").status == 0
    asked = ask("explain", "b", "--json").json
    assert asked["steps"][0]["question"] in charts.load("classic").questions
    assert ask("chart", "use", "council").status == 0
    assert ask("chart", "use", "another").status == 2
    assert "g_risk" in ask("chart", "show").out


def test_a_chart_file_s_faults_have_line_and_box(ask: Ask, tmp_path: Path) -> None:
    good = tmp_path / "good.toml"
    text = resources.text("charts/council.toml")
    good.write_text(text, encoding="utf-8")
    assert ask("chart", "check", str(good)).status == 0
    bad = tmp_path / "bad.toml"
    bad.write_text(text.replace('yes = "moderate"', 'yes = "nowhere"'), encoding="utf-8")
    came = ask("chart", "check", str(bad), "--json")
    assert came.status == 1
    (fault,) = (f for f in came.json if f["severe"])
    line = next(n for n, t in enumerate(text.splitlines(), 1) if t == "[question.abuse]")
    assert fault["box"] == "abuse"
    assert line <= fault["line"] <= line + 4
    assert ask("chart", "check", str(tmp_path / "none.toml")).status == 1


def test_a_real_council_takes_the_sample_s_place(ask: Ask, told: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('name = "Larkford District Council"\nshort = "Larkford"\n', encoding="utf-8")
    assert ask("council", "use", str(file)).status == 0
    assert all("127.0.0.1" not in s["address"] for s in ask("sources", "list", "--json").json)
    assert ask("explain", "b").status == 0
    assert ask("council", "use", str(tmp_path / "none.toml")).status == 1


def test_places_and_areas_come_in_by_the_file(ask: Ask, told: Path, tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("name,kind,nicknames\nGoose Fair Lane,road,the Goose\n", encoding="utf-8")
    assert ask("places", "import", str(places)).status == 0
    found = ask("explain", "--text", "Down by the Goose it is all mud", "--json").json["places"]
    assert [p["name"] for p in found] == ["Goose Fair Lane"]
    areas = tmp_path / "areas.tsv"
    areas.write_text(
        "service_area\tcategory\ttier\ttypical_phrases\nMud\tMud and more\tall\tall mud|muddy\n",
        encoding="utf-8",
    )
    assert ask("areas", "import", str(areas)).status == 0
    found = ask("explain", "--text", "Down by the Goose it is all mud", "--json").json
    assert found["category"] == "Mud and more"


def test_a_backup_comes_back(ask: Ask, told: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert ask("backup", str(copy)).status == 0
    ask("decide", "b", "no_reply")
    assert ask("restore", str(copy)).status == 0
    assert ask("explain", "b", "--json").json["decision"] is None
    assert ask("restore", str(tmp_path / "none.db")).status == 1


def test_the_doctor_finds_no_fault_in_a_fresh_profile(ask: Ask, told: Path) -> None:
    came = ask("doctor", "--json")
    assert came.status == 0
    assert {f["state"] for f in came.json} <= {"ok", "note"}


def test_the_doctor_finds_a_damaged_database(ask: Ask, profile: Path) -> None:
    profile.mkdir()
    (profile / "listener.db").write_bytes(b"no database at all" * 400)
    came = ask("doctor", "--json")
    assert came.status == 1
    assert any(f["state"] == "fault" and "damaged" in f["says"] for f in came.json)


@pytest.mark.parametrize("asked", [["fly"], ["sources"], ["decide", "b"], ["poll", "--sideways"]])
def test_what_is_not_understood_ends_with_2(ask: Ask, asked: list[str]) -> None:
    assert ask(*asked).status == 2
    assert "usage" in ask(*asked).err


def test_help_and_version_end_with_0(ask: Ask) -> None:
    assert ask("--help").status == 0
    assert ask("--version").status == 0


def test_the_profile_may_be_named_before_or_after(ask: Ask, told: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    assert ask("--profile", other, "queue", "--json").json == []
    assert ask("queue", "--json", f"--profile={other}").json == []
    assert len(ask("queue", "--json").json) > 0
