"""Boxes of numbers and times whose words do not touch their edge."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

_Box = TypeVar("_Box", bound=QAbstractSpinBox)


def padded(box: _Box) -> _Box:
    """The box, its words as far from the edge as those of any field.

    Qt puts the field of such a box at its very left, whatever padding the style sheet names.
    """
    inner = box.findChild(QLineEdit)
    if inner is not None:
        inner.setTextMargins(box.fontMetrics().averageCharWidth(), 0, 0, 0)
    return box
