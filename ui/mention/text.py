"""What was said, as plain text with marks. It loads nothing: no pictures, no files, no links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.mention.marks import MEANING, Kind, Mark
from ui.theme import tokens
from ui.tongue import tr
from ui.words import plain

LONGEST = 20_000  # characters shown: one line of a million freezes the layout

_Line = QTextCharFormat.UnderlineStyle
LINES: dict[Kind, tuple[_Line, str]] = {
    "annoyed": (_Line.WaveUnderline, "red"),
    "pleased": (_Line.DotLine, "green"),
    "service": (_Line.SingleUnderline, "blue"),
    "place": (_Line.DashUnderline, "violet"),
    "danger": (_Line.DashDotLine, "red"),
}


def format_of(kind: Kind) -> QTextCharFormat:
    """How a kind of mark looks: an underline of its own shape, on a tint."""
    shape, colour = LINES[kind]
    ground, ink = tokens().chips[colour]
    made = QTextCharFormat()
    made.setUnderlineStyle(shape)
    made.setUnderlineColor(QColor(ink))
    made.setBackground(QColor(ground))
    made.setForeground(QColor(ink))
    if kind == "danger":
        made.setFontWeight(QFont.Weight.Bold)
    return made


class Words(QTextEdit):
    """Read-only text as high as what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("words")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("What was said"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(
            0
        )  # its focus ring takes 2 px: the words stand under the line above
        self._title = 0
        self._marks: Sequence[Mark] = ()
        self._marked = True

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded, from nowhere."""
        return None

    def show_words(self, title: str, text: str, marks: Sequence[Mark]) -> None:
        """Shows a title in bold and a text under it, with marks; both may be empty."""
        self._title = len(title.encode("utf-16-le", "surrogatepass")) // 2
        self._marks = marks
        self.setAccessibleDescription(_spoken(marks))
        self.setPlainText(plain(f"{title}\n{text}" if title else text)[:LONGEST])
        self._draw()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._fit()

    def show_marks(self, on: bool) -> None:
        """Draws the marks, or leaves them out."""
        self._marked = on
        self._draw()
        self._fit()

    def _draw(self) -> None:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        bold.setProperty(
            QTextCharFormat.Property.FontPixelSize, round(self.font().pixelSize() * 1.2)
        )
        body = QTextCharFormat()
        body.setProperty(
            QTextCharFormat.Property.FontPixelSize, round(self.font().pixelSize() * 1.1)
        )
        end = self.document().characterCount() - 1
        # Qt carries the format of the text before over to the text that is set now.
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(body)
        self._format(0, min(self._title, end), bold)
        for mark in self._marks if self._marked else ():
            if mark.end <= end:
                self._format(mark.start, mark.end, format_of(mark.kind))

    def _format(self, start: int, end: int, wanted: QTextCharFormat) -> None:
        if end > start:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(wanted)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(24, round(self.document().size().height()) + 6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.setPlainText(self.toPlainText())
            self._draw()
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page scrolls, not the text: it is as high as what it holds.
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())


def _spoken(marks: Sequence[Mark]) -> str:
    """The marks for those who do not see them."""
    counts = {k: sum(m.kind == k for m in marks) for k in MEANING}
    return ", ".join(
        tr("{n} marked: {meaning}", n=n, meaning=tr(MEANING[k])) for k, n in counts.items() if n
    )
