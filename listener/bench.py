"""What every verb needs at hand: the store, the chart, the council, the clock and the readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from listener import charts
from listener.clock import LONDON, Clock
from listener.council import Council
from listener.errors import NotUnderstood
from listener.events import CouncilChanged, Event
from listener.holidays import days_off
from listener.intake import Ground, Read, rewalk
from listener.mention import Heard
from listener.reading import MentionReader
from listener.reading.likeness import bands
from listener.rounds import Fetchers
from listener.settings import Settings, Value, changed, clocks_of, written
from listener.store import Seat, Standing, Store
from listener.store.journal import clock_words
from rules.flowchart import OUTCOMES, Flowchart
from rules.publicity import stopped


@dataclass
class Bench:
    """Lives on the engine's thread only."""

    store: Store
    fetchers: Fetchers
    publish: Callable[[Event], None]
    clock: Clock
    council: Council
    chart: Flowchart
    settings: Settings
    _inline: MentionReader | None = None

    def ground(self, source: str) -> Ground:
        """What a mention of this source is judged against now."""
        now = self.clock()
        today = now.astimezone(LONDON).date()
        return Ground(
            self.chart, self.dated_council(), source, now, today,
            days_off(self.settings, today.year), clocks_of(self.settings),
        )  # fmt: skip

    def walk(self, kept: Standing) -> Seat:
        """Where a kept mention stands when it is walked again now."""
        return rewalk(kept, self.ground(kept.source_name))

    def dated_council(self) -> Council:
        """The council, with the pre-election dates of the settings where those are given."""
        first, last = self.settings.pre_election_from, self.settings.pre_election_to
        if first is None or last is None:
            return self.council
        return replace(self.council, pre_election=(first, last))

    def area_names(self) -> dict[str, tuple[str, ...]]:
        """Each area and other body, with the names it goes by besides: its desk, its categories."""
        found: dict[str, tuple[str, ...]] = {
            k.area: (k.name,) if k.name else () for k in self.store.areas.contacts(self.council)
        }
        for service in self.council.services:
            found[service.told] = (*found.get(service.told, ()), service.category)
        return found

    def refuse_unknown(self, outcome: str, service: str, so: str) -> None:
        """Raises NotUnderstood for an outcome or a category that is not there; so: what follows."""
        if outcome not in OUTCOMES:
            raise NotUnderstood(f"There is no outcome {outcome}. There are: {', '.join(OUTCOMES)}.")
        if service and service not in {s.category for s in self.council.services}:
            raise NotUnderstood(f"The council has no category called {service}. {so}")

    def publicity_stops(self, outcome: str) -> str:
        """Why nothing goes out now with this outcome, where publicity is held, or ""."""
        hold = self.store.aside.publicity()
        until = clock_words(hold.until) if hold is not None else ""
        held = stopped(outcome, hold, until)
        return held.why if held is not None and held.how == "no" else ""

    def read_here(self, mentions: Sequence[Heard]) -> list[Read]:
        """Reads inline what a person waits for; feeds are read in the worker."""
        if self._inline is None:
            self._inline = MentionReader(self.council)
        reader = self._inline
        return [Read(m, reader.read(m), bands(m.title, m.text)) for m in mentions]

    def use_council(self, council: Council) -> None:
        """Another council, or other places or services: the readers are made anew."""
        self.store.set_council(council)
        self.council = council
        self._inline = None
        self.fetchers.use_council(council)
        self.publish(CouncilChanged())

    def use_chart(self, name: str) -> None:
        """Another chart from now on; its version is kept."""
        self.chart = charts.load(name)
        self.store.keep_chart(name, charts.write_chart(self.chart, None))

    def set(self, name: str, value: Value) -> None:
        """Changes one setting and keeps it. Raises NotUnderstood for an unknown name or value."""
        self.settings = changed(self.settings, name, value)
        self.store.set_setting(name, written(getattr(self.settings, name)))
        self.publish(CouncilChanged())
