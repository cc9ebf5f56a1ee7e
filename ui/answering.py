"""Answers the chart's question and does what it then says, at one stroke."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from listener.commands import AnswerAndDecide
from listener.mention import MentionKey
from rules.publicity import Stopped
from ui import words
from ui.doing import Doing
from ui.mention.why import at_one_stroke
from ui.tongue import tr


class Answering(Doing):
    """The outcome was shown beside the question; where it may not be done so, it only answers."""

    stopped: Callable[[str], Stopped | None]
    _asking: MentionKey | None = None

    def answer_and_do(self, yes: bool) -> None:
        """Answers about the mention shown, and goes on to the next where that settled it."""
        card = self.list.current()
        detail = self.shown(card) if card is not None else None
        if card is None or detail is None or card.key == self._asking:
            return  # a second press, before the desk has said what came of the first
        free = detail.decision is None and detail.row.view != "urgent"
        leads = at_one_stroke(detail.verdict, yes) if free else ""
        if not leads or self.stopped(leads) is not None:
            self.verbs.answer(yes)
            return
        self._asking = card.key
        self.verbs.remember((card.key,))
        asked = AnswerAndDecide(card.key, yes, leads, self.verbs.service_of(card), self.officer)
        self.bridge.ask(asked, partial(self._done, card.key, yes, leads), self._refused)

    def _done(self, key: MentionKey, yes: bool, leads: str, made: object) -> None:
        self._asking = None
        answered = tr("Answered {value}", value=tr("yes") if yes else tr("no"))
        if made is None:
            self.verbs.said.emit(tr("{answered}.", answered=answered), True, False)
            return
        decided = words.decided(leads)
        self.verbs.said.emit(
            tr("{answered}. {decided}.", answered=answered, decided=decided), True, False
        )
        self.list.leave((key,))

    def _refused(self, why: str) -> None:
        self._asking = None
        self.verbs.failed(why)
