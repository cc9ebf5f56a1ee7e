"""What is asked about a possible danger: whom you told, why nobody is at risk, whom you rang."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from listener.commands import EndHold, GiveToEmergency, NoteUrgent, PassOn, PutOnHold
from listener.commands import NobodyAtRisk as Read
from listener.mention import MentionKey
from rules.urgent import Hold
from ui import words
from ui.mention.dialogs import Form, outcome_box
from ui.parts.timebox import time_box, time_in
from ui.tongue import said_later, tr

HOWS = said_later(("telephone", "999", "101", "secure e-mail", "e-mail", "in person", "other"))
RECIPIENTS = said_later(
    ("Police (999)", "Police (101)", "Ambulance (999)", "Fire and rescue (999)")
)
BASES = said_later(
    (
        "to protect somebody's life",
        "to protect a child or an adult at risk",
        "to prevent or detect a crime",
        "the police asked for it",
    )
)


def typed(choices: Sequence[str], chosen: str = "") -> QComboBox:
    """A box that offers words and takes any others."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(choices))
    # A long choice is cut: at twice the text size the form stays within the screen.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCurrentText(chosen)
    return box


class PassedOn(Form):
    """Escalated: to whom, how, when, and their reference."""

    def __init__(
        self, now: datetime, rings: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Passed on"),
            tr(
                "In an emergency ring 999 first. The mention leaves Urgent once "
                "you say whom you told; what you write is kept with the decision."
            ),
            tr("Passed on"),
            parent,
        )
        self._now = now
        self.to = typed(rings)
        self.how = QComboBox()
        self.how.addItems([tr(how) for how in HOWS])
        self.at = time_box(now.replace(second=0))
        self.reference = QLineEdit()
        self.field(tr("To whom (name or desk)"), self.to)
        self.field(tr("How"), self.how)
        self.field(tr("When you told them"), self.at)
        self.field(tr("Their reference (if any)"), self.reference)

    def told_at(self) -> datetime:
        """When they were told, in UTC."""
        return time_in(self.at)

    def missing(self) -> str:
        if not self.to.currentText().strip():
            return tr("Please say whom you told.")
        return tr("That time is still to come.") if self.told_at() > datetime.now(UTC) else ""

    def command(self, keys: tuple[MentionKey, ...], officer: str) -> PassOn:
        """What the desk is asked for."""
        return PassOn(
            keys,
            self.to.currentText().strip(),
            self.how.currentText(),
            self.told_at(),
            self.reference.text().strip(),
            officer,
        )


class NobodyAtRisk(Form):
    """Read, and judged to be no danger: who says so, why, and what becomes of it then."""

    def __init__(self, officer: str, guess: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Read, nobody at risk"),
            tr("You have read it and judge it. Your name and reason are kept with the decision."),
            tr("Nobody at risk"),
            parent,
        )
        self.name = QLineEdit(officer)
        self.reason = QLineEdit()
        self.outcome = outcome_box(guess)
        self.field(tr("Your name"), self.name)
        self.field(tr("Why nobody is at risk"), self.reason)
        self.field(tr("What becomes of it"), self.outcome)
        if officer.strip():
            self.reason.setFocus()  # the name is known: nobody should have to step past it

    def missing(self) -> str:
        if not self.name.text().strip():
            return tr("Please give your name.")
        return "" if self.reason.text().strip() else tr("Please say why nobody is at risk.")

    def command(self, keys: tuple[MentionKey, ...], service: str) -> Read:
        """What the desk is asked for."""
        outcome = str(self.outcome.currentData())
        return Read(keys, self.reason.text().strip(), outcome, service, self.name.text().strip())


class Rang(Form):
    """Whom you rang, and what they said: a line in the history; the item stays."""

    def __init__(self, rings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("I rang"),
            tr(
                "Kept with your name and the time. The mention stays in Urgent "
                "until it is passed on or read."
            ),
            tr("Keep"),
            parent,
        )
        self.whom = typed(rings, rings[0] if rings else "")
        self.said = QLineEdit()
        self.field(tr("Whom you rang"), self.whom)
        self.field(tr("What they said"), self.said)

    def missing(self) -> str:
        return "" if self.whom.currentText().strip() else tr("Please say whom you rang.")

    def command(self, keys: tuple[MentionKey, ...], officer: str) -> NoteUrgent:
        """What the desk is asked for."""
        whom, said = self.whom.currentText().strip(), self.said.text().strip()
        return NoteUrgent(keys, "rang", f"{whom}: {said}" if said else whom, officer)


class Give(Form):
    """To which emergency service the exact words are given, and on what basis."""

    def __init__(self, officer: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Give to emergency services"),
            tr(
                "Copies link, platform, handle, time and the exact words. Whom you "
                "give it to and why is kept in the history, and that a name or "
                "handle was given where there is one."
            ),
            tr("Copy and log"),
            parent,
        )
        self.recipient = typed([tr(r) for r in RECIPIENTS], tr(RECIPIENTS[0]))
        self.basis = typed([tr(b) for b in BASES], tr(BASES[0]))
        self.name = QLineEdit(officer)
        self.field(tr("To whom"), self.recipient)
        self.field(tr("On what basis"), self.basis)
        self.field(tr("Your name"), self.name)

    def missing(self) -> str:
        if not self.recipient.currentText().strip():
            return tr("Please say to whom it is given.")
        if not self.basis.currentText().strip():
            return tr("Please say on what basis.")
        return "" if self.name.text().strip() else tr("Please give your name.")

    def command(self, key: MentionKey) -> GiveToEmergency:
        """What the desk is asked for."""
        return GiveToEmergency(
            key,
            self.recipient.currentText().strip(),
            self.basis.currentText().strip(),
            self.name.text().strip(),
        )


class Holding(Form):
    """Put on hold with a reason; or, where it is held, hold it on or end the hold."""

    def __init__(self, hold: Hold | None, now: datetime, parent: QWidget | None = None) -> None:
        about = tr(
            "It is kept as it was read, even if its author deletes it, until "
            "the hold ends. After seven days the app asks whether it is still "
            "needed."
        )
        if hold is not None:
            about = tr(
                "On hold since {at}, by {by}: {why}",
                at=words.when(hold.at, now),
                by=hold.by,
                why=hold.why,
            )
        super().__init__(
            tr("Hold"), about, tr("Keep on hold") if hold is None else tr("Do this"), parent
        )
        self._held = hold is not None
        self.what = QComboBox()
        if self._held:
            self.what.addItem(tr("Hold on for seven more days"), "hold")
            self.what.addItem(tr("End the hold"), "end")
            self.field(tr("What becomes of the hold"), self.what)
        self.why = QLineEdit()
        self.field(tr("Why"), self.why)

    def missing(self) -> str:
        return "" if self.why.text().strip() else tr("Please give a reason.")

    def command(self, keys: tuple[MentionKey, ...], officer: str) -> PutOnHold | EndHold:
        """What the desk is asked for."""
        why = self.why.text().strip()
        if self._held and self.what.currentData() == "end":
            return EndHold(keys, why, officer)
        return PutOnHold(keys, why, officer)
