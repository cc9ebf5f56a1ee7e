"""The council's duty contacts and approved replies, filled in and kept; empty ones are said."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from listener.commands import Change, SetDuty
from listener.council import Council
from rules.urgent import ApprovedReply, Duty, Guide, Role, hours_fault, missing_contacts
from ui import words
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.mention.dialogs import Form
from ui.parts.labels import label
from ui.tongue import said_later, tr

FIELDS = said_later(
    (
        ("name", "Name or desk"),
        ("phone", "Number in office hours"),
        ("hours", "Hours (empty: office hours)"),
        ("out_of_hours", "Number out of hours"),
    )
)
SELF_HARM = "self_harm"
TWO_FROM = 60  # characters of width from which two fields stand side by side


class ContactsDialog(Form):
    """One block a role. What another file or person added beyond one contact a role is kept."""

    def __init__(
        self, guide: Guide, council: Council, sound: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Duty contacts"),
            tr(
                "Whom to ring about a possible danger, by day and by night. Out of "
                "hours the out-of-hours number comes first. Hours are such as "
                "09:00-17:00, Mon-Sat 08:00-20:00 or always."
            ),
            tr("Keep"),
            parent,
        )
        self._guide = guide
        self._council = council
        room = self.sizeHint().width() / self.fontMetrics().averageCharWidth()
        self._columns = 2 if room > TWO_FROM else 1
        self.lines: dict[tuple[str, str], QLineEdit] = {}
        self._empty = label("", "fault")
        self.fields.addRow(self._empty)
        for role in guide.roles:
            self._block(role, next((d for d in council.duty if d.role == role.id), Duty(role.id)))
        approved = next((r for r in council.approved_replies if r.type == SELF_HARM), None)
        self.reply = QPlainTextEdit(approved.text if approved else "")
        self.reply.setTabChangesFocus(True)
        self.approver = QLineEdit(approved.by if approved else "")
        self.field(tr("Approved reply to self-harm"), self.reply)
        self.field(tr("Approved by"), self.approver)
        self.sound = QCheckBox(tr("A sound with the alarm"))
        self.sound.setChecked(sound)
        self.fields.addRow(self.sound)
        self._say_empty()
        empty = [
            line for (_, name), line in self.lines.items() if name == "phone" and not line.text()
        ]
        (empty or list(self.lines.values()))[0].setFocus()

    def _block(self, role: Role, kept: Duty) -> None:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.addWidget(label(role.title, "strong"), 0, 0, 1, self._columns)
        grid.addWidget(label(role.why, "soft"), 1, 0, 1, self._columns)
        for at, (name, text) in enumerate(FIELDS):
            line = QLineEdit(getattr(kept, name))
            line.setAccessibleName(f"{role.title}: {tr(text)}")
            line.textChanged.connect(lambda _: self._say_empty())
            named = label(tr(text), "soft", wrap=False)
            named.setBuddy(line)
            row, column = 2 + at // self._columns * 2, at % self._columns
            grid.addWidget(named, row, column)
            grid.addWidget(line, row + 1, column)
            self.lines[(role.id, name)] = line
        self.fields.addRow(block)

    def _say_empty(self) -> None:
        empty = missing_contacts(self._guide.roles, self.contacts())
        self._empty.setVisible(bool(empty))
        self._empty.setText(
            tr("! Still empty: {listed}.", listed=", ".join(empty)) if empty else ""
        )

    def contacts(self) -> tuple[Duty, ...]:
        """The contacts as they stand in the form; those of a role beyond its first are kept."""
        made: list[Duty] = []
        for role in self._guide.roles:
            values = [self.lines[(role.id, name)].text().strip() for name, _ in FIELDS]
            if any(values):
                made.append(Duty(role.id, *values))
            made += [d for d in self._council.duty if d.role == role.id][1:]
        return tuple(made)

    def replies(self) -> tuple[ApprovedReply, ...]:
        """The approved replies; a changed text is approved from today."""
        others = tuple(r for r in self._council.approved_replies if r.type != SELF_HARM)
        text, by = self.reply.toPlainText().strip(), self.approver.text().strip()
        before = next((r for r in self._council.approved_replies if r.type == SELF_HARM), None)
        if not text:
            return others
        if before is not None and (before.text, before.by) == (text, by):
            return (*others, before)
        today = datetime.now(UTC).astimezone(words.LONDON).date()
        return (*others, ApprovedReply(SELF_HARM, text, by, today))

    def missing(self) -> str:
        for role in self._guide.roles:
            if fault := hours_fault(self.lines[(role.id, "hours")].text()):
                return f"{role.title}: {fault}."
        if self.reply.toPlainText().strip() and not self.approver.text().strip():
            return tr("Please say who approved the reply.")
        return ""


def open_contacts(bridge: Bridge, window: QWidget) -> None:
    """Opens the duty contacts over a window, and keeps what is filled in there."""
    bridge.read(_read, lambda read: _opened(bridge, window, *read), place="contacts")


def _read(reader: ReaderDoor) -> tuple[Guide, Council | None, bool]:
    return reader.guide(), reader.council(), reader.settings().alarm_sound


def _opened(
    bridge: Bridge, window: QWidget, guide: Guide, council: Council | None, sound: bool
) -> None:
    dialog = ContactsDialog(guide, council or Council("", ""), sound, window)

    def keep() -> None:
        bridge.ask(SetDuty(dialog.contacts(), dialog.replies()))
        if dialog.sound.isChecked() != sound:
            bridge.ask(Change("alarm_sound", dialog.sound.isChecked()))

    dialog.accepted.connect(keep)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
