"""Getting a real council in: one page at a time, each of which can be left for later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from listener.commands import Poll, SetUpCouncil
from listener.council import Council, for_tier
from ui.bridge import Bridge
from ui.house.council import NameForm, accounts_form, around_form
from ui.house.listing import MEMBERS, PLACES, SERVICES, Kind, Listing
from ui.mention.actions import announce
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import label
from ui.parts.scrolling import at_the_top
from ui.sources.addbox import AddBox
from ui.tongue import tr
from ui.words import count


@dataclass(frozen=True, slots=True)
class Step:
    """A page: its title, what it is for, what it holds, and what it makes of the council."""

    title: str
    about: str
    inside: QWidget
    applied: Callable[[Council], Council]
    wrong: Callable[[Council], str] = lambda _: ""


class SetUp(QWidget):
    """Nothing is kept before the end, and nothing that was typed is lost on the way back."""

    finished = Signal(str)
    """A sentence: the council is in."""
    left = Signal()
    """Back to the three ways to start; what was typed stays."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._base = Council("", "")
        self._untouched = True  # the services are as they came with the app
        self.name_form = NameForm()
        self.accounts, self.around = accounts_form(), around_form()
        self.members, self.places, self.services = (
            Listing(bridge, kind) for kind in (MEMBERS, PLACES, SERVICES)
        )
        self.services.changed.connect(lambda *_: self._touched())
        self.add_box = AddBox(bridge)
        self._added = 0
        self.add_box.added.connect(lambda _: self._count_added())
        self.steps = self._steps()
        self.heading = label("", "page")
        self._about = label("", "soft")
        self.bar = QProgressBar()
        self.bar.setRange(0, len(self.steps))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the set-up is"))
        self._says = label("", "fault")
        self._says.hide()
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(at_the_top(step.inside))
        self.back = KeyButton(tr("Back"), "Alt+Left")
        self.later = KeyButton(tr("Leave this for later"))
        self.next = KeyButton(tr("Next"), "Alt+Right", kind="primary")
        self.finish = KeyButton(tr("Finish now"))
        for key, press in (("Alt+Left", self.go_back), ("Alt+Right", self.go_on)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press)
        self._lay_out()
        self.go(0)

    def _steps(self) -> tuple[Step, ...]:
        def listed(kind: Kind, listing: Listing) -> Callable[[Council], Council]:
            return lambda c: replace(c, **{kind.which: listing.entries()})  # type: ignore[arg-type]

        def same(council: Council) -> Council:
            return council

        return (
            Step(
                tr("Your council"),
                tr("Only its name is needed to begin."),
                self.name_form,
                self.name_form.applied,
                self.name_form.wrong,
            ),
            Step(
                tr("Accounts"),
                tr("How residents write to you, and what you say yourselves."),
                self.accounts,
                self.accounts.applied,
                self.accounts.wrong,
            ),
            Step(
                tr("Members"),
                tr("What councillors say is marked as theirs."),
                self.members,
                listed(MEMBERS, self.members),
            ),
            Step(
                tr("Neighbours"),
                tr("So that what is about them is not taken for yours."),
                self.around,
                self.around.applied,
                self.around.wrong,
            ),
            Step(
                tr("Places"),
                tr("So that a mention is put on the right street."),
                self.places,
                listed(PLACES, self.places),
            ),
            Step(
                tr("Services"),
                tr(
                    "These came with the app; what another tier does is marked as "
                    "theirs. Change what is called otherwise with you."
                ),
                self.services,
                listed(SERVICES, self.services),
            ),
            Step(
                tr("Sources"),
                tr("What is listened to. More can be added at any time."),
                self.add_box,
                same,
            ),
        )

    def _lay_out(self) -> None:
        buttons = Flow(gap=8)
        for button in (self.next, self.back, self.later, self.finish):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(40, 24, 40, 24)
        rows.setSpacing(12)
        for widget in (self.heading, self.bar, self._about, self._says):
            rows.addWidget(widget)
        rows.addWidget(self.stack, 1)
        rows.addLayout(buttons)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.later.clicked.connect(self.leave_for_later)
        self.finish.clicked.connect(self.keep)

    def begin(self, council: Council | None) -> None:
        """Starts, or goes on where it was left. council: whose services are offered."""
        if not self.services.entries() and council is not None:
            self._base = Council("", "", services=council.services)
            self.services.show_entries(council.services)
            for listing in (self.members, self.places):
                listing.show_entries(())
        self.go(self.stack.currentIndex())

    def at(self) -> int:
        """The page that is shown, from 0."""
        return self.stack.currentIndex()

    def go(self, to: int) -> None:
        """Shows a page and puts the keyboard into its first field."""
        step = self.steps[to]
        if step.inside is self.services and self._untouched:
            self.services.show_entries(self.council().services)
        self.stack.setCurrentIndex(to)
        self.heading.setText(
            tr("{value} of {steps}: {title}", value=to + 1, steps=len(self.steps), title=step.title)
        )
        self._about.setText(
            tr("{about} Whatever is left out is found again in Settings.", about=step.about)
        )
        self.bar.setValue(to + 1)
        last = to == len(self.steps) - 1
        self.next.setText(tr("Start listening") if last else tr("Next"))
        self.next.setAccessibleName(self.next.text())
        self.next.updateGeometry()
        self.later.setVisible(to > 0 and not last)
        self.finish.setVisible(to > 0 and not last)
        self._fault("")
        announce(self, self.heading.text())
        first = next((w for w in step.inside.findChildren(QWidget) if _typed_in(w)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """The next page, unless something on this one is wrong; after the last one it is kept."""
        wrong = self.steps[self.at()].wrong(self.council())
        if wrong:
            self._fault(wrong)
        elif self.at() == len(self.steps) - 1:
            self.keep()
        else:
            self.go(self.at() + 1)

    def go_back(self) -> None:
        """The page before; before the first one are the ways to start."""
        if self.at():
            self.go(self.at() - 1)
        else:
            self.left.emit()

    def leave_for_later(self) -> None:
        """The next page, whatever stands on this one."""
        self.go(self.at() + 1)

    def council(self) -> Council:
        """The council as it stands on all pages."""
        made = self._base
        for step in self.steps:
            made = step.applied(made)
        if self._untouched:
            made = replace(made, services=for_tier(self._base.services, made.tier))
        return made

    def keep(self) -> None:
        """Begins with the council; what is wrong leads to its page."""
        council = self.council()
        for at, step in enumerate(self.steps):
            wrong = step.wrong(council)
            if wrong:
                self.go(at)
                self._fault(wrong)
                return
        self._busy(True)
        self._bridge.ask(SetUpCouncil(council), self._kept, self._not_kept)

    def _kept(self, name: str) -> None:
        self._busy(False)
        self._bridge.ask(Poll())
        sources = (
            tr(" {counted} asked now.", counted=count(self._added, "source")) if self._added else ""
        )
        self.finished.emit(
            tr("This is {name} now; the sample has left.{sources}", name=name, sources=sources)
        )

    def _not_kept(self, why: str) -> None:
        self._busy(False)
        self._fault(why)

    def _busy(self, busy: bool) -> None:
        for button in (self.back, self.next, self.later, self.finish):
            button.setEnabled(not busy)

    def _touched(self) -> None:
        self._untouched = False

    def _count_added(self) -> None:
        self._added += 1

    def _fault(self, why: str) -> None:
        self._says.setText(why)
        self._says.setVisible(bool(why))
        if why:
            announce(self._says, why)


def _typed_in(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisibleTo(widget.window()) and widget.isEnabled()
