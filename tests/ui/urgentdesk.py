"""Possible dangers on a fake desk, and a window that is open at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from listener.mention import MentionKey
from rules.urgent import ApprovedReply, Mark
from tests.ui import brackenford
from tests.ui.brackenford import NOW
from tests.ui.conftest import Shown, settle
from tests.ui.fakedesk import FakeDesk
from ui.shell import Window


def urgent_window(qtbot: QtBot, show: Shown, desk: FakeDesk) -> Window:
    window = show(desk)
    window.open("urgent")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.pane.urgent.isVisible())
    return window


def dangers(desk: FakeDesk) -> list[MentionKey]:
    return [k for k, r in desk.kept.rows.items() if r.view == "urgent"]


def becomes(desk: FakeDesk, kind: str, channel: str = "page_comment", **mark: Any) -> MentionKey:
    """The first possible danger of the desk is of this kind now."""
    key = dangers(desk)[0]
    made = replace(Mark(kind, NOW + timedelta(minutes=11)), **mark)
    row = replace(desk.kept.rows[key], grade="person", channel=channel, urgent=made)
    desk.kept.rows[key] = row
    detail = brackenford.detail(row)
    assert detail.urgent is not None
    reply = ApprovedReply("self_harm", "Please ring 116 123.", "Safeguarding lead")
    sheet = replace(detail.urgent, mark=made, replies=(reply,), own_page=channel == "page_comment")
    desk.kept.details[key] = replace(detail, urgent=sheet)
    return key
