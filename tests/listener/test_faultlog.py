"""Faults of ours leave their trail in the profile."""

from __future__ import annotations

import logging
from pathlib import Path

from listener.desk import Desk
from listener.faultlog import NAME, FaultLog


def test_a_fault_is_written_with_its_trail(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    try:
        raise ValueError("the pipe burst")
    except ValueError:
        logging.getLogger("listener.engine").exception("the engine met a fault of our own")
    log.close()
    written = (tmp_path / NAME).read_text(encoding="utf-8")
    assert "listener.engine" in written
    assert "ValueError: the pipe burst" in written


def test_without_a_fault_there_is_no_log(tmp_path: Path) -> None:
    log = FaultLog(tmp_path)
    logging.getLogger("httpx").info("a request")
    log.close()
    assert not (tmp_path / NAME).exists()


def test_every_open_desk_keeps_one_and_leaves_none_behind(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    desk = Desk.open(tmp_path, workers=0, polling=False)
    try:
        logging.getLogger("listener.rounds").error("a fault of ours while hearing")
    finally:
        desk.close()
    assert logging.getLogger().handlers == before
    assert "while hearing" in (tmp_path / NAME).read_text(encoding="utf-8")
