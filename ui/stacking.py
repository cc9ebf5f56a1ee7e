"""Puts stacks right: takes one mention out of its stack, or joins it to another."""

from __future__ import annotations

from functools import partial

from listener.commands import Join, Split
from listener.mention import MentionKey, Row
from ui import words
from ui.doing import Doing
from ui.doors import ReaderDoor
from ui.mention.stackers import JoinChooser, SplitChooser, likest
from ui.mention.subject import Subject
from ui.tongue import tr

AMONG = 200  # mentions of the same list that are looked at for others like one
FOUND = 60  # mentions that a search shows


class Stacking(Doing):
    """Opens a chooser and asks for what was chosen."""

    def split(self) -> None:
        """Asks which member of the stack shown is another story."""
        subject = self.subject()
        detail = self.shown(subject.cards[0]) if subject else None
        if subject is None or detail is None:
            return
        if not detail.stack:
            self.say(tr("This stands alone: there is no stack to take it out of."))
            return
        chooser = SplitChooser(detail.row, detail.stack, self.window)
        self.open(chooser, lambda: self.take_out(chooser.chosen()))

    def take_out(self, key: MentionKey | None) -> None:
        """Takes one mention out of its stack."""
        if key is not None:
            self.verbs.remember((key,))
            said = tr("Taken out of the stack; it stays out")
            self.ask(Split(key, self.officer), said, anew=True)

    def join(self) -> None:
        """Asks which mention tells the same story, among those like it or by search."""
        subject = self.subject()
        if subject is None:
            return
        chooser = JoinChooser(self.window)
        chooser.sought.connect(partial(self._seek, subject, chooser))
        self._seek(subject, chooser, "")
        self.open(chooser, lambda: self._join(subject, chooser.chosen()))

    def _join(self, subject: Subject, other: Row | None) -> None:
        if other is None:
            return

        def go() -> None:
            self.verbs.remember(subject.keys)
            many = words.count(other.stack_size, "mention")
            said = tr("Joined to a stack of {many}", many=many)
            self.ask(Join(subject.keys, other.key, self.officer), said, anew=True)

        self.sure(len(subject.keys), tr("Join"), go)

    def _seek(self, subject: Subject, chooser: JoinChooser, typed: str) -> None:
        row = subject.cards[0].row
        view = self.list.view or row.view

        def read(reader: ReaderDoor) -> list[Row]:
            if typed.strip():
                page = reader.rows(search=typed, limit=FOUND)
            else:
                page = reader.rows(view=view, limit=AMONG)
            mine = set(subject.keys) | {r.key for r in reader.detail(row.key).stack}
            others = [r for r in page.rows if r.key not in mine]
            return others if typed.strip() else likest(row, others)

        self.bridge.read(read, chooser.show_rows, chooser.say_fault, place="join")
