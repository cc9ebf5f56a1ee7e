"""Where a mention should go: the services it may be for, with reasons, and somewhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from listener.council import Service
from listener.mention import Detail, ServiceGuess
from ui import words
from ui.parts.buttons import KeyButton
from ui.parts.labels import heading, label
from ui.parts.lines import Lines
from ui.tongue import said_later, tr

LEAST = 0.05  # how likely a further candidate must be to be worth a line
SHOWN = 3  # candidates: further ones are found by search


class Where(QFrame):
    """A card of candidates; one of them is picked, the best guess at first."""

    elsewhere = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._group = QButtonGroup(self)
        self._picked: dict[int, str] = {}
        self.services: tuple[Service, ...] = ()
        self._none = label(tr("No service was recognised. G chooses one."), "soft")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.went = Lines()
        self.went.setAccessibleName(tr("Where it went"))
        other = KeyButton(tr("Somewhere else…"), "G")
        other.clicked.connect(self.elsewhere)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setSpacing(8)
        rows.addWidget(heading(tr("Where it should go")))
        rows.addWidget(self.went)
        rows.addWidget(self._none)
        rows.addWidget(self._list)
        rows.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)

    def show_detail(self, detail: Detail) -> None:
        """Shows the candidates of a mention."""
        self._clear()
        likely = (
            g for at, g in enumerate(detail.reading.services) if not at or g.certainty >= LEAST
        )
        guesses = tuple(likely)[:SHOWN]
        for at, guess in enumerate(guesses):
            whom = self._whose(guess.category, guess.ours)
            self._add(guess.category, guess.area, _why(guess, at) + whom, checked=at == 0)
        self._none.setVisible(not guesses)

    def pick(self, service: Service) -> None:
        """Picks a service, added to the candidates where it is not among them."""
        for number, category in self._picked.items():
            if category == service.category:
                self._group.button(number).setChecked(True)
                return
        why = tr("you chose it{whose}", whose=whose(service))
        self._add(service.category, service.area, why, checked=True)
        self._none.hide()

    def picked(self) -> str:
        """The category picked, or "" where there is none."""
        return self._picked.get(self._group.checkedId(), "")

    def _whose(self, category: str, ours: bool) -> str:
        known = next((s for s in self.services if s.category == category), None)
        if known is not None:
            return whose(known)
        return "" if ours else tr("; another body does it: we only point there")

    def _add(self, category: str, area: str, why: str, checked: bool) -> None:
        candidate = _Candidate(category, f"{words.line(area)} · {why}")
        candidate.button.setChecked(checked)
        candidate.button.setAccessibleName(f"{category}, {area}: {why}")
        self._group.addButton(candidate.button, len(self._picked))
        self._picked[len(self._picked)] = category
        self._rows.addWidget(candidate)

    def _clear(self) -> None:
        self._picked.clear()
        for button in self._group.buttons():
            self._group.removeButton(button)
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()


def whose(service: Service) -> str:
    """Who does it, where we do not: we only point there; "" for our own."""
    if service.ours:
        return ""
    body = words.line(service.tier.partition(":")[2])
    return tr("; not ours: {value} does it, we only point there", value=body or tr("another body"))


SURENESS = said_later(((0.85, "very likely"), (0.6, "likely"), (0.35, "perhaps"), (0.0, "a guess")))
"""From how sure each word is used (0 to 1); below 0.35 a person must confirm (rules.routing)."""


def sureness(certainty: float) -> str:
    """How sure we are, in words."""
    return next(tr(word) for least, word in SURENESS if certainty >= least)


def _why(guess: ServiceGuess, at: int) -> str:
    because, sure = words.line(guess.because), sureness(guess.certainty)
    if guess.certainty < SURENESS[-2][0]:
        return f"{(tr('may also fit') if at else tr('a guess'))}: {because}"
    place = tr("also fits, ") if at else "" if guess.certainty >= 1.0 else tr("best guess, ")
    return f"{place}{'' if guess.certainty >= 1.0 else f'{sure}: '}{because}"


class _Candidate(QWidget):
    """A service to pick, its whole name in view at any width, as a radio button cannot show it."""

    def __init__(self, category: str, why: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(6)
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(1, 1)
        rows.addWidget(self.button, 0, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(label(category), 0, 1)
        rows.addWidget(label(why, "soft"), 1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.button.setChecked(True)
        self.button.setFocus()
        super().mousePressEvent(event)


class _Typed(QLineEdit):
    """A field whose arrows up and down move in the list below it."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class Elsewhere(QDialog):
    """Chooses a service category by typing a part of its name, its area or what people call it."""

    def __init__(self, services: Sequence[Service], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Somewhere else"))
        self._services = services
        self.search = _Typed()
        self.search.stepped.connect(self._step)
        self.search.setAccessibleName(tr("Part of a service's name, or what people call it"))
        self.search.setPlaceholderText(tr("Type a part of a name, such as lamp or bins"))
        self._nothing = label(tr("No service is called that. Try what people call it."), "soft")
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Services"))
        self._list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox()
        self._choose = buttons.addButton(tr("Choose"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._choose.setProperty("kind", "primary")
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.search.textChanged.connect(self._fill)
        rows = QVBoxLayout(self)
        rows.addWidget(label(tr("Which service is this for?"), "title"))
        rows.addWidget(self.search)
        rows.addWidget(self._nothing)
        rows.addWidget(self._list, 1)
        rows.addWidget(buttons)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        unit = self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * 0.85
        self.resize(QSize(unit * 30, unit * 27).boundedTo(room))
        self._fill("")

    def chosen(self) -> Service | None:
        """The service that was chosen."""
        item = self._list.currentItem()
        service = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return service if isinstance(service, Service) else None

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for service in found(self._services, typed):
            about = f"{service.area}{whose(service)}"
            item = QListWidgetItem(f"{service.category}\n{about}")
            item.setData(Qt.ItemDataRole.UserRole, service)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{service.category}, {about}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._choose.setEnabled(self._list.count() > 0)
        self._nothing.setVisible(not self._list.count())

    def _step(self, by: int) -> None:
        """Moves in the list from the field."""
        self._list.setCurrentRow(min(max(self._list.currentRow() + by, 0), self._list.count() - 1))

    def accept(self) -> None:
        # Return in the list activates the line and presses the default button as well.
        if self.chosen() is not None and self.result() != QDialog.DialogCode.Accepted:
            super().accept()


def found(services: Sequence[Service], typed: str) -> list[Service]:
    """The services whose name, area or phrases hold every word typed; names come first."""
    parts = typed.casefold().split()
    ranked = []
    for at, service in enumerate(services):
        name = service.category.casefold()
        whole = " ".join((name, service.area, service.tier, *service.phrases)).casefold()
        if all(p in whole for p in parts):
            ranked.append((0 if all(p in name for p in parts) else 1, at, service))
    return [service for _, _, service in sorted(ranked, key=lambda r: r[:2])]
