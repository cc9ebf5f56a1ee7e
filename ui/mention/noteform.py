"""The form of a note, which may decide in the same step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.mention.dialogs import Form, outcome_box
from ui.tongue import said_later, tr

LONGEST = 4000  # characters, as the desk takes them
ABOUT = said_later(
    "It is shown in the mention's history. Others can ask to read it: write it as for them."
)


class NoteForm(Form):
    """A note. may_decide: offers decisions too. deciding: begins with the suggested one chosen."""

    SENT_BY = "Ctrl+Return"

    def __init__(
        self,
        guess: str,
        may_decide: bool,
        parent: QWidget | None = None,
        *,
        deciding: bool = False,
    ) -> None:
        title = tr("Decide, with a note") if deciding else tr("Note")
        super().__init__(title, tr(ABOUT), tr("Keep"), parent)
        self.text = _Paper(self)
        self.outcome = outcome_box(guess)
        self.outcome.insertItem(0, tr("Nothing yet: keep the note alone"), "")
        if not deciding:
            self.outcome.setCurrentIndex(0)
        self.field(tr("Note"), self.text)
        if may_decide:
            self.field(tr("And decide"), self.outcome)
        else:
            self.outcome.setCurrentIndex(0)
        self._deciding = deciding

    def note(self) -> str:
        """What was written."""
        return self.text.toPlainText().strip()

    def decision(self) -> str:
        """The outcome chosen, or "" where only a note is kept."""
        return str(self.outcome.currentData())

    def missing(self) -> str:
        if len(self.note()) > LONGEST:
            return tr(
                "A note has at most {longest:,} characters; this one has {note:,}.",
                longest=LONGEST,
                note=len(self.note()),
            )
        if not self.note() and not self.decision():
            return (
                tr("Please write something, or choose a decision.")
                if self._deciding
                else (tr("Please write something."))
            )
        return ""


class _Paper(QPlainTextEdit):
    """Where the note is written: Tab leaves it, Ctrl+Return keeps it."""

    def __init__(self, form: NoteForm) -> None:
        super().__init__()
        self._form = form
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._form.accept()
        else:
            super().keyPressEvent(event)
