"""Bars of the posts of each hour over the usual range, drawn by ourselves."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from listener.spike import Bar
from ui import words
from ui.spikes import words as said
from ui.theme import tokens
from ui.tongue import tr

LINES = 9  # how high it is, in lines of text
LABELS = 4  # how many hours are named below, at the most


class Bars(QWidget):
    """Hour by hour. It says its figures to a screen reader, and those of an hour as a tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._now = datetime.now(UTC)
        self._usual = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Posts hour by hour"))

    def show_bars(self, shown: tuple[Bar, ...], usual: str, now: datetime) -> None:
        """Shows these; usual: what the range is called, as “usual range for a Tuesday”."""
        self._bars, self._usual, self._now = shown, usual, now
        self.setAccessibleDescription(said.bars(shown, now))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.fontMetrics().height() * LINES)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(self.font())
        small.setPixelSize(max(10, round(self.fontInfo().pixelSize() * 0.79)))
        painter.setFont(small)
        high = painter.fontMetrics().height()
        plot = QRectF(0, high * 1.4, self.width(), self.height() - high * 3)
        most = max(max(b.posts, b.high) for b in self._bars) or 1.0
        self._draw_usual(painter, plot, most)
        self._draw_bars(painter, plot, most)
        self._draw_hours(painter, plot)

    def _draw_usual(self, painter: QPainter, plot: QRectF, most: float) -> None:
        """The usual range behind the bars: a band, one step an hour, with its name on it."""
        t = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.chips["blue"][0]))
        wide = plot.width() / len(self._bars)
        top = plot.bottom()
        for at, bar in enumerate(self._bars):
            upper, lower = (plot.bottom() - plot.height() * v / most for v in (bar.high, bar.low))
            painter.drawRect(QRectF(plot.left() + at * wide, upper, wide, max(2.0, lower - upper)))
            top = min(top, upper)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(t.soft))
        line = painter.fontMetrics().height()
        where = QRectF(plot.left() + 2, max(0.0, top - line - 1), plot.width() * 0.6, line)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft), self._usual)

    def _draw_bars(self, painter: QPainter, plot: QRectF, most: float) -> None:
        """Those of the spike have an edge and their number too, so that they stand out in grey."""
        t = tokens()
        wide = plot.width() / len(self._bars)
        peak = max((b.posts for b in self._bars if b.part), default=0)
        for at, bar in enumerate(self._bars):
            if not bar.posts:
                continue
            tall = plot.height() * bar.posts / most
            box = QRectF(
                plot.left() + at * wide + wide * 0.12, plot.bottom() - tall, wide * 0.76, tall
            )
            ground = QColor(t.bar if bar.part else t.edge)
            ground.setAlphaF(1.0 if bar.part else 0.55)
            painter.setPen(QPen(QColor(t.text), 1) if bar.part else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRect(box)
            if bar.part and bar.posts == peak:
                painter.setPen(QColor(t.text))
                line = painter.fontMetrics().height()
                over = QRectF(box.left() - 40, box.top() - line - 1, box.width() + 80, line)
                painter.drawText(over, int(Qt.AlignmentFlag.AlignHCenter), f"{bar.posts:,}")
                peak = -1  # the first of several equals is named

    def _draw_hours(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QColor(tokens().soft))
        line = painter.fontMetrics()
        wide = plot.width() / len(self._bars)
        room = line.horizontalAdvance("Wed 00:00 00")
        step = max(1, round(len(self._bars) / max(1, min(LABELS, int(plot.width() // room)))))
        day = None
        for at in range(0, len(self._bars), step):
            local = self._bars[at].at.astimezone(words.LONDON)
            text = f"{local:%H:%M}" if local.date() == day else f"{local:%a %H:%M}"
            day = local.date()
            left = min(plot.left() + at * wide, plot.right() - line.horizontalAdvance(text))
            painter.drawText(QRectF(left, plot.bottom() + 3, room, line.height()), 0, text)
