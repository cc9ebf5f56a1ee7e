"""Where the parts of a card stand, for what paints it and for the buttons that lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from ui.queue.card import Press

NARROW = 58  # characters of width below which signs and buttons need a line each
GAP = 6
TARGET = 24  # px: the least height of what can be pressed
LEAST = 7  # characters of a service's name that stay readable


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles in the coordinates of the row's."""

    head: QRect
    text: QRect
    signs: QRect
    presses: QRect


def small(font: QFont) -> QFont:
    """The font of everything but the text."""
    made = QFont(font)
    made.setPixelSize(max(10, round(font.pixelSize() * 0.9)))
    return made


def chip_font(font: QFont) -> QFont:
    """The font on a chip."""
    made = small(font)
    made.setWeight(QFont.Weight.Medium)
    return made


def is_narrow(width: int, font: QFont) -> bool:
    """Whether signs and buttons need a line each."""
    return width < QFontMetrics(font).averageCharWidth() * NARROW


def chip_height(font: QFont) -> int:
    """How high a chip is."""
    return max(TARGET, QFontMetrics(chip_font(font)).height() + 6)


def height(width: int, font: QFont) -> int:
    """How high every card of a list of this width is."""
    metrics = QFontMetrics(font)
    chips = chip_height(font) * 2 + 2 if is_narrow(width, font) else chip_height(font)
    head = QFontMetrics(small(font)).height() + 3
    return metrics.height() // 2 + head + metrics.lineSpacing() * 2 + 6 + chips + _foot(font)


def _foot(font: QFont) -> int:
    return QFontMetrics(font).height() // 2


def layout(row: QRect, font: QFont) -> Layout:
    """Where everything stands in a row."""
    metrics = QFontMetrics(font)
    edge = metrics.height() * 3 // 4
    left, wide = row.left() + edge, row.width() - 2 * edge
    top = row.top() + metrics.height() // 2
    head = QRect(left, top, wide, QFontMetrics(small(font)).height())
    text = QRect(left, head.bottom() + 4, wide, metrics.lineSpacing() * 2)
    high = chip_height(font)
    first = QRect(left, text.bottom() + 7, wide, high)
    if not is_narrow(row.width(), font):
        return Layout(head, text, first, first)
    return Layout(head, text, first, first.translated(0, high + 2))


def wide(text: str, font: QFont) -> int:
    """How wide a chip with this text is, in the font of chips."""
    metrics = QFontMetrics(font)
    return metrics.horizontalAdvance(text) + metrics.height()


def widths(presses: Sequence[Press], room: int, font: QFont) -> tuple[int, ...]:
    """How wide each button is within a room: the service gives way first, then the stack.

    font: that of chips. What does not fit at all gets no width, from the end; the star stays.
    """
    wanted = [max(TARGET, wide(p.sign.text, font)) for p in presses]
    least = QFontMetrics(font).averageCharWidth() * LEAST + QFontMetrics(font).height()
    for does in ("elsewhere", "members", "suggested"):
        over = sum(wanted) + GAP * (len(wanted) - 1) - room
        for at, press in enumerate(presses):
            if over > 0 and press.does == does and wanted[at] > least:
                wanted[at] = max(least, wanted[at] - over)
    return tuple(wanted)
