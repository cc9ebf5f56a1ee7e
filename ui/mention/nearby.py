"""What lies around the mention shown: its thread, what is alike, open issues, and its old texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import overload

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from listener.mention import Detail, HistoryLine, Row
from ui import words
from ui.doors import AroundDoor, IssueDoor, OldTextDoor
from ui.parts.buttons import KeyButton
from ui.parts.fold import Fold
from ui.tongue import tr
from ui.urgent.signs import HIDDEN

THREAD_SHOWN = 3
LIKE_SHOWN = 3
PAST_SHOWN = 6
LINE = 200  # characters of a mention that is only told of


class Nearby(QFrame):
    """A card of sections, each hidden where it has nothing to tell."""

    sought = Signal(str)
    """A search that finds what is alike."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.old = Fold(tr("Its old text"), 0)
        self.before = Fold(tr("Said there before"), THREAD_SHOWN, newest_last=True)
        self.after = Fold(tr("Said there since"), THREAD_SHOWN)
        self.stack = Fold(tr("Others that tell the same"), LIKE_SHOWN)
        self.alike = Fold(tr("Like it at the same place"), LIKE_SHOWN)
        self._search = ""
        self.list_alike = KeyButton(tr("Show them in the list"), kind="link")
        self.list_alike.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list_alike.clicked.connect(lambda: self.sought.emit(self._search))
        self.issues = Fold(tr("Open issues near it"), LIKE_SHOWN)
        self.works = Fold(tr("Known works near it"), LIKE_SHOWN)
        self.past = Fold(tr("What was done"), PAST_SHOWN, newest_last=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 12, 18, 16)
        rows.setSpacing(6)
        for part in (
            self.works, self.old, self.issues, self.before, self.after, self.stack, self.alike,
            self.list_alike, self.past,
        ):  # fmt: skip
            rows.addWidget(part)

    def show_around(self, detail: Detail, around: AroundDoor, now: datetime, again: bool) -> None:
        """Shows what lies around a mention; again: it is the one shown before."""
        old = list(around.old_texts)
        times = "once" if len(old) == 1 else tr("{old} times", old=len(old))
        self.old.name(tr("Its author changed it {times}", times=times))
        self.old.show_told(_old(old, now), tr("Show the old text") if len(old) == 1 else
                           tr("Show the old texts"), again)  # fmt: skip
        self.before.show_told(Told(around.before, now), _all_of(around), again)
        self.after.show_told(Told(around.after, now), again=again)
        self.stack.show_told(Told(detail.stack, now), again=again)
        many = f": {around.alike_in_all:,}" if around.alike_in_all else ""
        self.alike.name(
            tr(
                "Like it at {listed}, within 14 days{many}",
                listed=words.line(" or ".join(around.places)),
                many=many,
            )
        )
        self.alike.show_told(Told(around.alike, now), _all_alike(around), again)
        self._search = search_for(detail.row.category, around.places)
        self.list_alike.setVisible(bool(around.alike))
        self.issues.show_told(_issues(around, now), again=again)
        self.past.show_told(_past(detail.history, now), again=again)


def search_for(category: str, places: Sequence[str]) -> str:
    """The search for a category at the first of some places."""
    wanted = (("category", category), *(("place", p) for p in places[:1]))
    return " ".join('{}:"{}"'.format(name, said.replace('"', " ")) for name, said in wanted)


class Told(Sequence[str]):
    """Mentions in a line each, put into words only once a line is shown: most stay folded."""

    def __init__(self, rows: Sequence[Row], now: datetime) -> None:
        self._rows = rows
        self._now = now

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return Told(self._rows[at], self._now)
        return told(self._rows[at], self._now)


def told(row: Row, now: datetime) -> str:
    """A mention in a line: when, where, its beginning, and what was decided of it."""
    text = tr(HIDDEN) if row.urgent and row.urgent.hidden else words.line(row.snippet or row.title)
    cut = text if len(text) <= LINE else text[: LINE - 1] + "…"
    decided = f" ({words.outcome(row.decided).lower()})" if row.decided else ""
    at = words.short_when(row.published or row.heard, now)
    return f"{at} · {words.line(row.source)}: {cut}{decided}"


def _all_of(around: AroundDoor) -> str:
    shown, known = len(around.before), len(around.before) + len(around.after)
    more = (
        tr("; {in_thread:,} in this thread", in_thread=around.in_thread)
        if around.in_thread > known
        else ""
    )
    return (
        tr("Show the last {shown}{more}", shown=shown, more=more)
        if more
        else tr("Show all {shown}", shown=shown)
    )


def _all_alike(around: AroundDoor) -> str:
    shown, there = len(around.alike), around.alike_in_all
    return (
        tr("Show the newest {shown} of {there:,}", shown=shown, there=there)
        if there > shown
        else tr("Show all {there}", there=there)
    )


def _old(texts: Sequence[OldTextDoor], now: datetime) -> list[str]:
    made = []
    for text in texts:
        whole = f"{text.title}: {text.text}" if text.title and text.text else text.title + text.text
        made.append(
            tr("Until {at}: “{whole}”", at=words.when(text.at, now), whole=words.plain(whole))
        )
    return made


def _issues(around: AroundDoor, now: datetime) -> list[str]:
    made = [_issue(i, now) for i in around.issues]
    if around.open:
        made.append(
            tr("{counted} like it not decided yet", counted=words.count(around.open, "mention"))
        )
    return made


def _issue(issue: IssueDoor, now: datetime) -> str:
    to = tr(" to {service}", service=words.line(issue.service)) if issue.service else ""
    many = f" ({words.count(issue.mentions, 'mention')})" if issue.mentions > 1 else ""
    return tr(
        "Forwarded{to} {at} by {by}{many}; no finish yet",
        to=to,
        at=words.when(issue.at, now),
        by=issue.by,
        many=many,
    )


def _past(history: Sequence[HistoryLine], now: datetime) -> list[str]:
    return [f"{words.when(h.at, now)} · {h.by}: {h.what}" for h in history]
