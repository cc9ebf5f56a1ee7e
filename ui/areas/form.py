"""The form in which it is written down who is told of an area."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from listener.handoff import AreaContact
from rules.telling import clock_of, is_address
from rules.urgent import hours_fault
from ui import words
from ui.house.fields import ListEdit
from ui.mention.dialogs import Form
from ui.parts.labels import label
from ui.parts.padded import padded
from ui.tongue import said_later, tr

LINES = said_later(
    (
        ("name", "Name of the desk, such as Highways duty desk"),
        ("deputy", "Deputy's address: told where the desk does not answer"),
        ("hours", "Hours, such as Mon-Fri 08:30-17:00 (empty: always)"),
        ("out_of_hours", "Out of hours: a number or an address"),
        ("phone", "Number, for hazards"),
        ("link", "Public page where residents report it"),
    )
)


class ContactForm(Form):
    """One area's contact. What is wrong is said in words when it is to be kept."""

    def __init__(self, contact: AreaContact, parent: QWidget | None = None) -> None:
        about = (
            tr("Who is told of it, where and when. Give desks, not persons.")
            if contact.body == "ours"
            else tr("Another body: residents are sent there. Mail goes only where you add it.")
        )
        super().__init__(words.line(contact.area), about, tr("Keep"), parent)
        self._before = contact
        self.addresses = ListEdit(2)
        self.addresses.setPlainText("\n".join(contact.addresses))
        self.field(tr("Addresses, one on each line"), self.addresses)
        self.lines = {name: QLineEdit(getattr(contact, name)) for name, _ in LINES}
        for name, text in LINES:
            self.field(tr(text), self.lines[name])
        self.times = QLineEdit(", ".join(contact.digest_times))
        self.field(tr("Digests on working days at"), self.times)
        self.at_once = ListEdit(2)
        self.at_once.setPlainText("\n".join(contact.at_once))
        self.field(tr("At once, not with the digest"), self.at_once)
        self.fields.addRow(
            label(tr("spike, hazard, or the name of a service: one on each line."), "soft")
        )
        self.within = padded(QSpinBox())
        self.within.setRange(1, 999)
        self.within.setSuffix(tr(" working hours"))
        self.within.setValue(contact.answer_within)
        self.field(tr("Reminder after"), self.within)
        self.left = ListEdit(2)
        self.left.setPlainText("\n".join(contact.left))
        self.field(tr("Addresses of people who have left"), self.left)
        self.sensitive = QCheckBox(tr("Sensitive: a second reader, no quotes, ward at most"))
        self.sensitive.setChecked(contact.sensitive)
        self.fields.addRow(self.sensitive)

    def contact(self) -> AreaContact:
        """The contact as it stands there."""
        given = {name: line.text().strip() for name, line in self.lines.items()}
        return replace(
            self._before,
            addresses=self.addresses.words(),
            name=given["name"],
            deputy=given["deputy"],
            hours=given["hours"],
            out_of_hours=given["out_of_hours"],
            phone=given["phone"],
            link=given["link"],
            digest_times=self._times(),
            at_once=self.at_once.words(),
            answer_within=self.within.value(),
            left=self.left.words(),
            sensitive=self.sensitive.isChecked(),
        )

    def _times(self) -> tuple[str, ...]:
        return tuple(t for part in self.times.text().split(",") if (t := part.strip()))

    def missing(self) -> str:
        made = self.contact()
        for address in (*made.addresses, *filter(None, (made.deputy,))):
            if not is_address(address):
                return tr("“{address}” is no mail address.", address=words.line(address))
        if fault := hours_fault(made.hours):
            return f"{fault}."
        for at in made.digest_times:
            if clock_of(at) is None:
                return tr("“{at}” is no time of a digest: write 09:00.", at=words.line(at))
        if made.link and not made.link.startswith(("https://", "http://")):
            return tr("The public page begins with https://.")
        return ""
