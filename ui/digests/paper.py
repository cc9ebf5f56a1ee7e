"""A digest as its readers see it: on the screen, on paper and as a PDF. Nothing is ever fetched."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMarginsF, QSize, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QResizeEvent, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from listener.handoff import Digest
from ui import words
from ui.manners.printing import MARGIN
from ui.tongue import tr

BASE = 14  # px of the window's text at 100 per cent, for which a digest's sizes are meant
LONGEST = 400_000  # characters of HTML that are shown; ours are a fiftieth of that
# Qt makes a heading larger than it is told to be, as no mail program does.
_HEADING = re.compile(r'<h[12] style="')
_SIZE = re.compile(r"font-size:(\d{1,3})px")


class Browser(QTextBrowser):
    """Shows a digest's HTML as tall as it is. It loads nothing, and opens nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._html = ""
        self._pixels = 0
        super().__init__(parent)
        self.setObjectName("words")
        self.setAccessibleName(tr("The digest as the service sees it"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: neither a picture of the web nor a file of this computer."""
        return None

    def show_digest(self, html: str) -> None:
        """Shows it in the window's text size."""
        self._html = html
        self._pixels = self.fontInfo().pixelSize()
        self.setHtml(sized(html, self._pixels))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        grown = event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange)
        if grown and self._html and self._pixels != self.fontInfo().pixelSize():
            self.show_digest(self._html)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = round(self.document().size().height()) + 8
        if self.minimumHeight() != wanted:
            self.setMinimumHeight(wanted)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


def sized(html: str, pixels: int) -> str:
    """The HTML with its text as much larger as the window's is."""
    if len(html) > LONGEST:
        return (
            f"<p>{escape(tr('This digest is too long to be shown. Its plain text is whole.'))}</p>"
        )
    html = _HEADING.sub('<p style="font-weight:bold;', html).replace("</h1>", "</p>")
    html = html.replace("</h2>", "</p>")
    return _SIZE.sub(lambda m: f"font-size:{round(int(m[1]) * pixels / BASE)}px", html)


def document(digest: Digest, state: str) -> QTextDocument:
    """A digest for paper: to whom, how it stands, and the text that the service gets."""
    paper = _Paper()
    head = tr("To {area} · {state}", area=digest.area, state=state)
    text = escape(words.plain(digest.plain)).replace("\n", "<br>")
    paper.setHtml(
        f"<html><body><p>{escape(words.plain(head))}</p>"
        f"<h2>{escape(words.line(digest.subject))}</h2><p>{text}</p></body></html>"
    )
    return paper


class _Paper(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


def write_pdf(digest: Digest, state: str, path: Path) -> None:
    """Writes A4 pages. Raises OSError where the file cannot be written."""
    with path.open("ab"):  # Qt says nothing of a file that it may not write
        pass
    writer = QPdfWriter(str(path))
    writer.setTitle(tr("A digest, from Council Listener"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    document(digest, state).print_(writer)


def print_to(printer: QPrinter, digest: Digest, state: str) -> None:
    """Prints it on the printer that a person chose."""
    document(digest, state).print_(printer)
