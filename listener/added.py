"""Puts right what a person added by hand, or withdraws it: nothing is lost by either."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from listener.bench import Bench
from listener.commands import BringBack, CorrectAdded, Withdraw
from listener.errors import NotUnderstood
from listener.events import MentionsChanged
from listener.intake import take
from listener.mention import MentionKey
from listener.sources import byhand


class Added:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench, walk_again: Callable[[Iterable[MentionKey]], int]) -> None:
        self._bench = bench
        self._walk_again = walk_again

    def correct(self, command: CorrectAdded) -> None:
        """A new version of what was added, read at once. Raises NotUnderstood in words."""
        store = self._bench.store
        kept = store.standing(command.key)
        asked = replace(kept.heard, text=command.text, url=command.url, seen_at=command.seen_at)
        heard = byhand.checked(asked)
        if heard == kept.heard:
            raise NotUnderstood("That is what it says already. Nothing was changed.")
        read = replace(self._bench.read_here([heard])[0], version_of=command.key)
        ground = self._bench.ground(kept.source_name)
        taken = take(
            [read], [()], ground, store.stack_facts, store.corrections_for, store.answers_to
        )
        by = command.by or self._bench.settings.officer
        store.shelf.correct_added(command.key, taken[0], by, url=heard.url, seen_at=heard.seen_at)
        self._bench.publish(MentionsChanged((command.key,)))

    def withdraw(self, command: Withdraw) -> None:
        """Off all lists, with a reason. Raises NotUnderstood where none is given."""
        if not command.reason.strip():
            raise NotUnderstood("Please say why it is withdrawn. Nothing was changed.")
        by = command.by or self._bench.settings.officer
        self._bench.store.shelf.withdraw(command.key, command.reason.strip(), by)
        self._bench.publish(MentionsChanged(()))

    def bring_back(self, command: BringBack) -> None:
        """On its list again."""
        by = command.by or self._bench.settings.officer
        self._bench.store.shelf.bring_back(command.key, by)
        self._walk_again([command.key])
