"""What was copied for the emergency services: to read, save and print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.parts.labels import label
from ui.tongue import tr
from ui.words import plain


class Given(QDialog):
    """Shows the words that are on the clipboard now."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("For the emergency services"))
        self.text = text
        self._said = label("", "fault")
        self._said.hide()
        shown = QPlainTextEdit()
        shown.setPlainText(plain(text))
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(tr("What was copied"))
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(tr("Save…"), role.ActionRole).clicked.connect(self._ask_where)
        buttons.addButton(tr("Print…"), role.ActionRole).clicked.connect(self._ask_printer)
        buttons.addButton(tr("Close"), role.RejectRole)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("Copied, and logged"), "title"))
        rows.addWidget(
            label(
                tr(
                    "It is on the clipboard: paste it where the emergency service "
                    "asked for it, and nowhere else. Delete what you save once they "
                    "have it."
                ),
                "soft",
            )
        )
        rows.addWidget(shown, 1)
        rows.addWidget(self._said)
        rows.addWidget(buttons)
        unit = self.fontMetrics().averageCharWidth()
        self.resize(unit * 70, self.fontMetrics().height() * 22)

    def save(self, path: Path) -> None:
        """Writes the words to a file, or says why not."""
        try:
            path.write_text(self.text, encoding="utf-8")
        except OSError as fault:
            self._say(
                tr(
                    "It could not be saved ({strerror}). It is still on the clipboard.",
                    strerror=fault.strerror,
                )
            )
        else:
            self._say(tr("Saved as {path}.", path=path))

    def print_to(self, printer: QPrinter) -> None:
        """Prints the words as plain text."""
        document = QTextDocument()
        document.setPlainText(plain(self.text))
        printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
        document.print_(printer)

    def _say(self, text: str) -> None:
        self._said.setText(plain(text))
        self._said.show()

    def _ask_where(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save"), "for-emergency-services.txt")
        if chosen:
            self.save(Path(chosen))

    def _ask_printer(self) -> None:
        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own `open` wants a slot by name
