"""Starting at log-in, as each system wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from listener.commands import Change
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from tests.ui.settingspage import opened, section
from ui import startup


def test_starting_at_log_in_writes_a_file_and_takes_it_away(
    qtbot: QtBot, desk: FakeDesk, show: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    window = opened(qtbot, desk, show)
    section(window, "Start-up")
    entry = window.settings.start.entry
    assert entry is not None
    assert entry.path is not None
    window.settings.start.on.click()
    settle(qtbot, window)
    assert "--hidden" in entry.path.read_text(encoding="utf-8")
    assert Change("start_at_login", True) in desk.asked
    window.settings.start.on.click()
    settle(qtbot, window)
    assert not entry.path.exists()


def test_each_system_gets_what_it_wants_for_starting() -> None:
    profile, home = Path("/home/amy/my profile 100%"), Path("/home/amy")
    linux = startup.entry("linux", ["/opt/council-listener"], profile, {}, home)
    assert linux is not None
    assert linux.path == home / ".config/autostart/council-listener-my-profile-100-.desktop"
    assert (
        "Exec=/opt/council-listener --profile '/home/amy/my profile 100%%' --hidden" in linux.text
    )
    windows = startup.entry("win32", ["C:\\Apps\\cl.exe"], Path("C:/p q"), {}, home)
    assert windows is not None
    assert windows.path is None
    assert windows.text == 'C:\\Apps\\cl.exe --profile "C:/p q" --hidden'
    assert startup.entry("darwin", ["x"], profile, {}, home) is None


def test_an_entry_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    entry = startup.Entry(tmp_path / "file" / "x.desktop", "x", "")
    assert "could not be written" in startup.put(entry, True)
