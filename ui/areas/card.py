"""One area: who is told of it now, what is wrong, what waits, what went and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from listener.handoff import AreaContact, AreaState, Handoff, Misroute
from listener.mention import HistoryLine
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.fold import Fold
from ui.parts.labels import label
from ui.parts.lines import Lines
from ui.tongue import tr

SHOWN = 5


class AreaCard(QFrame):
    """Shows what is ready; asks nobody."""

    change = Signal()
    look = Signal()
    """Show the posts that went there, in the list."""
    test = Signal()
    """Send a test message to its addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title = label("", "title")
        self.now = label("")
        self.health = Lines("fault")
        self._facts = Lines("soft")
        self.waiting = Fold(tr("Waits for it"), SHOWN)
        self.log = Fold(tr("What went and what came back"), SHOWN)
        self.misroutes = Fold(tr("Not for this area, this month"), SHOWN)
        self.edit = KeyButton(tr("Change…"))
        self.edit.clicked.connect(self.change)
        self.posts = KeyButton(tr("Show its posts"))
        self.posts.clicked.connect(self.look)
        self.try_it = KeyButton(tr("Send a test message"))
        self.try_it.clicked.connect(self.test)
        buttons = Flow(gap=8)
        for button in (self.edit, self.posts, self.try_it):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setSpacing(8)
        for part in (self._title, self.now, self.health, self._facts):
            rows.addWidget(part)
        rows.addLayout(buttons)
        for fold in (self.waiting, self.log, self.misroutes):
            rows.addWidget(fold)
        rows.addStretch(1)
        rows.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_state(self, state: AreaState, now: datetime) -> None:
        """How it stands."""
        contact = state.contact
        self._title.setText(words.line(contact.area))
        self.now.setText(_now(state))
        self.health.show_lines([f"! {h}" for h in state.health])
        self._facts.show_lines(_facts(state, now))
        self.try_it.setVisible(bool(contact.addresses))
        self.edit.setAccessibleName(tr("Change who is told of {area}", area=contact.area))

    def show_more(
        self,
        waiting: Sequence[Handoff],
        log: Sequence[HistoryLine],
        misroutes: Sequence[Misroute],
        now: datetime,
        again: bool,
    ) -> None:
        """What waits and went; again: it is the area that was shown before."""
        self.waiting.show_told(waiting_lines(waiting, now), again=again)
        self.log.show_told([_log(line, now) for line in log], again=again)
        told = [
            tr("{many} × {category}: {reason}", many=m.many, category=m.category, reason=m.reason)
            for m in misroutes
        ]
        self.misroutes.show_told([words.line(t) for t in told], again=again)


def _now(state: AreaState) -> str:
    """Who is told of what cannot wait, with the reason."""
    told = state.told
    if state.contact.body == "other":
        return tr("Another body: residents are sent there, nothing goes to it by itself.")
    whom = ", ".join(told.to) or told.ring or tr("nobody")
    return tr("Told now, where it cannot wait: {whom} ({because}).", whom=words.line(whom),
              because=words.line(told.because))  # fmt: skip


def _facts(state: AreaState, now: datetime) -> list[str]:
    c = state.contact
    due = tr(", next {due}", due=words.when(state.due, now)) if state.due else ""
    times = ", ".join(c.digest_times)
    given = [
        (tr("Addresses"), ", ".join(c.addresses)),
        (tr("Deputy"), c.deputy),
        (tr("Hours"), c.hours or (tr("always") if c.addresses else "")),
        (tr("Out of hours"), c.out_of_hours),
        (tr("Number"), c.phone),
        (tr("Public page"), c.link),
        (tr("Digests"), f"{times}{due}" if state.due else ""),
        (tr("At once"), ", ".join(c.at_once) if c.body == "ours" else ""),
        (tr("Sent by itself, by a standing instruction of"), c.standing),
        (tr("Sensitive"), tr("a second reader, no quotes, ward at most") if c.sensitive else ""),
    ]
    return [f"{name}: {words.line(value)}" for name, value in given if value]


def waiting_lines(handoffs: Sequence[Handoff], now: datetime) -> list[str]:
    """What waits for an area: by service, how many posts, since when, and what they wait for."""
    groups: dict[tuple[str, str, str], list[Handoff]] = {}
    for h in handoffs:
        groups.setdefault((h.category, h.role, h.held), []).append(h)
    lines = []
    for (category, role, held), some in groups.items():
        many = words.count(len(some), "post")
        what = category or tr("a spike")
        informed = tr(", for information") if role == "information" else ""
        why = f" · {words.line(held)}" if held else ""
        since = words.when(min(h.at for h in some), now)
        lines.append(tr("{what}{informed}: {many} since {since}{why}", what=words.line(what),
                        informed=informed, many=many, since=since, why=why))  # fmt: skip
    return lines


def _log(line: HistoryLine, now: datetime) -> str:
    return f"{words.when(line.at, now)} · {words.line(line.by)}: {words.line(line.what)}"


def told_words(contact: AreaContact) -> str:
    """Who is told, in a cell."""
    return ", ".join(contact.addresses) or contact.phone or contact.link or tr("nobody")
