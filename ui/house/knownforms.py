"""The dialogs in which a consultation or a claim known to be false is written down."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from listener.council import Consultation, FalseClaim
from ui.house.fields import ListEdit
from ui.mention.dialogs import Form
from ui.tongue import tr
from ui.words import true_host


class DayLine(QLineEdit):
    """A day that may be left open, written as 2027-03-22."""

    def __init__(self, day: date | None) -> None:
        super().__init__(day.isoformat() if day else "")
        self.setPlaceholderText(tr("such as 2027-03-22"))

    def wrong(self) -> str:
        """Why it cannot be read, or ""."""
        text = self.text().strip()
        try:
            self.day()
        except ValueError:
            return tr("“{text}” is no day: write it as 2027-03-22.", text=text)
        return ""

    def day(self) -> date | None:
        """The day, None where it is left open. Raises ValueError where it cannot be read."""
        text = self.text().strip()
        return date.fromisoformat(text) if text else None


class ConsultationForm(Form):
    """A consultation: how people name it, and from when to when it is open."""

    def __init__(self, asked: Consultation | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A consultation"),
            tr(
                "Its name and its words are looked for in mentions. Views on it are passed on "
                "after it closed too, and the reply says so."
            ),
            tr("Keep"),
            parent,
        )
        before = asked or Consultation("", ())
        self.name = QLineEdit(before.name)
        self.words = ListEdit()
        self.words.setPlainText("\n".join(before.words))
        self.opens, self.closes = DayLine(before.opens), DayLine(before.closes)
        self.field(tr("Name"), self.name)
        self.field(tr("What people call it, one on each line"), self.words)
        self.field(tr("Opens on (may be left open)"), self.opens)
        self.field(tr("Closes on (may be left open)"), self.closes)

    def missing(self) -> str:
        if not self.name.text().strip():
            return tr("Please give the name.")
        if wrong := self.opens.wrong() or self.closes.wrong():
            return wrong
        opens, closes = self.opens.day(), self.closes.day()
        if opens and closes and closes < opens:
            return tr("It closes before it opens.")
        return ""

    def entry(self) -> Consultation:
        """The consultation as it stands there."""
        return Consultation(
            self.name.text().strip(), self.words.words(), self.opens.day(), self.closes.day()
        )


class ClaimForm(Form):
    """A claim known to be false: its words, our answer and its source, and who keeps it."""

    def __init__(self, claim: FalseClaim | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("A claim known to be false"),
            tr(
                "Officers read the answer beside each mention that holds its words. Nothing is "
                "answered by itself, and a claim that nobody has seen is best left alone."
            ),
            tr("Keep"),
            parent,
        )
        before = claim or FalseClaim("", ())
        self.claim = QLineEdit(before.claim)
        self.words = ListEdit()
        self.words.setPlainText("\n".join(before.words))
        self.answer, self.link = QLineEdit(before.answer), QLineEdit(before.link)
        self.owner, self.review = QLineEdit(before.owner), DayLine(before.review)
        self.field(tr("What is claimed"), self.claim)
        self.field(tr("Words that repeat it, one phrase on each line"), self.words)
        self.field(tr("What is true"), self.answer)
        self.field(tr("Where that stands (a link)"), self.link)
        self.field(tr("Who keeps it up to date"), self.owner)
        self.field(tr("To be looked at again on"), self.review)

    def missing(self) -> str:
        if not self.claim.text().strip():
            return tr("Please say what is claimed.")
        if not self.words.words():
            return tr("Please give the words by which it is known: without any it is never found.")
        if self.link.text().strip() and not true_host(self.link.text().strip()):
            return tr("The link begins with https://.")
        return self.review.wrong()

    def entry(self) -> FalseClaim:
        """The claim as it stands there."""
        return FalseClaim(
            self.claim.text().strip(),
            self.words.words(),
            self.answer.text().strip(),
            self.link.text().strip(),
            self.owner.text().strip(),
            self.review.day(),
        )
