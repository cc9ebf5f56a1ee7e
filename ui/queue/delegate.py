"""Paints one card of the list: source, time and clock, two lines of text, signs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.queue.card import Card
from ui.queue.layout import (
    GAP,
    chip_font,
    height,
    is_narrow,
    layout,
    left_to_clock,
    room_for,
    shown,
    small,
    wide,
    widths,
)
from ui.queue.model import CARD
from ui.theme import tokens
from ui.tokens import Tokens
from ui.words import Sign

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Every card is equally high, so that a long list opens at once."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, height(option.rect.width(), option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        t = tokens()
        where = layout(option.rect, option.font, card)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, t)
        clock = None if is_narrow(option.rect.width(), option.font) else card.clock
        _head(painter, where.head, card, clock, option.font, t)
        _text(painter, where.text, card, option.font, t)
        rooms, row_width = where.signs, option.rect.width()
        if not is_narrow(row_width, option.font):
            free = room_for(card, rooms[0].width(), row_width, option.font)
            taken = widths(card.presses, free, chip_font(option.font))
            rooms = (rooms[0].adjusted(0, 0, -sum(taken) - GAP * len(taken), 0),)
        kept = left_to_clock(card, row_width, option.font)
        _signs(painter, rooms, shown(card, row_width, option.font), option.font, t, kept)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, t: Tokens) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    current = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if selected:
        painter.fillRect(option.rect, QColor(t.chosen))
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(4, option.rect.height())), QColor(t.accent)
        )
    painter.setPen(QPen(QColor(t.line), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if current:
        painter.setPen(QPen(QColor(t.focus), 2))
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))


def _head(
    painter: QPainter, box: QRect, card: Card, clock: Sign | None, font: QFont, t: Tokens
) -> None:
    """Source and where it was said; at the right its clock and its time."""
    letters = small(font)
    metrics = QFontMetrics(letters)
    wide = metrics.horizontalAdvance(card.time)
    painter.setFont(letters)
    painter.setPen(QColor(t.soft))
    painter.drawText(QRect(box.right() - wide, box.top(), wide + 1, box.height()), 0, card.time)
    if clock is not None:
        painter.setPen(QColor(t.red if clock.colour == "red" else t.text))
        wide += metrics.horizontalAdvance(clock.text) + metrics.height()
        painter.drawText(box.right() - wide, box.top() + metrics.ascent(), clock.text)
    bold = QFont(letters)
    bold.setWeight(QFont.Weight.DemiBold)
    heavy = QFontMetrics(bold)
    room = box.width() - wide - metrics.height()
    source = heavy.elidedText(card.source, Qt.TextElideMode.ElideRight, room)
    painter.setFont(bold)
    painter.setPen(QColor(t.text))
    painter.drawText(QRect(box.left(), box.top(), room, box.height()), 0, source)
    left = heavy.horizontalAdvance(source) + metrics.height() // 3
    if card.where and room - left > metrics.height() * 2:
        painter.setFont(letters)
        painter.setPen(QColor(t.soft))
        where = metrics.elidedText(f"· {card.where}", Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(box.left() + left, box.top() + metrics.ascent(), where)


def _text(painter: QPainter, box: QRect, card: Card, font: QFont, t: Tokens) -> None:
    """Two lines of what was said."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(t.text))
    for number, said in enumerate(two_lines(card.text, font, box.width())):
        base = box.top() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(box.left(), base), said)


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """The text in at most two lines of a width, the second cut short with an ellipsis."""
    if not text:
        return []
    laid = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid.setTextOption(option)
    laid.beginLayout()
    first = laid.createLine()
    first.setLineWidth(width)
    length = first.textLength()
    laid.endLayout()
    # Qt counts in UTF-16: cut there, or an emoji would be cut in half.
    units = text.encode("utf-16-le", "surrogatepass")
    one = units[: length * 2].decode("utf-16-le", "replace").rstrip()
    rest = units[length * 2 :].decode("utf-16-le", "replace").strip()
    if not rest:
        return [one]
    return [one, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _signs(
    painter: QPainter, lines: tuple[QRect, ...], signs: tuple[Sign, ...], font: QFont, t: Tokens,
    kept: int,
) -> None:  # fmt: skip
    """kept: how much of the line the first sign leaves to the second."""
    letters = chip_font(font)
    metrics = QFontMetrics(letters)
    painter.setFont(letters)
    box, *below = lines
    left = box.left()
    for at, sign in enumerate(signs):
        if below and left > box.left() and left + wide(sign.text, letters) > box.right():
            box = below.pop(0)
            left = box.left()
        room = box.right() - left - (0 if at else kept)
        if room < metrics.height() * 2:
            return
        left += _sign(painter, QRect(left, box.top(), room, box.height()), sign, metrics, t)
        left += metrics.height() // 3


def _sign(painter: QPainter, box: QRect, sign: Sign, metrics: QFontMetrics, t: Tokens) -> int:
    """Paints a sign and returns how wide it is; where its word has no room its shape stands."""
    ground, ink = t.chips[sign.colour]
    pad = metrics.height() // 2
    text = metrics.elidedText(sign.text, Qt.TextElideMode.ElideRight, box.width() - 2 * pad)
    if box.width() < metrics.averageCharWidth() * 8 and sign.shape:
        text = sign.shape
    high = metrics.height() + 5
    chip = QRect(
        box.left(), box.center().y() - high // 2, metrics.horizontalAdvance(text) + 2 * pad, high
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(chip, high / 2, high / 2)
    painter.setPen(QColor(ink))
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
    return chip.width()
