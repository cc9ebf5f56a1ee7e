"""One digest: to whom, how it stands, what can be done, what is in it, what became of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from listener.handoff import RESPONSES, Response
from rules.telling import Told
from ui import words
from ui.digests.entries import STATES, Entry, Shelf, log_lines
from ui.digests.paper import Browser
from ui.keys import key_of
from ui.mention.actions import UndoBar
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, heading, label, reworn
from ui.parts.lines import Lines
from ui.parts.scrolling import scrolling
from ui.tongue import said_later, tr

VERBS = said_later((
    ("send", "Send", "forward"), ("draft", "Open as a draft", "forward"),
    ("write", "Write it", "forward"), ("went", "It went", "suggested"),
    ("again", "Send again", ""), ("open_again", "Open it again", ""),
    ("try", "Try again now", ""), ("elsewhere", "To another address…", ""),
    ("edit", "Edit…", "note"), ("stop", "Do not send", ""), ("drop", "Drop it", ""),
    ("print", "Print…", "print"),
))  # fmt: skip
"""A verb's name, its words, and the verb of ui.keys whose key does it here."""
NO_REMINDER = said_later(
    "Mail goes out as drafts that you send from your own mail program: no reminder goes out by "
    "itself (Settings, Mail)."
)


@dataclass(frozen=True, slots=True)
class Looked:
    """Everything about one entry, read in one go."""

    entry: Entry
    told: Told | None
    responses: tuple[Response, ...]


def offers(entry: Entry, shelf: Shelf) -> tuple[str, ...]:
    """What can be done with an entry now; the first is the usual."""
    if entry.digest is None and entry.due is not None:
        return ("write",)
    paper = ("print",) if entry.digest is not None else ()
    if entry.mail is not None and entry.mail.erased and entry.state != "draft":
        return ("went", "stop", *paper) if entry.state in ("opened", "unknown") else paper
    match entry.state:
        case "draft":
            ways = ("send", "draft") if shelf.way == "smtp" else ("draft",)
            if shelf.way != "smtp" and shelf.server:
                ways = ("draft", "send")
            return (*ways, "edit", "drop", *paper)
        case "opened":
            return ("went", "open_again", "elsewhere", "stop", *paper)
        case "unknown":
            return ("went", "again", *paper)
        case "queued":
            return ("try", "stop", *paper)
        case "failed" | "bounced":
            return ("again", "elsewhere", "went", *paper)
        case "sent" if entry.mail is not None and entry.mail.faults:
            return ("elsewhere", *paper)
    return paper


class DigestPane(QScrollArea):
    """Shows one entry and offers what can be done with it."""

    asked = Signal(str)
    """The name of one of VERBS."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.entry: Entry | None = None
        self.bar = UndoBar()
        self._area = label("", "soft")
        self._title = label("", "title")
        self._chip = chip("", "grey")
        self._says = label("", "strong")
        self._to = label("", "soft")
        self._why = Lines()
        self._attached = label("", "soft")
        self.browser = Browser()
        self.plain = label("")
        self.plain.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.plain.setAccessibleName(tr("The digest as plain text"))
        self._log, self._answers = Lines(""), Lines("")
        self._log_head = heading(tr("What became of it"))
        self._answers_head = heading(tr("What the service says"))
        self.buttons: dict[str, KeyButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        self._verbs = flow = Flow(gap=8)
        for name, text, verb in VERBS:
            button = KeyButton(tr(text), key_of(verb) if verb else "")
            button.clicked.connect(lambda _=False, n=name: self.asked.emit(n))
            self.buttons[name] = button
            flow.addWidget(button)
        inside = QWidget()
        scrolling(inside, self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(20, 14, 16, 14)
        rows.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self._area, 1)
        top.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(top)
        for line in (self._title, self._says, self._to, self._why):
            rows.addWidget(line)
        rows.addLayout(flow)
        rows.addWidget(self.bar)
        rows.addLayout(self._switch())
        for part in (self.browser, self.plain, self._attached, self._answers_head, self._answers,
                     self._log_head, self._log):  # fmt: skip
            rows.addWidget(part)
        rows.addStretch(1)

    def _switch(self) -> Flow:
        """As the service sees it, or as plain text."""
        row = Flow(gap=8)
        self._group = QButtonGroup(self)
        self.as_seen, self.as_plain = KeyButton(tr("As the service sees it")), KeyButton(
            tr("As plain text")
        )  # fmt: skip
        for button in (self.as_seen, self.as_plain):
            button.setCheckable(True)
            button.clicked.connect(self._show_body)
            self._group.addButton(button)
            row.addWidget(button)
        self.as_seen.setChecked(True)
        return row

    def show_looked(self, looked: Looked, shelf: Shelf, now: datetime) -> None:
        """Shows all of it; the place in the text is kept where it is the same digest."""
        entry = looked.entry
        same = self.entry is not None and self.entry.name == entry.name
        self.entry = entry
        shape, word, colour = STATES[entry.state]
        self._area.setText(words.line(entry.area))
        self._title.setText(words.line(entry.title))
        self._chip.setText(f"{shape} {tr(word)}")
        reworn(self._chip, "chip", colour)
        self._show_mail(looked, shelf)
        digest = entry.digest
        self._attached.setText(_attached(digest.csv if digest is not None else ""))
        if digest is not None:
            self.browser.show_digest(digest.html)
            self.plain.setText(words.plain(digest.plain))
            self.plain.setAccessibleDescription(self.plain.text())  # else its name alone is read
        self._show_body()
        self._answers.show_lines([answer_line(r, now) for r in looked.responses])
        self._answers_head.setVisible(bool(looked.responses))
        log = log_lines(entry, now)
        self._log.show_lines(log)
        self._log_head.setVisible(bool(log))
        self._show_offers(offers(entry, shelf))
        if not same:
            self.verticalScrollBar().setValue(0)

    def _show_mail(self, looked: Looked, shelf: Shelf) -> None:
        entry, told = looked.entry, looked.told
        mail = entry.mail
        says = words.plain(mail.says) if mail is not None and entry.state != "draft" else ""
        self._says.setText(says)
        self._says.setVisible(bool(says))
        reworn(self._says, "look", "fault" if entry.troubled else "strong")
        if mail is not None and entry.state != "draft":
            self._to.setText(tr("To {listed}", listed=", ".join(mail.to)))
        elif told is not None:
            self._to.setText(_told_words(told))
        self._to.setVisible(bool(self._to.text()))
        lines = [words.line(entry.due.because)] if entry.due and entry.digest else []
        if entry.state == "draft" and shelf.way != "smtp":
            lines.append(tr(NO_REMINDER))
        others = (m for m in entry.mails if m is not mail and m.state in ("unknown", "failed"))
        lines += [tr("{subject}: {says}", subject=m.subject, says=m.says) for m in others]
        self._why.show_lines(lines)

    def _show_offers(self, offered: Sequence[str]) -> None:
        """The usual stands first, for the eye and for Tab."""
        rest = [name for name in self.buttons if name not in offered]
        before: QWidget | None = None
        while self._verbs.takeAt(0) is not None:
            pass
        for name in (*offered, *rest):
            button = self.buttons[name]
            self._verbs.addWidget(button)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        if before is not None:
            QWidget.setTabOrder(before, self.bar.button)
        self._verbs.invalidate()
        for name, button in self.buttons.items():
            button.setVisible(name in offered)
            usual = bool(offered) and name == offered[0] and name != "print"
            reworn(button, "kind", "primary" if usual else "plain")

    def _show_body(self) -> None:
        there = self.entry is not None and self.entry.digest is not None
        for button in (self.as_seen, self.as_plain):
            button.setVisible(there)
        self.browser.setVisible(there and self.as_seen.isChecked())
        self.plain.setVisible(there and self.as_plain.isChecked())
        self._attached.setVisible(there and bool(self._attached.text()))

    def can(self, verb: str) -> bool:
        """Whether a verb is offered now."""
        return not self.buttons[verb].isHidden()


def answer_line(response: Response, now: datetime) -> str:
    """What a service said, in a line: comms alone reads it."""
    told = [words.when(response.at, now), tr(RESPONSES[response.kind])]
    if response.until is not None:
        told.append(tr("until {when}", when=words.when(response.until, now)))
    told += [response.whose, response.changed, response.said]
    return " · ".join(words.line(part) for part in told if part)


def _told_words(told: Told) -> str:
    because = words.line(told.because)
    ring = tr(" Ring {number}.", number=told.ring) if told.ring else ""
    if told.to:
        return tr("To {listed}: {because}.{ring}", listed=", ".join(told.to), because=because,
                  ring=ring)  # fmt: skip
    return tr("To nobody yet: {because}.{ring}", because=because, ring=ring)


def _attached(table: str) -> str:
    rows = max(0, sum(1 for _ in csv.reader(io.StringIO(table))) - 1) if table else 0
    if not rows:
        return ""
    return tr("Attached: {counted} as a table.", counted=words.count(rows, "post"))
