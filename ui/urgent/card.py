"""The card at the top of a possible danger: whom to ring now, what to do, save and not post."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from listener.mention import Detail, MentionKey
from rules.urgent import Ring, Sheet, to_ring
from ui import words
from ui.keys import key_of
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, label, reworn
from ui.parts.lines import Lines
from ui.tongue import said_later, tr
from ui.urgent.facts import Facts, short_words, whole_words
from ui.urgent.record import record_of
from ui.urgent.reply import ReplyBox
from ui.urgent.signs import clock_sign

MORE = said_later("Save, do not post, all numbers")
JUDGE = said_later("The app looks for words; it cannot see danger. You judge.")
SIDES_FROM = 68  # characters of width from which whom to ring and what to do are side by side


class UrgentCard(QFrame):
    """Shows one Detail; hides itself where there is nothing to say. Asks for verbs by name."""

    asked = Signal(str)
    """look, rang, give, hold, contacts, reply or silence."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._sheet: Sheet | None = None
        self._kinds_of: tuple[MentionKey, str, str] | None = None
        self._now = datetime.now(UTC)
        self.title = label("", "title")
        self.clock = chip("", "amber")
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Another kind of danger: shows its card"))
        cut = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.kind.setSizeAdjustPolicy(cut)  # a long title is cut: the window stays as wide as it is
        self.kind.setMinimumContentsLength(16)
        self.kind.activated.connect(lambda _: self._show_card())
        self.ring = Facts(tr("Ring now"))
        self.every = Facts(tr("All numbers"))
        self.do = Facts(tr("What to do"))
        self.save = Facts(tr("Save"))
        self.never = Facts(tr("Do not post"))
        self.reply = ReplyBox()
        self.reply.asked.connect(self.asked)
        self.record = Lines()
        self._judge = label(tr(JUDGE), "soft")
        self.care = label("", "soft")
        self.more = KeyButton(tr(MORE), kind="link")
        self.more.setCheckable(True)
        self.more.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.more.toggled.connect(self._unfold)
        self._buttons = self._made_buttons()
        self._fold = self._made_fold()
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(8)
        self._lay_out()
        self._unfold(False)
        self.hide()

    def _made_buttons(self) -> dict[str, KeyButton]:
        made: dict[str, KeyButton] = {}
        for verb, text, key, kind in (
            ("look", tr("I am looking at it"), key_of("look"), "primary"),
            ("rang", tr("I rang…"), "", "plain"),
            ("give", tr("Give to emergency services…"), "", "plain"),
            ("hold", tr("Put on hold…"), key_of("hold"), "plain"),
            ("contacts", tr("Duty contacts…"), "", "plain"),
        ):
            button = KeyButton(text, key, kind)
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v))
            made[verb] = button
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignTop)
        flow = Flow(gap=8)
        for verb in ("look", "rang", "give", "hold"):
            flow.addWidget(self._buttons[verb])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 12)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._judge)
        rows.addLayout(self._sides)
        for parts in ((self.ring, flow, self.record), (self.do, self.reply)):
            side = QVBoxLayout()
            side.setSpacing(8)
            for part in parts:
                if isinstance(part, QWidget):
                    side.addWidget(part)
                else:
                    side.addLayout(part)
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        rows.addWidget(self.care)
        rows.addWidget(self.more)
        rows.addWidget(self._fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whom to ring and what to do stand side by side where there is room for both."""
        super().resizeEvent(event)
        wide = self.width() > SIDES_FROM * self.fontMetrics().averageCharWidth()
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(side if wide else down)
        self._sides.setSpacing(24 if wide else 8)

    def _made_fold(self) -> QWidget:
        """What is read once the first call is made, or before it where there is time."""
        fold = QWidget()
        last = Flow(gap=8)
        last.addWidget(self.kind)
        last.addWidget(self._buttons["contacts"])
        rows = QVBoxLayout(fold)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.save, self.never, self.every):
            rows.addWidget(part)
        rows.addLayout(last)
        return fold

    def _unfold(self, open_: bool) -> None:
        self._fold.setVisible(open_ and not self.more.isHidden())
        self.more.setText(("▾ " if open_ else "▸ ") + tr(MORE))
        self.more.setAccessibleName(f"{tr(MORE)}: {(tr('hide') if open_ else tr('show'))}")

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def show_detail(self, detail: Detail | None, now: datetime) -> None:
        """Shows what holds for a mention: all of it while it is urgent, else what was done."""
        self._now = now
        self._sheet = detail.urgent if detail is not None else None
        if detail is None or self._sheet is None:
            self.hide()
            return
        sheet = self._sheet
        urgent = detail.row.view == "urgent"
        lines = record_of(sheet, now)
        self.setVisible(urgent or bool(lines))
        self.record.show_lines(lines)
        for part in (self._judge, self.ring, self.do, self.care, self.more):
            part.setVisible(urgent)
        for verb in ("look", "rang", "give"):
            self._buttons[verb].setVisible(urgent)
        self._unfold(self.more.isChecked())
        self._name("hold", tr("Hold or end the hold…") if sheet.hold else tr("Put on hold…"))
        self.reply.hide()
        if not urgent:
            self.title.setText(tr("Noted about this mention"))
            self.clock.hide()
            return
        of = (detail.row.key, sheet.mark.type, detail.row.grade)
        if of != self._kinds_of:  # else the officer's choice of another card stays
            self._kinds_of = of
            self._fill_kinds(sheet, detail.row.grade)
        self._buttons["look"].setVisible(not sheet.mark.looking)
        self._show_card()
        self.tick(now)

    def _fill_kinds(self, sheet: Sheet, grade: str) -> None:
        self.kind.clear()
        for card in sheet.guide.cards:
            self.kind.addItem(card.title, card.type)
        chosen = sheet.guide.card(sheet.mark.type, grade)
        self.kind.setCurrentIndex(self.kind.findData(chosen.type))

    def _show_card(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        card = sheet.guide.card(str(self.kind.currentData()))
        self.title.setText(f"⚑ {card.title}")
        self._show_rings(sheet)
        self.do.show_lines(card.do)
        self.save.show_lines(card.save)
        self.never.show_lines(card.never)
        self.reply.show_reply(sheet, card)
        self.care.setText(sheet.guide.wellbeing)
        # Beside a hidden text the same words stand on its veil.
        self.care.setVisible(card.grade == "person" and not sheet.mark.hidden)

    def _rings(self, sheet: Sheet) -> tuple[Ring, ...]:
        local = self._now.astimezone(words.LONDON)
        card = sheet.guide.card(str(self.kind.currentData()))
        return to_ring(sheet.guide, card, sheet.contacts, local, sheet.office)

    def _show_rings(self, sheet: Sheet) -> None:
        rings = self._rings(sheet)
        now = [r for r in rings if r.now]
        self.ring.show_lines([short_words(r) for r in now], [not r.missing for r in now])
        self.every.show_lines([whole_words(r) for r in rings], [not r.missing for r in rings])

    def numbers(self) -> tuple[str, ...]:
        """Whom the card says to ring, each with the number, for the forms."""
        if self._sheet is None or self.kind.currentData() is None:
            return ()
        return tuple(f"{r.who}, {r.number}" for r in self._rings(self._sheet) if r.number)

    def tick(self, now: datetime) -> None:
        """The clock moves on, and with the office hours whose number comes first."""
        sheet, self._now = self._sheet, now
        if sheet is None or self._judge.isHidden():
            return
        due = sheet.mark.due
        self.clock.setVisible(due is not None)
        if due is not None:
            sign = clock_sign(due, now)
            self.clock.setText(sign.text)
            reworn(self.clock, "chip", sign.colour)
        self._show_rings(sheet)

    def _name(self, verb: str, text: str) -> None:
        button = self._buttons[verb]
        button.setText(text)
        button.setAccessibleName(text.rstrip("…"))
        button.updateGeometry()
