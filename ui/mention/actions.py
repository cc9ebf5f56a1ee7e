"""What can be done with a mention, Urgent first; and the bar that says what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from ui import words
from ui.keys import key_of
from ui.mention.subject import Subject
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label, reworn
from ui.tongue import tr


class Actions(QFrame):
    """The bar of verbs. It wraps where it is narrow: no verb is ever hidden behind another."""

    asked = Signal(str)
    """A verb of ui.keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.undo = UndoBar()
        self.undo.undo.connect(lambda: self.asked.emit("undo"))
        self.stopped: Callable[[str], bool] = lambda _: False  # whether an outcome is held back
        self._subject: Subject | None = None
        self._many = label("", "strong")
        self._buttons: dict[str, KeyButton] = {}
        self._flow = flow = Flow(gap=4, between=6)
        for verb, text, kind in (
            ("urgent", tr("Urgent"), "danger"), ("safe", tr("Read, nobody at risk…"), "plain"),
            ("suggested", tr("As suggested"), "primary"), ("forward", tr("Forward"), "plain"),
            ("reply", tr("Reply"), "plain"), ("no_reply", tr("No reply needed"), "plain"),
            ("snooze", tr("Snooze…"), "plain"), ("note", tr("Note…"), "plain"),
            ("correct", tr("Correct…"), "plain"), ("more", tr("More…"), "plain"),
        ):  # fmt: skip
            button = KeyButton(text, key_of(verb), kind)
            button.clicked.connect(lambda _=False, v=verb: self.asked.emit(v))
            self._buttons[verb] = button
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(8)
        rows.addWidget(self.undo)
        rows.addWidget(self._many)
        rows.addLayout(flow)
        self.show_subject(None)

    def button(self, verb: str) -> KeyButton:
        """The button of a verb."""
        return self._buttons[verb]

    def show_subject(self, subject: Subject | None) -> None:
        """What may be done with what is chosen: an urgent mention has two ways out and no third."""
        self._subject = subject
        self._many.setVisible(subject is not None and len(subject.cards) > 1)
        for verb, shown in self._offered(subject).items():
            if self._buttons[verb].isHidden() is shown:
                # Hidden and shown again at each step, the bar would be laid out and drawn anew.
                self._buttons[verb].setVisible(shown)
        self._show_or_hide()
        if subject is None:
            return
        self._many.setText(tr("{many:,} mentions selected", many=len(subject.cards)))
        self._name("urgent", tr("Passed on…") if subject.urgent else tr("Urgent"))
        self._name("suggested", _suggested(subject))

    def _offered(self, subject: Subject | None) -> dict[str, bool]:
        """Which verbs are there for it; what is decided may still be answered."""
        if subject is None:
            return dict.fromkeys(self._buttons, False)
        urgent, open_ = subject.urgent, not subject.urgent and not subject.done
        guess = subject.cards[0].row.outcome or subject.cards[0].row.guess
        stopped = len(subject.cards) == 1 and self.stopped(guess)
        return dict.fromkeys(self._buttons, True) | {
            "safe": urgent, "suggested": open_ and not stopped, "forward": open_,
            "no_reply": open_, "snooze": open_, "reply": not urgent,
        }  # fmt: skip

    def show_again(self) -> None:
        """Shows the same: what may be done may be something else by now."""
        self.show_subject(self._subject)

    def say(self, text: str, undoable: bool = False, fault: bool = False) -> None:
        """Says what was done last, or why it was not."""
        self.undo.say(text, undoable, fault)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        """An empty bar is no bar: it shows while there is something to do, or was done."""
        doable = any(not b.isHidden() for b in self._buttons.values())
        self.setVisible(doable or bool(self.undo.said()))

    def _name(self, verb: str, text: str) -> None:
        button = self._buttons[verb]
        if button.text() == text:
            return
        button.setText(text)
        button.setAccessibleName(text.rstrip("…"))
        button.updateGeometry()
        self._flow.invalidate()


class UndoBar(QWidget):
    """Says what was done last, or why it was not; stays until the next thing."""

    undo = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "soft")
        self.button = KeyButton(tr("Undo"), "Ctrl+Z")
        self.button.clicked.connect(self.undo)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside the button a narrow bar in large text had room for half a word.
        room = self.width() - self.button.sizeHint().width()
        beside = room >= self.fontMetrics().averageCharWidth() * 20
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)

    def say(self, text: str, undoable: bool = False, fault: bool = False) -> None:
        """Shows a sentence and has it read aloud."""
        self._words.setText(words.plain(text))
        reworn(self._words, "look", "fault" if fault else "strong")
        self.button.setVisible(undoable)
        self.show()
        announce(self._words, text)

    def said(self) -> str:
        """What stands there."""
        return self._words.text()


def _suggested(subject: Subject) -> str:
    """What D does; several with several suggestions are each decided as suggested."""
    guesses = {card.row.outcome or card.row.guess for card in subject.cards}
    if len(guesses) > 1:
        return tr("Each as suggested")
    (guess,) = guesses
    if guess == "evaluate":
        return tr("Decide…")
    return tr("As suggested: {word}", word=words.outcome_sign(guess).word)


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say something."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
