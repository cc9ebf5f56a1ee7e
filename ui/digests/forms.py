"""What is asked about a digest: its text, and to which other addresses it should go."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from listener.handoff import Digest
from ui.mention.dialogs import Form
from ui.tongue import tr


class EditForm(Form):
    """The subject and the text of a draft."""

    SENT_BY = "Ctrl+Return"

    def __init__(self, digest: Digest, parent: QWidget | None = None) -> None:
        about = tr(
            "The service reads it as you write it. Handles are taken out, and names that may be a "
            "person’s are pointed out. An empty line begins a new paragraph."
        )
        super().__init__(tr("Edit the digest for {area}", area=digest.area), about, tr("Keep"),
                         parent)  # fmt: skip
        self.subject = QLineEdit(digest.subject)
        self.text = Paper(self)
        self.text.setPlainText(digest.plain)
        self.field(tr("Subject"), self.subject)
        self.field(tr("Text"), self.text)
        self.text.setMinimumHeight(self.fontMetrics().height() * 18)

    def missing(self) -> str:
        if not self.subject.text().strip() or not self.text.toPlainText().strip():
            return tr("A digest needs a subject and a text.")
        return ""


class ElsewhereForm(Form):
    """Other addresses for a mail that did not reach its own."""

    def __init__(self, to: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Send it to another address"),
            tr("The same mail goes there. Correct the address of the area too, under Areas."),
            tr("Send"),
            parent,
        )
        self.to = QLineEdit(", ".join(to))
        self.field(tr("Addresses, separated by commas"), self.to)

    def addresses(self) -> tuple[str, ...]:
        """The addresses as typed."""
        return tuple(a.strip() for a in self.to.text().split(",") if a.strip())

    def missing(self) -> str:
        return "" if self.addresses() else tr("Please give at least one address.")


class Paper(QPlainTextEdit):
    """Where the text is written: Tab leaves it, Ctrl+Return keeps it."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._form.accept()
        else:
            super().keyPressEvent(event)
