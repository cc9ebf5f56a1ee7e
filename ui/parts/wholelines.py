"""Rows of a list that are as high as their text, however it wraps."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

HIGHEST = 100_000  # px: no text of a row is so high


class WholeLines(QStyledItemDelegate):
    """Qt leaves the padding out where it wraps a row, and then cuts the last line off."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        usual = super().sizeHint(option, index)
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return usual
        metrics = view.fontMetrics()
        around = metrics.height()  # both paddings are less, and so is a scroll bar still to come
        room = QRect(0, 0, max(around, view.viewport().width() - 2 * around), HIGHEST)
        text = str(index.data() or "")
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + around
        return QSize(usual.width(), max(usual.height(), high))
