"""The chips of a card that can be pressed: real buttons, at the right of each row in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from listener.mention import MentionKey
from ui.parts.buttons import Button
from ui.queue.card import Card, Press
from ui.queue.layout import GAP, chip_font, layout, room_for, widths
from ui.queue.table import CardTable
from ui.theme import tokens
from ui.tongue import tr


class ChipButton(Button):
    """A chip with an edge, for it can be pressed; painted as the others are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._colour = "grey"
        self._short = ""
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_press(self, press: Press) -> None:
        """What stands on it and how it is read aloud."""
        if self.text() != press.sign.text or self.accessibleName() != press.name:
            self.setText(press.sign.text)
            self.setAccessibleName(press.name)
            self.setToolTip(press.name)
            # Left empty, the tip is read as the description: the name, a second time.
            self.setAccessibleDescription(" ")
        self._colour = press.sign.colour
        self._short = press.short
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _: QPaintEvent) -> None:
        t = tokens()
        ground, ink = t.chips[self._colour]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.hasFocus()
        inset = 1 if ring else 0
        box = self.rect().adjusted(1 + inset, 2, -2 - inset, -3)
        painter.setBrush(QColor(t.chosen if self.isDown() else ground))
        edge = t.focus if ring else ink if self.underMouse() else t.edge
        painter.setPen(QPen(QColor(edge), 2 if ring else 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(ink))
        painter.setFont(chip_font(self.font()))
        metrics = painter.fontMetrics()
        room = self.width() - metrics.height() // 2
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        if len(text) < 5 and text != self.text():
            text = self._short
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class RowChips(QWidget):
    """The buttons of one row. Left and right move between them, and out of them to the list."""

    pressed = Signal(int, str)
    """The key of a mention, and what is asked (a Does of ui.queue.card)."""
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self._shown: tuple[Card, int, int] | None = None
        self.buttons = [ChipButton(self) for _ in range(4)]
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, n=at: self._press(n))

    def show_card(self, card: Card, room: QRect, row_width: int) -> None:
        """Shows a card's buttons at the right of a room, in a row of this width."""
        now = (card, room.width(), self.font().pixelSize())
        if self._shown is None or self._shown[0] is not card or self._shown[1:] != now[1:]:
            self._fill(card, room, room_for(card, room.width(), row_width, self.font()))
        self._shown = now
        self.setGeometry(room.right() + 1 - self.width(), room.top(), self.width(), room.height())
        self.show()

    def _fill(self, card: Card, room: QRect, free: int) -> None:
        self.card = card
        self.setAccessibleName(tr("What can be done at once: {text}", text=card.text[:60]))
        taken = widths(card.presses, free, chip_font(self.font()))
        at = 0
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(taken))
            if number < len(taken):
                button.show_press(card.presses[number])
                button.setGeometry(at, 0, taken[number], room.height())
                at += taken[number] + GAP
        self.resize(max(0, at - GAP), room.height())

    def reachable(self, by_tab: bool) -> None:
        """Only the buttons of the current row are on the way of the Tab key."""
        policy = Qt.FocusPolicy.TabFocus if by_tab else Qt.FocusPolicy.NoFocus
        for button in self.buttons:
            if button.focusPolicy() != policy:
                button.setFocusPolicy(policy)

    def enter(self) -> None:
        """Gives the first button the keyboard."""
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = [b for b in self.buttons if not b.isHidden()]
        focused = [n for n, b in enumerate(shown) if b.hasFocus()]
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or (step and not focused):
            self.left.emit()
        elif step:
            to = focused[0] + step
            if to < 0:
                self.left.emit()
            elif to < len(shown):
                shown[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _press(self, number: int) -> None:
        if self.card is not None and number < len(self.card.presses):
            self.pressed.emit(self.card.key, self.card.presses[number].does)


class CardPage(QWidget):
    """The table of cards with its buttons upon it.

    The buttons are children of this page and not of the table: an accessible table has cells and
    no other children, so a screen reader would never come to them.
    """

    pressed = Signal(int, str)

    def __init__(self, table: CardTable) -> None:
        super().__init__()
        self._table = table
        self._rows: dict[MentionKey, RowChips] = {}
        self._spare: list[RowChips] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(table)
        model = table.model()
        for changed in (
            model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged,
            table.verticalScrollBar().valueChanged, table.verticalScrollBar().rangeChanged,
            table.moved,
        ):  # fmt: skip
            changed.connect(lambda *_: self.place())
        # A viewport is told of its new size before its column is.
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.sectionResized.connect(lambda *_: self._soon.start())
            header.geometriesChanged.connect(self._soon.start)
        table.viewport().installEventFilter(self)
        table.into_chips.connect(self._enter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._soon.start()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns the list, over its buttons too."""
        self._table.wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._soon.start()

    def chips_of(self, key: MentionKey) -> RowChips | None:
        """The buttons of a mention, where its row is in sight."""
        return self._rows.get(key)

    def place(self) -> None:
        """Puts the buttons of the rows in sight where they belong."""
        wanted = self._in_sight()
        for key in [k for k in self._rows if k not in wanted]:
            gone = self._rows.pop(key)
            if any(b.hasFocus() for b in gone.buttons):
                self._table.setFocus()
            gone.reachable(False)
            gone.hide()
            self._spare.append(gone)
        current = self._table.current()
        for key, (card, room) in wanted.items():
            row = self._rows.get(key) or (self._spare.pop() if self._spare else self._made())
            self._rows[key] = row
            row.show_card(card, room, self._table.viewport().width())
            row.reachable(current is not None and current.key == key)
        if current is not None and current.key in self._rows:
            self._order(self._rows[current.key])

    def _in_sight(self) -> dict[MentionKey, tuple[Card, QRect]]:
        """The cards whose line of buttons is whole in sight, and where that line is."""
        table, found = self._table, dict[MentionKey, tuple[Card, QRect]]()
        view = table.viewport()
        offset = view.mapTo(self, QPoint(0, 0))
        first = table.rowAt(0)
        for at in range(max(first, 0), table.model().rowCount() if first >= 0 else 0):
            box = table.visualRect(table.model().index(at, 0))
            if box.top() > view.height():
                break
            card = table.card_at(at)
            if card is None:
                continue
            room = layout(box, table.font(), card).presses
            if room.top() >= 0 and room.bottom() <= view.height():
                found[card.key] = (card, room.translated(offset))
        return found

    def _made(self) -> RowChips:
        made = RowChips(self)
        made.pressed.connect(self.pressed)
        made.left.connect(self._table.setFocus)
        return made

    def _order(self, row: RowChips) -> None:
        before: QWidget = self._table
        for button in row.buttons:
            QWidget.setTabOrder(before, button)
            before = button

    def _enter(self) -> None:
        current = self._table.current()
        if current is not None and current.key in self._rows:
            self._rows[current.key].enter()
