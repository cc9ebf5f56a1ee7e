"""Buttons that show their key, and the rail's buttons that show a count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from ui.keymap import cap
from ui.parts.labels import tip
from ui.theme import icon_pixmap, tokens
from ui.tongue import tr


class Button(QPushButton):
    """A button that Return presses too, as people expect it everywhere and Qt only in dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class KeyButton(Button):
    """A verb and the key that does the same, in a small cap."""

    def __init__(self, text: str, key: str = "", kind: str = "plain", about: str = "") -> None:
        super().__init__(text)
        self._usual = key
        self._key = ""
        self.show_key()
        self.setProperty("kind", kind)
        self.setAccessibleName(text.strip("…+ "))
        if about:
            tip(self, about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_key(self) -> None:
        """Shows the key that does the same now, as keys can be changed; none where it is off."""
        self._key = cap(self._usual) if self._usual else ""
        self.setAccessibleDescription(tr("Key {key}", key=self._key) if self._key else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._cap_width(), max(hint.height(), 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(10, round(self.fontInfo().pixelSize() * 0.79)))
        return font

    def _cap_width(self) -> int:
        if not self._key:
            return 0
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self._key) + metrics.height() - 3

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = QColor(self._ink())
        metrics = self.fontMetrics()
        room = self.width() - self._cap_width() - 8
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(room, 0))
        wide = metrics.horizontalAdvance(text) + self._cap_width()
        left = self.rect().center().x() - wide // 2 + 1
        if self.property("kind") == "link":
            left = 1
        words = QRect(left, 0, metrics.horizontalAdvance(text) + 2, self.height())
        painter.setPen(ink)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
        if self._key:
            self._draw_cap(painter, words.right() + metrics.height() // 2 - 2, ink)

    def _draw_cap(self, painter: QPainter, left: int, ink: QColor) -> None:
        high = self.fontMetrics().height() + 1
        cap = QRect(left, (self.height() - high) // 2, self._cap_width() - high // 2 + 2, high)
        edge = QColor(ink)
        edge.setAlphaF(0.55)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(ink)
        painter.setFont(self._cap_font())
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _ink(self) -> str:
        t = tokens()
        if not self.isEnabled():
            return t.soft
        kinds = {"primary": t.on_accent, "danger": t.red, "link": t.accent}
        return kinds.get(str(self.property("kind")), t.text)


class RailButton(Button):
    """One list in the rail: icon, name, how many."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__(text)
        self._icon = icon
        self._count = ""
        self._clicking = False
        self.toggled.connect(self._toggled)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a screen reader says "radio button": one of them is open
        self.setProperty("kind", "rail")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(None)

    def nextCheckState(self) -> None:
        self._clicking = True
        super().nextCheckState()
        self._clicking = False

    def _toggled(self, on: bool) -> None:
        """A screen reader toggles it and clicks nothing (see ui.parts.ticks)."""
        if on and not self._clicking:
            self.clicked.emit()

    def show_count(self, count: int | None, after: str = "") -> None:
        """How many stand there; None where it is not known or does not matter."""
        self.show_text("" if count is None else f"{count:,}{after}")

    def show_text(self, count: str) -> None:
        """The same, where it is no exact number."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {self._count}" if self._count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text() + self._count) + metrics.height() * 4
        return QSize(wide, max(24, round(metrics.height() * 1.75)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.chips["blue"][0] if self.isChecked() else t.line))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        self._draw_words(painter, t.chips["blue"][1] if self.isChecked() else t.text)

    def _draw_words(self, painter: QPainter, ink: str) -> None:
        metrics = self.fontMetrics()
        side = metrics.height()
        size = round(side * 0.95)
        painter.drawPixmap(
            side // 2, (self.height() - size) // 2, icon_pixmap(self._icon, ink, size)
        )
        painter.setPen(QColor(ink))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        words = self.rect().adjusted(side * 2, 0, -side // 2, 0)
        heavy = painter.fontMetrics()
        room = words.width() - heavy.horizontalAdvance(f"  {self._count}" if self._count else "")
        name = heavy.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), name)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(words, int(right), self._count)
