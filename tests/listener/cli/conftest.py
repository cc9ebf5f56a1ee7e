"""A profile of its own for each test of the command line, and what a command said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from listener.cli import run


@dataclass(frozen=True)
class Came:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Came]


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("COUNCIL_LISTENER_PROFILE", str(folder))
    return folder


@pytest.fixture
def ask(profile: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs one command on the profile."""

    def asked(*words: str) -> Came:
        capsys.readouterr()
        status = run(list(words))
        said = capsys.readouterr()
        return Came(status, said.out, said.err)

    return asked


TOLD = """id\tts\tauthor\tchannel\ttext
a\t2026-11-20 09:00\tJo Resident\tx\tSmell of gas on Mill Street, it is really strong
b\t2026-11-20 09:05\tSam Resident\tfacebook_group\tpothole on Wolverton Road burst my tyre
c\t2026-11-20 09:06\t\tnextdoor\t=cmd|' /C calc'!A0 bins missed again on Park Lane
d\t2026-11-20 09:07\t\tmastodon\tWhen is the Wednesmere tip open over Christmas?
"""


@pytest.fixture
def told(ask: Ask, tmp_path: Path) -> Path:
    """A profile that holds four mentions from a file."""
    file = tmp_path / "told.tsv"
    file.write_text(TOLD, encoding="utf-8")
    assert ask("import", str(file), "--source", "Told").status == 0
    return file
