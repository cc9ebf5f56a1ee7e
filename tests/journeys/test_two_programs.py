"""Two programs on one profile, a profile that may only be read, one of a newer version."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from listener.cli import run
from listener.desk import Desk
from listener.errors import DatabaseNewer
from listener.profile import DATABASE


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("COUNCIL_LISTENER_PROFILE", str(folder))
    told = tmp_path / "told.tsv"
    told.write_text("id\ttext\n1\tThere is a pothole on Mill Street\n", encoding="utf-8")
    assert run(["import", str(told)]) == 0
    return folder


@pytest.fixture
def window(profile: Path) -> Iterator[Desk]:
    desk = Desk.open(profile, workers=0, polling=False, holder="the window")
    yield desk
    desk.close()


def test_reading_works_beside_an_open_window(
    window: Desk, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    capsys.readouterr()
    assert run(["queue", "--json"]) == 0
    assert [r["id"] for r in json.loads(capsys.readouterr().out)] == ["1"]
    assert run(["export", str(tmp_path / "out.jsonl")]) == 0
    assert run(["explain", "1"]) == 0
    assert run(["sources", "list"]) == 0
    assert run(["chart", "show"]) == 0


@pytest.mark.parametrize(
    "asked",
    [["decide", "1", "forward"], ["undo"], ["chart", "use", "classic"], ["import", "told.tsv"]],
)
def test_writing_beside_an_open_window_says_who_holds_the_profile(
    window: Desk, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    assert run(asked) == 1
    assert "the window holds the profile" in capsys.readouterr().err


def test_a_poll_beside_an_open_window_is_no_fault(
    window: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["poll"]) == 0
    assert "The window is polling" in capsys.readouterr().err


def test_a_window_killed_in_mid_work_leaves_the_profile_free(profile: Path) -> None:
    hold = (
        "import sys, pathlib; from listener.desk import Desk; "
        "folder = pathlib.Path(sys.argv[1]); "
        "desk = Desk.open(folder, workers=0, polling=False, holder='the window'); "
        "print('holds', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(profile)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "holds\n"
        held = run(["decide", "1", "forward"])
        other.kill()
    assert held == 1
    assert run(["decide", "1", "forward"]) == 0


def test_a_newer_version_s_profile_is_refused_and_left_alone(
    profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with sqlite3.connect(profile / DATABASE) as db:
        db.execute("PRAGMA user_version = 9000")
    db.close()
    with pytest.raises(DatabaseNewer):
        Desk.open(profile, workers=0, polling=False)
    assert run(["decide", "1", "forward"]) == 1
    assert run(["queue"]) == 1
    said = capsys.readouterr().err
    assert "newer version" in said
    assert "Traceback" not in said
    with sqlite3.connect(profile / DATABASE) as db:
        assert db.execute("SELECT count(*) FROM mention").fetchone() == (1,)
    db.close()


NOBODY = 65534


as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)


@as_root
def test_a_profile_that_may_only_be_read_can_be_looked_at_and_says_why_not_more(
    profile: Path, tmp_path: Path
) -> None:
    for path in (tmp_path, *tmp_path.rglob("*"), *tmp_path.parents):
        if path.is_dir() and str(path).startswith("/tmp/"):
            path.chmod(path.stat().st_mode | 0o055)
    looked = as_nobody(["queue", "--json"], profile)
    assert looked.returncode == 0, looked.stderr
    assert [r["id"] for r in json.loads(looked.stdout)] == ["1"]
    wrote = as_nobody(["decide", "1", "forward"], profile)
    assert wrote.returncode == 1
    assert "cannot be written" in wrote.stderr
    assert "Traceback" not in wrote.stderr


@as_root
def test_a_profile_that_may_not_even_be_read_is_said(profile: Path) -> None:
    profile.chmod(0o700)
    profile.parent.chmod(0o700)
    looked = as_nobody(["queue"], profile)
    assert looked.returncode == 1
    assert "may not be read" in looked.stderr
    assert "Traceback" not in looked.stderr


def as_nobody(asked: list[str], profile: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command as a user who may write nowhere."""
    become = (
        "import os, sys; from listener.cli import run; "
        f"os.setgid({NOBODY}); os.setuid({NOBODY}); sys.exit(run(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", become, *asked, "--profile", str(profile)],
        capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"HOME": "/nonexistent"},
    )  # fmt: skip
