"""Notes at mentions: `M` writes one, and may decide in the same step."""

from __future__ import annotations

from listener.commands import AddNote
from ui import words
from ui.doing import Doing
from ui.mention.noteform import NoteForm
from ui.mention.subject import Subject
from ui.tongue import tr


class Noting(Doing):
    """Opens the form and asks for what was filled in."""

    def note(self) -> None:
        """A note at what is chosen; urgent and decided mentions take a note too."""
        subject = self.subject()
        if subject is not None:
            self._open(subject, NoteForm(_guess(subject), bool(subject.closable), self.window))

    def decide(self) -> None:
        """A decision of any kind, with a note if one is written."""
        subject = self.subject()
        if subject is not None and self.verbs.may_close(subject):
            self._open(subject, NoteForm(_guess(subject), True, self.window, deciding=True))

    def _open(self, subject: Subject, form: NoteForm) -> None:
        self.open(form, lambda: self._write(subject, form))

    def _write(self, subject: Subject, form: NoteForm) -> None:
        outcome, text = form.decision(), form.note()
        if outcome:
            self.verbs.decide_with(subject, outcome, text)
            return
        keys = subject.keys

        def go() -> None:
            self.verbs.remember(keys)
            at = (
                tr(" at {counted}", counted=words.count(len(keys), "mention"))
                if len(keys) > 1
                else ""
            )
            self.ask(AddNote(keys, text, self.officer), tr("Noted{at}", at=at))

        self.sure(len(keys), tr("Write this note at"), go)


def _guess(subject: Subject) -> str:
    row = subject.cards[0].row
    return row.outcome or row.guess
