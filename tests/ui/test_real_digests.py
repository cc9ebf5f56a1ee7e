"""The page of digests on the real desk: a draft is opened, said to have gone, and followed."""

from __future__ import annotations

from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from listener.commands import Change
from listener.desk import Desk
from tests.listener.forward.making import area_kept, digest_kept
from tests.ui.conftest import settle
from ui.shell import Window
from ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Window]:
    """A window on a desk with one digest for Highways."""
    desk = Desk.open(tmp_path, workers=0, polling=False)
    desk.ask(Change("first_run_done", True)).result()
    area_kept(tmp_path, "Highways", "desk@highways.example")
    digest_kept(tmp_path)
    window = Window(desk, theme)
    qtbot.addWidget(window, before_close_func=lambda w: w.close_now())
    window.show()
    qtbot.waitUntil(lambda: window.glance is not None)
    window.open("digests")
    settle(qtbot, window)
    yield window
    window.close_now()
    desk.close()


def test_a_draft_is_opened_and_said_to_have_gone(qtbot: QtBot, window: Window) -> None:
    page = window.pages.digests
    opened: list[str] = []
    page.doing.open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]
    qtbot.waitUntil(lambda: page.pane.can("draft"))
    assert page.pane._to.text().startswith("To desk@highways.example: ")
    page.pane.buttons["draft"].click()
    qtbot.waitUntil(lambda: page.pane.can("went"))
    mail = BytesParser(policy=default).parsebytes(Path(opened[0]).read_bytes())
    assert mail["To"] == "desk@highways.example"
    assert mail["X-Unsent"] == "1"
    page.pane.buttons["went"].click()
    qtbot.waitUntil(lambda: page.pane._says.text() == "Officer says that it went.")
    assert not Path(opened[0]).exists()
    assert page.list.item(0).text() == "WENT"


def test_settings_send_a_test_message_as_a_draft(qtbot: QtBot, window: Window) -> None:
    window.open("settings")
    part = window.settings.mail
    opened: list[str] = []
    part.open_file = lambda path: not opened.append(path)  # type: ignore[func-returns-value]
    part.test_to.setText("me@brackenford.example")
    part.send.click()
    qtbot.waitUntil(lambda: bool(opened))
    qtbot.waitUntil(lambda: "open in your mail program" in part.said())
