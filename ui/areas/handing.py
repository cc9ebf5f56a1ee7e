"""Beside deciding: one more area, who rang whom, and who read a sensitive one besides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from listener.commands import Decide, ForwardTo, Rang, ReadSecond
from listener.handoff import AreaState
from rules.forwarding import forward_rule
from ui import words
from ui.areas.second import SecondForm, officers_in
from ui.doing import Doing
from ui.mention.dialogs import Form
from ui.mention.subject import Subject
from ui.parts.labels import label
from ui.queue.card import Card
from ui.tongue import tr
from ui.works.dialog import WorksDialog

FORWARDING = ("forward", "attach", "complaint_route")


class Handing(Doing):
    """Each verb asks the desk for one thing, and can be taken back."""

    def parts(self) -> list[tuple[str, Callable[[], None]]]:
        """The lines in the menu of further verbs."""
        return [
            (tr("&For information to another area…"), self.inform),
            (tr("I &rang an area…"), self.rang),
            (tr("I have read it &besides (second reader)…"), self.read_besides),
            (tr("&Known works and events…"), self.works),
        ]

    def works(self) -> None:
        """The calendar of known works and events."""
        self.open(WorksDialog(self.bridge, self.window), lambda: None)

    def inform(self) -> None:
        """Asks which area hears of what is chosen besides."""
        if (subject := self.subject()) is not None:
            self.bridge.read(lambda r: r.areas(), partial(self._inform, subject))

    def _inform(self, subject: Subject, areas: tuple[AreaState, ...]) -> None:
        form = AreaForm(areas, self.window)

        def send() -> None:
            area = form.area()
            said = tr("For information to {area}", area=area)
            self.verbs.remember(subject.keys)
            self.ask(ForwardTo(subject.keys, area, because=form.why.text(), by=self.officer), said)

        self.open(form, send)

    def rang(self) -> None:
        """Asks whom somebody rang, and what they said; shows the number of the area."""
        if (subject := self.subject()) is not None:
            self.bridge.read(lambda r: r.areas(), partial(self._rang, subject))

    def _rang(self, subject: Subject, areas: tuple[AreaState, ...]) -> None:
        form = RangForm(areas, subject.cards[0].row.area, self.window)

        def send() -> None:
            said = tr("Kept: rang {area}", area=form.area())
            self.verbs.remember(subject.keys)
            rang = Rang(subject.keys, form.area(), form.said.text(), by=self.officer)
            self.ask(rang, said)

        self.open(form, send)

    def read_besides(self) -> None:
        """Somebody who did not hand it over says that they have read it."""
        subject = self.subject()
        if subject is None:
            return
        form = SecondForm("", tr("Whoever handed it over cannot be the second reader."), True,
                          self.window)  # fmt: skip

        def send() -> None:
            self.verbs.remember(subject.keys)
            said = tr("Read by {name} besides: it may go", name=form.name())
            self.ask(ReadSecond(subject.keys, form.name()), said)

        self.open(form, send)

    def second_reader(
        self, commands: Sequence[Decide], cards: Sequence[Card], go: Callable[[str], None]
    ) -> None:
        """Asks who read it besides where one of the decisions sends something sensitive."""
        sent = [c for c in commands if c.outcome in FORWARDING and c.service]
        alleged = {c.key: c.row.alleged for c in cards if c.row.alleged}
        services = {s.category: s for s in self.verbs.services}
        rules = []
        for command in sent:
            service = services.get(command.service)
            rule = forward_rule(
                service.flag if service else "",
                service is not None and service.told in self.verbs.sensitive,
                next((alleged[k] for k in command.keys if k in alleged), ""),
            )
            rules += [rule] if rule.held else []
        if not rules:
            go("")
            return
        self.bridge.read(officers_in, partial(self._second, rules[0].why, commands[0].by, go))

    def _second(
        self, why: str, by: str, go: Callable[[str], None], officers: tuple[str, ...]
    ) -> None:
        about = tr("No one key sends this: {why}. Left empty, it waits for a second reader.",
                   why=why)  # fmt: skip
        form = SecondForm(by, about, False, self.window, officers)
        self.open(form, lambda: go(form.name()))


class AreaForm(Form):
    """Which area hears of it besides, and why."""

    def __init__(self, areas: Sequence[AreaState], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("For information"),
            tr("The area gets it with its next digest; the lead stays where it is."),
            tr("Add it"),
            parent,
        )
        self.box = _areas_box(areas)
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        self.field(tr("Area"), self.box)
        self.field(tr("Why (may be left empty)"), self.why)

    def area(self) -> str:
        """The area that was chosen."""
        return str(self.box.currentData())


class RangForm(Form):
    """Whom somebody rang, and what they said. The number stands there to be rung."""

    def __init__(
        self, areas: Sequence[AreaState], first: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("I rang"), tr("It stands in the history, with the time."), tr("Keep"), parent
        )
        self._areas = {s.contact.area: s for s in areas}
        self.box = _areas_box(areas)
        self.box.setCurrentIndex(max(0, self.box.findData(first)))
        self.number = label("", "strong")
        self.said = QLineEdit()
        self.said.setMaxLength(300)
        self.field(tr("Area"), self.box)
        self.fields.addRow(self.number)
        self.field(tr("What they said (may be left empty)"), self.said)
        self.box.currentIndexChanged.connect(lambda _: self._tell())
        self._tell()

    def area(self) -> str:
        """The area that was rung."""
        return str(self.box.currentData())

    def _tell(self) -> None:
        state = self._areas.get(self.area())
        if state is None:
            return
        c, night = state.contact, state.told.ring
        other = tr("; out of hours {number}", number=c.out_of_hours) if c.out_of_hours else ""
        number = night or c.phone
        known = tr("Ring {number}{other}", number=number, other="" if night else other)
        self.number.setText(words.line(known) if number else tr("No number is known."))


def _areas_box(areas: Sequence[AreaState]) -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for state in areas:
        other = tr(" (another body)") if state.contact.body == "other" else ""
        box.addItem(f"{words.line(state.contact.area)}{other}", state.contact.area)
    return box
