"""The form in which it is written down who is told of an area."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

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
        ("name", "Name of the desk"),
        ("deputy", "Address of the deputy"),
        ("hours", "Hours (empty: always)"),
        ("out_of_hours", "Out of hours: number or address"),
        ("phone", "Number, for hazards"),
        ("link", "Public page"),
    )
)
ABOUT = said_later(
    {
        "deputy": "Told where the desk's mail comes back, or no answer comes in time.",
        "hours": "Such as Mon-Fri 08:30-17:00, or always.",
        "link": "Where residents report it, beginning with https://.",
        "sensitive": "A second reader, no quotes, no place finer than the ward.",
        "by_itself": "Off unless a supervisor signs. Then what is due goes without an officer, "
        "where mail is sent by the server (Settings, Mail); the name stands in the log of each. "
        "Never for a sensitive area or matter.",
        "answers_from": "Staff who answer from an address of their own. Nothing is sent there.",
        "at_once": "spike, hazard, or the name of a service: one on each line.",
    }
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
            self._told(name, tr(text), self.lines[name])
        self.times = QLineEdit(", ".join(contact.digest_times))
        self.field(tr("Digests on working days at"), self.times)
        self.at_once = ListEdit(2)
        self.at_once.setPlainText("\n".join(contact.at_once))
        self._told("at_once", tr("At once, not with the digest"), self.at_once)
        self.within = padded(QSpinBox())
        self.within.setRange(1, 999)
        self.within.setSuffix(tr(" working hours"))
        self.within.setValue(contact.answer_within)
        self.field(tr("Reminder after"), self.within)
        self.answers_from = ListEdit(2)
        self.answers_from.setPlainText("\n".join(contact.answers_from))
        self._told("answers_from", tr("Answers count from these too"), self.answers_from)
        self.left = ListEdit(2)
        self.left.setPlainText("\n".join(contact.left))
        self.field(tr("Addresses of people who have left"), self.left)
        self.sensitive = QCheckBox(tr("Sensitive"))
        self.sensitive.setChecked(contact.sensitive)
        self.fields.addRow(self.sensitive)
        self._about("sensitive", self.sensitive)
        self.by_itself = QCheckBox(tr("Send its digests by themselves (standing instruction)"))
        self.by_itself.setChecked(bool(contact.standing))
        self.fields.addRow(self.by_itself)
        self._about("by_itself", self.by_itself)
        self.signed = QLineEdit(contact.standing)
        self.field(tr("Signed by (a supervisor)"), self.signed)

    def _told(self, name: str, text: str, widget: QWidget) -> None:
        """A field, with a sentence under it where one helps."""
        self.field(text, widget)
        self._about(name, widget)

    def _about(self, name: str, widget: QWidget) -> None:
        if name in ABOUT:
            widget.setAccessibleDescription(tr(ABOUT[name]))
            self.fields.addRow(label(tr(ABOUT[name]), "soft"))

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
            standing=self._standing(),
            answers_from=self.answers_from.words(),
        )

    def _standing(self) -> str:
        """Who signed for digests without an officer, and when; "" where nobody did."""
        signed = " ".join(self.signed.text().split())
        if not self.by_itself.isChecked() or not signed:
            return ""
        if signed == self._before.standing:
            return signed
        today = datetime.now(words.LONDON)
        return f"{signed}, {today.day} {today:%B %Y}"

    def _times(self) -> tuple[str, ...]:
        return tuple(t for part in self.times.text().split(",") if (t := part.strip()))

    def missing(self) -> str:
        made = self.contact()
        for address in (*made.addresses, *made.answers_from, *filter(None, (made.deputy,))):
            if not is_address(address):
                return tr("“{address}” is no mail address.", address=words.line(address))
        if fault := hours_fault(made.hours):
            return f"{fault}."
        for at in made.digest_times:
            if clock_of(at) is None:
                return tr("“{at}” is no time of a digest: write 09:00.", at=words.line(at))
        if made.link and not made.link.startswith(("https://", "http://")):
            return tr("The public page begins with https://.")
        if self.by_itself.isChecked() and made.sensitive:
            return tr("Two people read what goes to a sensitive area: nothing goes by itself.")
        if self.by_itself.isChecked() and not made.standing:
            return tr("Who signs for it that digests go without an officer?")
        return ""
