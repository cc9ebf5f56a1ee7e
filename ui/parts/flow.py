"""A row of things that goes on in the next line where the width ends: nothing overflows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lays out its widgets like words in a line. gap, between: px between two, and two lines."""

    def __init__(
        self, parent: QWidget | None = None, gap: int = 8, between: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._between = gap if between is None else between
        # A layout is asked dozens of times for the same width. What Qt forgets only at the next
        # turn of the loop, as it does within nested layouts, is part of the question.
        self._highs: dict[tuple[int, tuple[bool, ...]], int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        asked = width, tuple(i.isEmpty() for i in self._items)
        if asked not in self._highs:
            self._highs[asked] = self._lay(QRect(0, 0, width, 0), moving=False)
        return self._highs[asked]

    def invalidate(self) -> None:
        super().invalidate()
        self._highs.clear()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, moving: bool) -> int:
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        x, y, high = area.x(), area.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), area.width())
            if x > area.x() and x + wide > area.right() + 1:
                x, y, high = area.x(), y + high + self._between, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, hint.height())))
            x += wide + self._gap
            high = max(high, hint.height())
        return y + high - rect.y() + margins.bottom()
