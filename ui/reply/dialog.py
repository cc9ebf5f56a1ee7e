"""Before you reply: what to weigh, a draft to begin with, and where it goes then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from listener.commands import WriteReply
from listener.mention import Detail
from rules.flowchart import OUTCOMES
from rules.replying import REPLIES, Advice, Consideration, filled, fitting, second_reader, seen_in
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import heading, label
from ui.parts.scrolling import scrolling
from ui.reply.draft import Draft
from ui.tongue import tr

SPOKEN = (*REPLIES, "forward", "attach", "complaint_route", "consultation", "moderate")
"""Outcomes that a reply may go with: a service can be told, and its resident answered."""
SHOWN = 500  # characters of the mention that are shown above the draft
COLUMNS_FROM = 92  # characters of width from which the advice stands beside the draft


@dataclass(frozen=True, slots=True)
class Ask:
    """What a reply is written to, and by whom. draft: what was begun before, or sent back."""

    detail: Detail
    advice: Advice
    officer: str
    service: str  # the category picked, or ""
    flag: str  # of that service
    values: Mapping[str, str]  # of the fields that are known
    names: tuple[str, ...] = ()  # who writes, and the council, as a draft may name them
    draft: str = ""
    said: str = ""  # why there is a draft already


class ReplyDialog(QDialog):
    """Tick, template, draft, copy. Closing it keeps the draft as long as the window is open."""

    def __init__(self, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Before you reply"))
        self._ask = ask
        self.signed_in = QCheckBox(tr("I am signed in as the council, not as myself"))
        self.outcome = self._outcomes()
        self.template = QComboBox()
        self.template.setAccessibleName(tr("Begin with a template"))
        self.draft = Draft(ask.detail.row.channel)
        self.anyway = QCheckBox(tr("Copy it all the same"))
        self.anyway.hide()
        self._second = label("", "strong")
        self._kept = label("", "soft")
        self._missing = label("", "fault")
        self._missing.hide()
        self.go = KeyButton("", "Ctrl+Return", "primary")
        self.go.clicked.connect(self.accept)
        self._from_template = ""
        self._weighed: dict[Consideration, QLabel] = {}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.accept)
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self.accept)
        self.template.activated.connect(self._use_template)
        self.draft.changed.connect(self._show)
        self.outcome.currentIndexChanged.connect(self._outcome_changed)
        self._fill_templates()
        if ask.draft:
            self.draft.set_words(ask.draft)
        self._show()

    def command(self) -> WriteReply:
        """What is asked of the desk."""
        ask = self._ask
        return WriteReply(
            ask.detail.row.key, self.draft.words(), self._chosen(), ask.service, ask.officer
        )

    def waits_for(self) -> str:
        """Why a second person reads it first, or ""."""
        return second_reader(self._chosen(), self._ask.flag)

    def objection(self) -> str:
        """Why it is not copied yet, in words, or ""."""
        if not self.signed_in.isChecked():
            return tr("Tick first that you are signed in as the council.")
        if not self.draft.words():
            return tr("There is nothing in the reply yet.")
        return "" if self.anyway.isChecked() else self._doubt()

    def accept(self) -> None:
        objection = self.objection()
        self._missing.setText(objection)
        self._missing.setVisible(bool(objection))
        if not objection:
            super().accept()
        elif not self.signed_in.isChecked():
            self.signed_in.setFocus()
        elif not self.draft.words():
            self.draft.text.setFocus()
        else:
            self.anyway.show()
            self.anyway.setFocus()

    def _doubt(self) -> str:
        """What a person should say yes to before it is copied."""
        wants, count = self.draft.wants(), self.draft.count()
        said = []
        if wants:
            said.append(tr("Not filled in: ") + ", ".join(f"{{{w}}}" for w in wants) + ".")
        if count.over:
            said.append(
                tr("It is {over:,} too long for {name}.", over=count.over, name=count.network.name)
            )
        return " ".join(said)

    def _chosen(self) -> str:
        return str(self.outcome.currentData())

    def _outcomes(self) -> QComboBox:
        row = self._ask.detail.row
        guess = row.outcome or row.guess
        box = QComboBox()
        box.setAccessibleName(tr("Kept as"))
        for name in SPOKEN:
            box.addItem(OUTCOMES[name], name)
        at = box.findData(row.decided or guess)
        box.setCurrentIndex(at if at >= 0 else box.findData("answer"))
        return box

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setLayout(self._columns)
        self._columns.setContentsMargins(2, 2, 2, 2)
        self._columns.addLayout(self._writing(), 3)
        self._columns.addLayout(self._weighing(), 2)
        self._area = scrolling(inside)
        cancel = KeyButton(tr("Not now"), "Esc")
        cancel.clicked.connect(self.reject)
        for button in (self.go, cancel):
            button.setAutoDefault(False)  # Return in a field fills it in, and copies nothing
        buttons = Flow(gap=8)
        buttons.addWidget(self.go)
        buttons.addWidget(cancel)
        rows = QVBoxLayout(self)
        rows.setSpacing(8)
        rows.addWidget(label(tr("Before you reply"), "title"))
        rows.addWidget(self._area, 1)
        for part in (self._missing, self.anyway):
            rows.addWidget(part)
        rows.addLayout(buttons)

    def _writing(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(label(_told(self._ask.detail), "soft"))
        rows.addWidget(self.signed_in)
        if self._ask.said:
            rows.addWidget(label(self._ask.said, "strong"))
        named = ((tr("Begin with"), self.template), (tr("Your reply"), self.draft))
        for name, widget in named:
            rows.addWidget(heading(name))
            rows.addWidget(widget)
        rows.addWidget(heading(tr("Kept as")))
        if self._ask.detail.decision is None:
            rows.addWidget(self.outcome)
        else:
            rows.addWidget(label(_decided(self._ask.detail)))
        for part in (self._second, self._kept):
            rows.addWidget(part)
        rows.addStretch(1)
        return rows

    def _weighing(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        rows.addWidget(heading(tr("What to weigh")))
        for one in self._ask.advice.considerations:
            self._weighed[one] = label(one.what, "strong")
            rows.addWidget(self._weighed[one])
            rows.addWidget(label(one.means, "soft"))
            rows.addSpacing(8)
        rows.addWidget(heading(tr("House rules")))
        for rule in self._ask.advice.house_rules:
            rows.addWidget(label(f"• {rule}", "soft"))
        rows.addStretch(1)
        return rows

    def _fill_templates(self) -> None:
        """The templates, those that fit what is kept and how it sounds first; a dash parts them."""
        self.template.clear()
        self.template.addItem(tr("No template: your own words"), "")
        fit = fitting(self._ask.advice.templates, self._chosen(), self._ask.detail.row.tone)
        for template in fit:
            self.template.addItem(template.name, template.text)
        good = sum(1 for t in fit if self._chosen() in t.outcomes)
        if 0 < good < len(fit):
            self.template.insertSeparator(good + 1)

    def _use_template(self) -> None:
        """Puts a template in the place of the one before it, and after what was typed."""
        text = str(self.template.currentData() or "")
        if text:
            made, own = filled(text, self._ask.values), self.draft.words()
            kept = f"{own}\n\n" if own and own != self._from_template else ""
            self._from_template = made
            self.draft.set_words(kept + made)
            self.draft.text.setFocus()

    def _outcome_changed(self) -> None:
        self._fill_templates()
        self._show()

    def _show(self) -> None:
        """What will be done, and what is recorded by it, in words."""
        doubt = self._doubt()
        if not doubt:
            self.anyway.setChecked(False)
        self.anyway.setVisible(self.anyway.isVisible() and bool(doubt))
        self._show_weighed()
        waits = self.waits_for()
        self._second.setText(tr("A second person reads it before it goes: {waits}.", waits=waits))
        self._second.setVisible(bool(waits))
        host = words.true_host(self._ask.detail.heard.url)
        do = tr("Keep for a second reader") if waits else tr("Copy and open the original")
        self.go.setText(do if waits or host else tr("Copy"))
        self.go.setAccessibleName(self.go.text())
        self.go.updateGeometry()
        self._kept.setText(self._records(waits))

    def _show_weighed(self) -> None:
        """What can be seen in the draft, by a tick and in words; the rest is for a person."""
        for one, shown in self._weighed.items():
            if one.sees:
                seen = seen_in(self.draft.words(), one.sees, self._ask.names)
                shown.setText(
                    f"{one.what}: {(tr('✓ in your draft') if seen else tr('not seen yet'))}"
                )

    def _records(self, waits: str) -> str:
        ask = self._ask
        service = f" · {ask.service}" if ask.service else ""
        decides = tr(
            "It decides: {outcome}{service}, by {officer}.",
            outcome=words.outcome(self._chosen()),
            service=service,
            officer=ask.officer,
        )
        if ask.detail.decision is not None:
            decides = tr("What was decided stands.")
        if waits:
            return tr(
                "Your text is kept and waits for a second reader; then it can be copied. {decides}",
                decides=decides,
            )
        return tr(
            "Your text is kept, copied, and counts as not known posted until "
            "you give its link. {decides}",
            decides=decides,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() / max(1, self.fontMetrics().averageCharWidth())
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(side if wide > COLUMNS_FROM else down)

    def sizeHint(self) -> QSize:
        unit, room = self.fontMetrics(), self.screen().availableGeometry().size() * 0.92
        return QSize(unit.averageCharWidth() * 130, unit.height() * 40).boundedTo(room)

    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())  # left alone, Qt opens no window over two thirds of the screen
        super().showEvent(event)
        self.signed_in.setFocus()


def _told(detail: Detail) -> str:
    """Where it was said, and how it begins."""
    row, heard = detail.row, detail.heard
    where = " · ".join(p for p in (words.line(row.source), words.channel(row.channel)) if p)
    told = words.line(heard.text or heard.title)
    return f"{where}: “{told if len(told) <= SHOWN else told[: SHOWN - 1] + '…'}”"


def _decided(detail: Detail) -> str:
    decision = detail.decision
    if decision is None:
        return ""
    service = f" · {decision.service}" if decision.service else ""
    return tr(
        "Decided already: {outcome}{service}, by {by}",
        outcome=words.outcome(decision.outcome),
        service=service,
        by=decision.by,
    )
