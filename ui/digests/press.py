"""Puts a digest on paper or keeps it as a PDF: asks which, and says where it is or why not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from listener.handoff import Digest
from ui.digests import paper
from ui.tongue import tr


class Press:
    """Lives as long as its page. said, failed: what takes a sentence."""

    def __init__(
        self, page: QWidget, said: Callable[[str], None], failed: Callable[[str], None]
    ) -> None:
        self._page = page
        self._said = said
        self._failed = failed

    def offer(self, digest: Digest, state: str) -> None:
        """Asks whether on paper or as a PDF. state: how the digest stands, in words."""
        box = QMessageBox(self._page.window())
        box.setWindowTitle(tr("Print this digest"))
        box.setText(tr("Print this digest?"))
        paper_button = box.addButton(tr("On a printer…"), QMessageBox.ButtonRole.AcceptRole)
        file = box.addButton(tr("As a PDF…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)

        def go() -> None:
            if box.clickedButton() is paper_button:
                self._on_paper(digest, state)
            elif box.clickedButton() is file:
                self._as_pdf(digest, state)

        box.finished.connect(lambda _: go())
        box.finished.connect(box.deleteLater)
        box.open()

    def _as_pdf(self, digest: Digest, state: str) -> None:
        chooser = QFileDialog(self._page.window(), tr("Keep as a PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter("PDF (*.pdf)")
        chooser.setDefaultSuffix("pdf")
        chooser.selectFile("digest.pdf")
        chooser.fileSelected.connect(lambda path: self.write_pdf(digest, state, Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def write_pdf(self, digest: Digest, state: str, path: Path) -> None:
        """Writes it; says where it is, or why not."""
        try:
            paper.write_pdf(digest, state, path)
        except OSError as fault:
            self._failed(
                tr(
                    "{path} cannot be written ({strerror}). Nothing was lost.",
                    path=path,
                    strerror=fault.strerror,
                )
            )
            return
        self._said(tr("Kept as {path}.", path=path))

    def _on_paper(self, digest: Digest, state: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._page.window())
        dialog.accepted.connect(lambda: paper.print_to(printer, digest, state))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by name
