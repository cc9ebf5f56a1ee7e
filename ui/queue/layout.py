"""Where the parts of a card stand, for what paints it and for the buttons that lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from ui.queue.card import Card, Press
from ui.words import Sign

NARROW = 58  # characters of width below which signs and buttons need a line each
NARROWEST = 40  # below it the signs may need two lines: a clock and a tone do not fit in one
GAP = 6
TARGET = 24  # px: the least height of what can be pressed


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles in the coordinates of the row's."""

    head: QRect
    text: QRect
    signs: tuple[QRect, ...]
    """Each line of them; the buttons stand on the last one, or under it where it is narrow."""
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


def _is_narrowest(width: int, font: QFont) -> bool:
    return width < QFontMetrics(font).averageCharWidth() * NARROWEST


def chip_height(font: QFont) -> int:
    """How high a chip is."""
    return max(TARGET, QFontMetrics(chip_font(font)).height() + 6)


def height(width: int, font: QFont) -> int:
    """How high every card of a list of this width is."""
    metrics = QFontMetrics(font)
    lines = 1 + is_narrow(width, font) + _is_narrowest(width, font)
    chips = (chip_height(font) + 2) * lines - 2
    head = QFontMetrics(small(font)).height() + 3
    return metrics.height() // 2 + head + metrics.lineSpacing() * 2 + 6 + chips + _foot(font)


def _foot(font: QFont) -> int:
    return QFontMetrics(font).height() // 2


def layout(row: QRect, font: QFont, card: Card) -> Layout:
    """Where everything of a card stands in its row."""
    metrics = QFontMetrics(font)
    edge = _edge(font)
    left, wide = row.left() + edge, row.width() - 2 * edge
    top = row.top() + metrics.height() // 2
    head = QRect(left, top, wide, QFontMetrics(small(font)).height())
    text = QRect(left, head.bottom() + 4, wide, metrics.lineSpacing() * 2)
    high = chip_height(font)
    first = QRect(left, text.bottom() + 7, wide, high)
    if not is_narrow(row.width(), font):
        return Layout(head, text, (first,), first)
    lines = [first.translated(0, (high + 2) * n) for n in range(3)]
    signs = 2 if _overflows(card, row.width(), font) else 1
    return Layout(head, text, tuple(lines[:signs]), lines[signs])


def _edge(font: QFont) -> int:
    return QFontMetrics(font).height() * 3 // 4


def _overflows(card: Card, row_width: int, font: QFont) -> bool:
    """Whether the first two signs of a card want two lines, where there is height for two."""
    letters = chip_font(font)
    first = sum(wide(s.text, letters) + GAP for s in shown(card, row_width, font)[:2])
    return _is_narrowest(row_width, font) and first > row_width - 2 * _edge(font)


def wide(text: str, font: QFont) -> int:
    """How wide a chip with this text is, in the font of chips."""
    metrics = QFontMetrics(font)
    return metrics.horizontalAdvance(text) + metrics.height()


def shown(card: Card, row_width: int, font: QFont) -> tuple[Sign, ...]:
    """The signs of a card; where it is narrow, its clock is one of them."""
    if card.clock is not None and is_narrow(row_width, font):
        danger = 1 if card.row.grade != "none" else 0  # it stands first, and then what it is due
        return (*card.signs[:danger], card.clock, *card.signs[danger:])
    return card.signs


def left_to_clock(card: Card, row_width: int, font: QFont) -> int:
    """How much of a narrow line the danger leaves to its clock, which is never cut short."""
    if card.clock is None or card.row.grade == "none" or not is_narrow(row_width, font):
        return 0
    if _is_narrowest(row_width, font):
        return 0  # it has the next line
    return wide(card.clock.text, chip_font(font)) + 2 * GAP


def room_for(card: Card, room: int, row_width: int, font: QFont) -> int:
    """How much of a line the buttons may take: what the first sign beside them leaves.

    That is the danger where there is one, else the tone; other signs take what is left over.
    """
    if is_narrow(row_width, font):
        return room
    letters = chip_font(font)
    return room - sum(wide(s.text, letters) + 2 * GAP for s in card.signs[:1])


def widths(presses: Sequence[Press], room: int, font: QFont) -> tuple[int, ...]:
    """How wide each button is within a room. font: that of chips.

    The service's name gives way first, then the stack says its number alone, then the outcome
    shrinks to its shape: what each does is read aloud whole, and stands in its tip.
    """
    wanted = [max(TARGET, wide(p.sign.text, font)) for p in presses]
    unit = QFontMetrics(font).averageCharWidth()
    for does, least in (
        ("elsewhere", 12 * unit), ("members", 0), ("suggested", 8 * unit), ("elsewhere", 6 * unit),
        ("suggested", 0), ("elsewhere", 0),
    ):  # fmt: skip
        over = sum(wanted) + GAP * (len(wanted) - 1) - room
        for at, press in enumerate(presses):
            if over > 0 and press.does == does:
                floor = max(TARGET, wide(press.short, font), least)
                wanted[at] = max(min(wanted[at], floor), wanted[at] - over)
    return tuple(wanted)
