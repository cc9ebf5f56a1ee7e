"""The left rail: the council, the lists with their counts, the supervisor's pages, the foot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from listener.mention import View
from ui.parts.buttons import RailButton
from ui.parts.labels import heading, label
from ui.parts.savedlist import SavedList
from ui.parts.scrolling import scrolling
from ui.parts.sessionbox import SessionBox
from ui.parts.ticks import show_ticked
from ui.tongue import said_later, tr
from ui.words import LATER, TO_DO

SPIKES = said_later(("spikes", "Spikes", "spikes"))
STARRED = said_later(("starred", "Starred", "star"))
PAGES = said_later((
    ("sources", "Sources", "sources"), ("areas", "Areas", "areas"),
    ("settings", "Settings", "settings"),
))  # fmt: skip


def _said(page: tuple[str, str, str]) -> tuple[str, str, str]:
    """The page with its title in the language of the window."""
    return page[0], tr(page[1]), page[2]


class Rail(QWidget):
    """Opens lists and pages. It shows only those that work."""

    opened = Signal(str)
    """A View or the name of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._council = label("", "title")
        self._foot = label("", "soft")
        self.session = SessionBox()
        self.saved = SavedList()
        self.saved.opened.connect(lambda key: self.opened.emit(f"saved:{key}"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._wanted = 0
        inside = self._inside = QWidget()
        lists = QVBoxLayout(inside)
        lists.setContentsMargins(10, 0, 10, 0)
        lists.setSpacing(1)
        for title, parts in (
            (tr("To do"), [(w.view, w.title, w.icon) for w in TO_DO] + [_said(SPIKES)]),
            (tr("Later"), [(w.view, w.title, w.icon) for w in LATER] + [_said(STARRED)]),
            (tr("Supervisor"), [_said(page) for page in PAGES]),
        ):
            if title == tr("Supervisor"):
                lists.addWidget(self.saved)
            lists.addSpacing(10)
            lists.addWidget(heading(title, 9))
            for name, text, icon in parts:
                lists.addWidget(self._button(str(name), text, icon))
        lists.addStretch(1)
        self._lay_out(inside)

    def _lay_out(self, inside: QWidget) -> None:
        scroll = scrolling(inside)
        head = QVBoxLayout()
        head.setContentsMargins(18, 16, 12, 4)
        head.addWidget(self._council)
        head.addWidget(label(tr("Council Listener"), "soft"))
        session = QVBoxLayout()
        session.setContentsMargins(10, 4, 10, 0)
        session.addWidget(self.session)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 8, 12, 12)
        foot.addWidget(self._foot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 1, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(session)
        rows.addWidget(scroll, 1)
        rows.addLayout(foot)

    def _button(self, name: str, text: str, icon: str) -> RailButton:
        button = RailButton(text, icon)
        button.clicked.connect(lambda: self.opened.emit(name))
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    def names(self) -> tuple[str, ...]:
        """The lists and pages, in order."""
        return tuple(self._buttons)

    def fit(self, width: int) -> None:
        """Takes this width, or what the names with their counts need: no count is ever cut."""
        self._wanted = width
        self.setFixedWidth(max(width, self._inside.minimumSizeHint().width() + 1))

    def mark(self, name: str) -> None:
        """Shows which list or page is open; none where a search is that is not saved."""
        button = self._all().get(name)
        if button is not None:
            show_ticked(button, True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)  # an exclusive group keeps one of its buttons checked
            show_ticked(checked, False)
            self._group.setExclusive(True)

    def name_council(self, name: str) -> None:
        """Whose mentions these are."""
        self._council.setText(name)

    def show_counts(self, counts: Mapping[View, int]) -> None:
        """How many stand in each list."""
        for words in TO_DO + LATER:
            self._buttons[words.view].show_count(counts.get(words.view, 0))
        self.fit(self._wanted)

    def show_more(self, starred: int, done_today: int) -> None:
        """How many are starred, wherever they stand, and how many were decided today."""
        self._buttons["starred"].show_count(starred)
        self._buttons["done"].show_count(done_today)

    def show_spikes(self, spikes: int) -> None:
        """How many spikes are open."""
        self._buttons["spikes"].show_count(spikes)

    def show_saved(self) -> None:
        """Takes the saved searches in among the lists of which one is open."""
        for button in self.saved.buttons.values():
            self._group.addButton(button)
        self.fit(self._wanted)

    def _all(self) -> dict[str, RailButton]:
        """Everything that can be opened, in the order of the rail."""
        pages = {name for name, _, _ in PAGES}
        lists = {n: b for n, b in self._buttons.items() if n not in pages}
        saved: dict[str, RailButton] = {f"saved:{k}": b for k, b in self.saved.buttons.items()}
        return lists | saved | {n: self._buttons[n] for n, _, _ in PAGES}

    def show_sources(self, heard: int, every: int) -> None:
        """How many sources there are; a mark where some could not be heard."""
        self._buttons["sources"].show_count(every, "" if heard == every else f" · {every - heard}!")
        self.fit(self._wanted)

    def say_foot(self, text: str) -> None:
        """When it last heard, what comes next, whether all is saved."""
        self._foot.setText(text)

    def foot(self) -> str:
        """What stands at the foot."""
        return self._foot.text()

    def button(self, name: str) -> RailButton:
        """The button of a list or page."""
        return self._buttons[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the lists, as in any list."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        focused = [b for b in self._all().values() if b.hasFocus()]
        if step and focused:
            buttons = list(self._all().values())
            buttons[(buttons.index(focused[0]) + step) % len(buttons)].setFocus()
        else:
            super().keyPressEvent(event)
