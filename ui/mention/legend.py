"""What the marks in the text mean: a sample of each in its own shape, and a tick to hide them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from ui.mention.marks import MEANING, SHORT, Kind
from ui.mention.text import format_of
from ui.parts.flow import Flow
from ui.parts.labels import tip
from ui.parts.ticks import show_ticked
from ui.tongue import tr


class Sample(QWidget):
    """A word, marked as words of that kind are in the text."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(MEANING[kind]))
        tip(self, tr(MEANING[kind]))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(tr(SHORT[self._kind])) + 4, round(metrics.height() * 1.4)
        )

    def paintEvent(self, _: QPaintEvent) -> None:
        text = tr(SHORT[self._kind])
        part = QTextLayout.FormatRange()
        part.start, part.length = 0, len(text)
        part.format = QTextCharFormat(format_of(self._kind))
        layout = QTextLayout(text, self.font())
        layout.setFormats([part])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width() + 20)
        layout.endLayout()
        painter = QPainter(self)
        layout.draw(painter, QPointF(1, (self.height() - line.height()) / 2))


class Legend(QWidget):
    """Shown under the text where anything in it is marked."""

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.marks = QCheckBox(tr("Marks"))
        self.marks.setAccessibleDescription(tr("Shows why words are marked"))
        self.marks.setChecked(True)
        self.marks.toggled.connect(self._toggle)
        self._samples = {kind: Sample(kind) for kind in MEANING}
        self._there: Sequence[Kind] = ()
        flow = Flow(gap=6, between=0)
        flow.addWidget(self.marks)
        for sample in self._samples.values():
            flow.addWidget(sample)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(flow)

    def show_kinds(self, kinds: Sequence[Kind]) -> None:
        """These kinds of mark are in the text."""
        self._there = kinds
        self._fit()
        self.setVisible(bool(kinds))

    def show_marks(self, on: bool) -> None:
        """Marked or not, as the settings keep it."""
        if on != self.marks.isChecked():
            show_ticked(self.marks, on)
            self._toggle(on)

    def _toggle(self, on: bool) -> None:
        self._fit()
        self.toggled.emit(on)

    def _fit(self) -> None:
        high = self.marks.sizeHint().height()
        for kind, sample in self._samples.items():
            sample.setFixedHeight(high)
            sample.setVisible(kind in self._there and self.marks.isChecked())
        self.updateGeometry()
