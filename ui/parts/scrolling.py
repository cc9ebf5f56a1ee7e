"""What is higher than its room scrolls down in it: no frame, no stop for Tab, nothing sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(inside: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """An area in which this scrolls; or the area given, made so."""
    area = area or QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def at_the_top(widget: QWidget) -> QScrollArea:
    """The same for one widget that stays at the top of the room, clear of the scroll bar."""
    inside = QWidget()
    rows = QVBoxLayout(inside)
    rows.setContentsMargins(0, 0, 8, 0)
    rows.addWidget(widget)
    rows.addStretch(1)
    return scrolling(inside)
