"""What a service said, typed by the officer, or read out of a mail that waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, cast

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from listener.commands import AcceptAnswer, RecordResponse
from listener.handoff import RESPONSES, DigestKey, ResponseKind, WaitingAnswer
from listener.spike import SpikeKey
from ui import words
from ui.mention.dialogs import Form, tomorrow
from ui.parts.labels import label
from ui.parts.timebox import time_box, time_in
from ui.tongue import said_later, tr

ACTIONS = said_later((("fixed", "It was fixed"), ("none", "No action, and why")))
LONGEST = 2_000


class RecordForm(Form):
    """Asks for what the kind of answer needs, and for nothing else.

    mail: the mail that waits, whose own words are shown and kept as they are. strange: answers do
    not count from its address yet.
    """

    def __init__(
        self,
        title: str,
        area: str,
        areas: Sequence[str],
        now: datetime,
        mail: WaitingAnswer | None = None,
        parent: QWidget | None = None,
        strange: bool = False,
    ) -> None:
        about = (
            tr(
                "{area} was told of “{title}”. What they write is for the team; residents read "
                "only what you approve.",
                area=words.line(area), title=words.line(title),
            )
            if mail is None
            else tr("{by} wrote: “{said}” It waits because {why}.",
                    by=words.line(mail.by), said=words.plain(mail.said), why=words.line(mail.why))
        )  # fmt: skip
        super().__init__(tr("What the service said"), about, tr("Keep this answer"), parent)
        self._now, self._mail, self._of = now, mail, area
        self._strange = strange and mail is not None
        self.kind = QComboBox()
        for kind, answer in RESPONSES.items():
            self.kind.addItem(tr(answer), kind)
        self.dated = QCheckBox(tr("They gave a day"))
        given = mail.until if mail is not None else None
        self.until = time_box(given or tomorrow(now) + timedelta(days=1))
        self.whose = QComboBox()
        self.whose.setEditable(True)
        self.whose.addItems(["", *(a for a in areas if a != area)])
        self.action = QComboBox()
        for name, said in ACTIONS:
            self.action.addItem(tr(said), name)
        self.changed = QLineEdit()
        self.changed.setMaxLength(LONGEST)
        self.changed.setPlaceholderText(tr("such as: the diversion sign at the bridge"))
        self.said = QPlainTextEdit()
        self.said.setTabChangesFocus(True)
        self.said.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self.said.setMaximumHeight(self.fontMetrics().lineSpacing() * 7)
        self.trust = QCheckBox(
            tr("Count answers from {by} from now on", by=words.line(mail.by if mail else ""))
        )
        self.trust.setAccessibleDescription(tr("Nothing is sent to that address."))
        self.follows = label("", "soft")
        self._lay_out()
        self._fill(mail)
        self.kind.currentIndexChanged.connect(self._show)
        self.dated.toggled.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self.field(tr("Their answer"), self.kind)
        self.fields.addRow(self.dated)
        self.field(tr("In hand until"), self.until)
        self.field(tr("Whose is it?"), self.whose)
        self.field(tr("How it ended"), self.action)
        self.field(tr("What was changed: signs, hours, words?"), self.changed)
        if self._mail is None:
            self.field(tr("What else they said (for the team alone)"), self.said)
        self.fields.addRow(self.trust)
        self.fields.setRowVisible(self.trust, self._strange)
        self.fields.addRow(self.follows)

    def _fill(self, mail: WaitingAnswer | None) -> None:
        if mail is None:
            return
        self.kind.setCurrentIndex(max(0, self.kind.findData(mail.kind)))
        self.whose.setEditText(words.line(mail.whose)[:LONGEST])
        self.changed.setText(words.line(mail.changed))
        self.action.setCurrentIndex(max(0, self.action.findData(mail.action)))
        self.dated.setChecked(mail.until is not None)

    def chosen(self) -> ResponseKind:
        """The answer that is chosen."""
        return cast(ResponseKind, self.kind.currentData())

    def command(self, digest: DigestKey | None, spike: SpikeKey | None, by: str) -> RecordResponse:
        """What is asked of the desk for an answer that was typed."""
        return RecordResponse(
            self.chosen(), digest, spike, self._of, self.said.toPlainText().strip(),
            self._until(), self._whose(), self._changed(), self._action(), by,
        )  # fmt: skip

    def accepted_as(self, by: str) -> AcceptAnswer:
        """What is asked of the desk for a mail that waited. Raises ValueError for none."""
        if self._mail is None:
            raise ValueError("no mail waits here")
        return AcceptAnswer(
            self._mail.key, self.chosen(), self._until(), self._whose(), self._changed(),
            self._action(), by, self._strange and self.trust.isChecked(),
        )  # fmt: skip

    def missing(self) -> str:
        if self.chosen() == "in_hand" and self.dated.isChecked() and self._until_past():
            return tr("That day is past.")
        return ""

    def _until_past(self) -> bool:
        return time_in(self.until) <= self._now

    def _until(self) -> datetime | None:
        dated = self.chosen() == "in_hand" and self.dated.isChecked()
        return time_in(self.until) if dated else None

    def _whose(self) -> str:
        return self.whose.currentText().strip() if self.chosen() == "not_ours" else ""

    def _changed(self) -> str:
        return self.changed.text().strip() if self.chosen() == "finished" else ""

    def _action(self) -> Literal["", "fixed", "none"]:
        ended = self.chosen() == "finished"
        return cast('Literal["", "fixed", "none"]', self.action.currentData()) if ended else ""

    def _show(self) -> None:
        kind = self.chosen()
        for part, shown in (
            (self.dated, kind == "in_hand"),
            (self.until, kind == "in_hand" and self.dated.isChecked()),
            (self.whose, kind == "not_ours"),
            (self.action, kind == "finished"),
            (self.changed, kind == "finished"),
        ):
            self.fields.setRowVisible(part, shown)
        self.follows.setText(tr(FOLLOWS[kind]))
        self.updateGeometry()


FOLLOWS: dict[ResponseKind, str] = said_later({
    "ours": "It stays open until they say that it is finished.",
    "not_ours": "It goes to whom they name. Where nobody is named, it waits for you.",
    "in_hand": "It stays open, and no reminder goes out before that day.",
    "finished": "It ends what was handed over; then residents can be told what was done.",
})  # fmt: skip
