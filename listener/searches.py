"""What officers do with searches: save one under a name, rename it, move it, take it away."""

from __future__ import annotations

from listener.bench import Bench
from listener.commands import DropSearch, MoveSearch, SaveSearch
from listener.errors import NotUnderstood
from listener.events import SearchesChanged
from listener.mention import Saving
from listener.topics import person_in

LONGEST_NAME = 60
LONGEST_SEARCH = 1_000


class Searches:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def save(self, command: SaveSearch) -> Saving:
        """Keeps a search, or says why it seems to be for a person and wants a reason first."""
        name, typed = " ".join(command.name.split()), " ".join(command.typed.split())
        if not name or not typed:
            raise NotUnderstood("A saved search needs a name and something to look for.")
        if len(name) > LONGEST_NAME or len(typed) > LONGEST_SEARCH:
            raise NotUnderstood(
                f"That is too long: a name has at most {LONGEST_NAME} characters and a search "
                f"{LONGEST_SEARCH:,}. Nothing was saved."
            )
        reason = " ".join(command.reason.split())
        person = person_in(typed, self._bench.council) or person_in(name, self._bench.council)
        if person and not reason:
            return Saving(None, person)
        by = command.by or self._bench.settings.officer
        saved = self._bench.store.searches.save(
            command.key, name, typed, by, reason if person else ""
        )
        if person:
            what = f"saved the search “{name}” ({typed}), which may be for a person: {reason}"
            self._bench.store.log(what, by)
        self._bench.publish(SearchesChanged())
        return Saving(saved, person)

    def drop(self, command: DropSearch) -> None:
        """Takes a saved search away. Raises NotFound."""
        self._bench.store.searches.drop(command.key, command.by or self._bench.settings.officer)
        self._bench.publish(SearchesChanged())

    def move(self, command: MoveSearch) -> None:
        """Moves a saved search up or down among the others. Raises NotFound."""
        by = command.by or self._bench.settings.officer
        self._bench.store.searches.move(command.key, command.steps, by)
        self._bench.publish(SearchesChanged())
