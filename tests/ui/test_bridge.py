"""The bridge: answers and events on the main thread, reading apart from it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from listener.commands import Undo
from listener.events import SourcesChanged
from tests.ui.fakedesk import FakeDesk
from ui.bridge import Bridge


def test_an_event_of_the_engines_thread_is_heard_on_the_main_thread(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = FakeDesk(tmp_path)
    bridge = Bridge(desk)
    where: list[int] = []
    bridge.heard.connect(lambda _: where.append(threading.get_ident()))
    engine = threading.Thread(target=desk.tell, args=(SourcesChanged(),))
    engine.start()
    engine.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
    bridge.close()


def test_reading_happens_on_a_thread_of_its_own_and_the_reader_is_closed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = FakeDesk(tmp_path)
    bridge = Bridge(desk)
    read: list[int] = []
    bridge.read(lambda _: threading.get_ident(), read.append)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0] != threading.get_ident()
    assert desk.kept.readers_open == 1
    bridge.close()
    assert desk.kept.readers_open == 0


def test_of_several_reads_for_one_place_only_the_last_is_shown(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bridge = Bridge(FakeDesk(tmp_path))
    shown: list[int] = []
    for number in range(20):
        bridge.read(lambda _, n=number: n, shown.append, place="list")  # type: ignore[misc]
    bridge.read(lambda _: 99, shown.append, place="other")
    qtbot.waitUntil(lambda: 99 in shown)
    assert shown == [19, 99]
    bridge.close()


def test_a_known_fault_is_said_in_its_own_words(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = Bridge(FakeDesk(tmp_path))
    said: list[str] = []
    bridge.ask(Undo(), failed=said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["There is nothing to undo."]
    bridge.close()


def test_a_fault_of_ours_is_logged_and_said_without_hiding_it(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    bridge = Bridge(FakeDesk(tmp_path))
    said: list[str] = []
    bridge.read(lambda _: 1 // 0, lambda _: None, said.append)
    qtbot.waitUntil(lambda: bool(said))
    assert "ZeroDivisionError" in said[0]
    assert "ZeroDivisionError" in caplog.text
    bridge.close()


class Bell(QObject):
    rang = Signal(bool)
    gone = Signal()


def test_twenty_thousand_emits_and_void_calls_do_not_abort(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 aborts after some thousand of either; short tests pass on it.
    bell, heard = Bell(), [0, 0]

    def ring(_: bool) -> None:
        heard[0] += 1

    def leave() -> None:
        heard[1] += 1

    bell.rang.connect(ring)
    bell.gone.connect(leave)
    for number in range(20_000):
        bell.rang.emit(number % 2 == 0)
        bell.gone.emit()
    for _ in range(20_000):
        bell.blockSignals(False)
        bell.setObjectName("bell")
    assert heard == [20_000, 20_000]
