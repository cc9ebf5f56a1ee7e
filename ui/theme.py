"""How the window looks: colours for light and dark, text sizes, and icons tinted to match."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.stylesheet import stylesheet
from ui.tokens import EVERY, LIGHT, Tokens, worn

BASE_PIXELS = 14
WORN = "look-worn"  # of the application, which wears it, whoever put it on
SIZES = (100, 110, 125, 150, 175, 200)
FAMILIES = ["Inter", "Segoe UI", "Noto Sans", "DejaVu Sans", "sans-serif"]


def tokens() -> Tokens:
    """The colours in use now, read off the application's palette."""
    page = QApplication.palette().color(QPalette.ColorRole.Window).name()
    return _BY_PAGE.get(page, LIGHT)


_BY_PAGE = {t.page: t for t in EVERY}


def high_contrast() -> bool:
    """Whether the system asks for high contrast (Qt knows since 6.10)."""
    hints = QApplication.styleHints()  # PySide lets go of what hangs on it if it is not held
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


@dataclass(frozen=True, slots=True)
class Look:
    """What a person chose: system, light or dark, and the text size in per cent."""

    scheme: str = "system"
    size: int = 100


class Theme(QObject):
    """Sets palette, font and style sheet of the whole application, and follows the system."""

    changed = Signal()

    def __init__(self, app: QApplication, look: Look, dressed: bool = True) -> None:
        """dressed: False puts the style sheet on later, by `dress`: see ui.window.built."""
        super().__init__(app)
        self._app = app
        self._dressed = dressed
        self.look = look
        app.setStyle("Fusion")
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(
            lambda _: self.wear(self.look)
        )
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Shows the application in this look."""
        self.look = look
        chosen = worn(self._dark(), high_contrast())
        key = f"{chosen.page} {look.size}"
        if self._app.property(WORN) == key:
            return  # to style every widget again takes a second, and nothing would differ
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(BASE_PIXELS * look.size / 100))
        self._app.setFont(font)
        self._app.setPalette(_palette(chosen))
        if self._dressed:
            self._app.setProperty(WORN, key)
            self._app.setStyleSheet(
                stylesheet(
                    chosen, font.pixelSize(), *(_picture(n, chosen) for n in ("tick", "up", "down"))
                )
            )
        self.changed.emit()

    def dress(self) -> None:
        """Puts the style sheet on, where that was left for later."""
        self._dressed = True
        self.wear(self.look)

    def other_scheme(self) -> Look:
        """The look with light and dark changed over."""
        return Look("light" if self._dark() else "dark", self.look.size)

    def resized(self, steps: int) -> Look:
        """The look with larger (1) or smaller (-1) text, between 100 and 200 per cent."""
        nearest = min(range(len(SIZES)), key=lambda i: abs(SIZES[i] - self.look.size))
        return Look(self.look.scheme, SIZES[max(0, min(len(SIZES) - 1, nearest + steps))])

    def _dark(self) -> bool:
        if self.look.scheme in ("light", "dark"):
            return self.look.scheme == "dark"
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self.look.scheme == "system":
            self.wear(self.look)


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """One of our icons in a colour; an empty icon where there is none by that name."""
    return QIcon(icon_pixmap(name, colour, size))


def icon_pixmap(name: str, colour: str, size: int = 16, ratio: float = 2.0) -> QPixmap:
    """The icon as a picture, `size` logical pixels square.

    Kept in Qt's cache: the rail asks for 14 each time it is painted, and each was read from disk.
    """
    kept = QPixmap()
    name_kept = f"{name} {colour} {size} {ratio}"
    if QPixmapCache.find(name_kept, kept):
        return kept
    drawing = files("resources").joinpath("icons", f"{name}.svg").read_bytes()
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(colour))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(name_kept, pixmap)
    return pixmap


def _picture(name: str, chosen: Tokens) -> str:
    """Where a picture lies that only a style sheet can show: it wants a path, not a picture."""
    name = f"{name}-{'dark' if QColor(chosen.page).lightness() < 128 else 'light'}.svg"
    return str(files("resources").joinpath("icons", name)).replace("\\", "/")


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, chosen.page), (role.WindowText, chosen.text), (role.Base, chosen.card),
        (role.AlternateBase, chosen.rail), (role.Text, chosen.text), (role.Button, chosen.card),
        (role.ButtonText, chosen.text), (role.Highlight, chosen.accent),
        (role.HighlightedText, chosen.on_accent), (role.ToolTipBase, chosen.card),
        (role.ToolTipText, chosen.text), (role.PlaceholderText, chosen.soft),
        (role.Link, chosen.accent), (role.Accent, chosen.accent), (role.BrightText, chosen.red),
    ):  # fmt: skip
        palette.setColor(which, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(disabled, which, QColor(chosen.soft))
    return palette
