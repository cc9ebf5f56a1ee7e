"""Paints one card of the list: source and time, two lines of text, chips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.queue.card import Card
from ui.queue.model import CARD
from ui.theme import tokens
from ui.tokens import Tokens
from ui.words import Sign

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Every card is equally high, so that a long list opens at once."""

    def height(self, font: QFont) -> int:
        """How high a card is in this font."""
        metrics = QFontMetrics(font)
        small = QFontMetrics(_small(font))
        return small.height() * 2 + metrics.lineSpacing() * 2 + 20 + metrics.height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        t = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, t)
        edge = option.fontMetrics.height() * 3 // 4
        box = option.rect.adjusted(edge, edge * 2 // 3, -edge, -edge // 2)
        top = _head(painter, box, card, option.font, t)
        top = _text(
            painter, QRect(box.left(), top, box.width(), box.height()), card, option.font, t
        )
        _chips(painter, QRect(box.left(), top + 6, box.width(), 0), card, option.font, t)
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(10, round(font.pixelSize() * 0.9)))
    return small


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


def _head(painter: QPainter, box: QRect, card: Card, font: QFont, t: Tokens) -> int:
    """Source, where and time; returns where the text begins."""
    small = _small(font)
    metrics = QFontMetrics(small)
    time = f"★ {card.time}" if card.row.starred else card.time
    wide = metrics.horizontalAdvance(time)
    right = QRect(box.right() - wide, box.top(), wide + 1, metrics.height())
    painter.setFont(small)
    painter.setPen(QColor(t.soft))
    painter.drawText(right, 0, time)
    bold = QFont(small)
    bold.setWeight(QFont.Weight.DemiBold)
    heavy = QFontMetrics(bold)
    room = box.width() - wide - metrics.height()
    source = heavy.elidedText(card.source, Qt.TextElideMode.ElideRight, room)
    painter.setFont(bold)
    painter.setPen(QColor(t.text))
    painter.drawText(QRect(box.left(), box.top(), room, metrics.height()), 0, source)
    left = heavy.horizontalAdvance(source) + metrics.height() // 3
    if card.where and room - left > metrics.height() * 2:
        painter.setFont(small)
        painter.setPen(QColor(t.soft))
        where = metrics.elidedText(f"· {card.where}", Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(box.left() + left, box.top() + metrics.ascent(), where)
    return box.top() + metrics.height() + 3


def _text(painter: QPainter, box: QRect, card: Card, font: QFont, t: Tokens) -> int:
    """Two lines of what was said; returns where the chips begin."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(QColor(t.text))
    for number, said in enumerate(two_lines(card.text, font, box.width())):
        base = box.top() + number * metrics.lineSpacing() + metrics.ascent()
        painter.drawText(QPointF(box.left(), base), said)
    return box.top() + 2 * metrics.lineSpacing()


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """The text in at most two lines of a width, the second cut short with an ellipsis."""
    if not text:
        return []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    length = first.textLength()
    layout.endLayout()
    # Qt counts in UTF-16: cut there, or an emoji would be cut in half.
    units = text.encode("utf-16-le", "surrogatepass")
    one = units[: length * 2].decode("utf-16-le", "replace").rstrip()
    rest = units[length * 2 :].decode("utf-16-le", "replace").strip()
    if not rest:
        return [one]
    return [one, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _chips(painter: QPainter, box: QRect, card: Card, font: QFont, t: Tokens) -> None:
    small = _small(font)
    small.setWeight(QFont.Weight.Medium)
    metrics = QFontMetrics(small)
    painter.setFont(small)
    left = box.left()
    for at, chip in enumerate(card.chips):
        room = box.right() - left
        if at + 1 < len(card.chips):
            room = min(room, round(box.width() * 0.66))  # the next one shall be seen too
        if room < metrics.height() * 3:
            return
        left += _chip(painter, left, box.top(), chip, metrics, room, t) + metrics.height() // 3


def _chip(
    painter: QPainter, left: int, top: int, chip: Sign, metrics: QFontMetrics, room: int, t: Tokens
) -> int:
    """Paints a chip and returns how wide it is."""
    ground, ink = t.chips[chip.colour]
    pad = metrics.height() // 2
    text = metrics.elidedText(chip.text, Qt.TextElideMode.ElideRight, room - 2 * pad)
    box = QRect(left, top, metrics.horizontalAdvance(text) + 2 * pad, metrics.height() + 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return box.width()
