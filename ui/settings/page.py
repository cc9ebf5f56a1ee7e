"""The settings: sections in a list at the left, what they hold at the right, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener.commands import Command
from listener.council import Council
from listener.settings import Settings
from ui.bridge import Bridge
from ui.house.listing import MEMBERS, PLACES, SERVICES
from ui.mention.actions import UndoBar
from ui.parts.labels import label
from ui.parts.scrolling import at_the_top
from ui.settings.council import CouncilSection, ListSection, known_sections
from ui.settings.hours import HoursSection
from ui.settings.keys import KeysSection
from ui.settings.mail import MailSection
from ui.settings.responses import ResponsesSection
from ui.settings.section import Section, Wish
from ui.settings.sections import (
    ChartSection,
    ItSection,
    LookSection,
    NotesSection,
    OfficersSection,
    SessionSection,
    StartSection,
    WebSection,
)
from ui.settings.spikes import SpikesSection
from ui.tongue import tr


class SettingsPage(QWidget):
    """Each setting is kept as soon as it is changed; the page says so, and takes it back."""

    look_changed = Signal()

    def __init__(self, bridge: Bridge, profile: Path) -> None:
        super().__init__()
        self._bridge = bridge
        self._inverse: tuple[Command, ...] = ()
        self._council = Council("", "")
        self.bar = UndoBar()
        self.bar.undo.connect(self.undo)
        self._make(bridge, profile)
        self.seek = QLineEdit()
        self.seek.setPlaceholderText(tr("Find a setting"))
        self.seek.setAccessibleName(tr("Find a setting"))
        self.seek.setAccessibleDescription(" ")  # left empty, the same words are read twice
        self.seek.setClearButtonEnabled(True)
        self.seek.textChanged.connect(self._find)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sections of the settings"))
        self.list.addItems([s.title for s in self.sections])
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._open)
        self.list.itemActivated.connect(lambda _: self._step_in())
        self._none = label(tr("No setting is called that."), "soft")
        self._none.hide()
        self._stack = QStackedWidget()
        for section in self.sections:
            section.wished.connect(self._wish)
            self._stack.addWidget(at_the_top(section))
        self._lay_out()
        self.list.setCurrentRow(0)

    def _make(self, bridge: Bridge, profile: Path) -> None:
        self.council = CouncilSection()
        self.members = ListSection(
            bridge,
            MEMBERS,
            tr("Members"),
            tr("What they say is marked as theirs."),
            tr("councillor cllr"),
        )
        self.places = ListSection(
            bridge,
            PLACES,
            tr("Places"),
            tr("Roads, places, wards and junctions, with their nicknames."),
            tr("street road gazetteer ward nickname import"),
        )
        self.services = ListSection(
            bridge,
            SERVICES,
            tr("Services"),
            tr("What each is called, whose it is, and what means it."),
            tr("area category phrases forward import ours"),
        )
        self.consultations, self.claims = known_sections(bridge)
        self.officers, self.look = OfficersSection(), LookSection()
        self.chart_section, self.web = ChartSection(), WebSection()
        self.hours, self.keys = HoursSection(bridge), KeysSection()
        self.mail = MailSection(bridge)
        self.start, self.it = StartSection(profile), ItSection(bridge, profile)
        self.sections: tuple[Section, ...] = (
            self.council, self.members, self.places, self.services, self.consultations,
            self.claims, self.hours, SessionSection(), self.officers, self.chart_section,
            SpikesSection(), self.mail, ResponsesSection(bridge), self.look, self.keys,
            NotesSection(), self.web, self.start, self.it,
        )  # fmt: skip
        self.officer = self.officers.officer

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(label(tr("Settings"), "page"))
        left.addWidget(self.seek)
        left.addWidget(self._none)
        left.addWidget(self.list, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.bar)
        right.addWidget(self._stack, 1)
        self._left = QWidget()
        self._left.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(20)
        rows.addWidget(self._left)
        rows.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        unit = self.fontMetrics().averageCharWidth()
        self._left.setFixedWidth(min(unit * 28, self.width() // 3))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_council()
        self.list.doItemsLayout()  # laid out before, it has not the look's line height

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "list"):
            self.list.scheduleDelayedItemsLayout()

    def show_settings(self, settings: Settings) -> None:
        """Shows what is kept; a field that is being typed in is left alone."""
        for section in self.sections:
            section.show_settings(settings)

    def show_council(self, council: Council | None) -> None:
        """Shows what is kept of the council: once the page is seen, for it may be 20,000 places."""
        self._council = council or Council("", "")
        if self.isVisible():
            self._show_council()

    def _show_council(self) -> None:
        for section in self.sections:
            section.show_council(self._council)

    def open_section(self, section: Section) -> None:
        """Opens one section."""
        self.seek.clear()
        self.list.setCurrentRow(self.sections.index(section))

    def copy_for_it(self) -> None:
        """Copies what IT asks for first, and shows it."""
        self.open_section(self.it)
        self.it.look_over()

    def undo(self) -> None:
        """Takes the last change back."""
        inverse, self._inverse = self._inverse, ()
        if inverse:
            self._wish(Wish(inverse, tr("Taken back.")))

    def _open(self, row: int) -> None:
        if row >= 0:
            self._stack.setCurrentIndex(row)

    def _step_in(self) -> None:
        """Return in the list goes to the first field of the section."""
        section = self.sections[self._stack.currentIndex()]
        for widget in section.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(section):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _find(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [n for n, s in enumerate(self.sections) if all(w in s.words() for w in wanted)]
        for row in range(self.list.count()):
            self.list.item(row).setHidden(row not in found)
        self._none.setVisible(not found)
        if found and self.list.currentRow() not in found:
            self.list.setCurrentRow(found[0])

    def _wish(self, wish: Wish) -> None:
        """Asks for each command in turn; the last one says what was done."""
        *before, last = wish.commands
        failed = partial(self.bar.say, fault=True)
        for command in before:
            self._bridge.ask(command, None, failed)
        self._bridge.ask(last, lambda _: self._done(wish), self._failed)

    def _done(self, wish: Wish) -> None:
        self._inverse = wish.inverse
        self.bar.say(wish.said, bool(wish.inverse))
        self.look_changed.emit()

    def _failed(self, why: str) -> None:
        self.bar.say(why, fault=True)
        self.look_changed.emit()  # what was typed and not taken is put back
