"""Hands mentions to the areas that need to know: where each goes, why, and what waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.council import Council, Service
from listener.errors import Known, NotUnderstood
from listener.events import AreasChanged, MentionsChanged
from listener.informing import information
from listener.mention import MentionKey
from listener.store.handing import BY_HAND, Heard
from listener.urgentcards import alleged
from rules.forwarding import ForwardRule, forward_rule
from rules.replying import may_read, officers_of
from rules.routing import Destination, destinations


class Handing:
    """Lives on the engine's thread."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {c.ForwardTo: self.forward, c.ReadSecond: self.read_second, c.Rang: self.rang}

    def follow(
        self, services: Mapping[MentionKey, str], by: str, second: str = "", because: str = ""
    ) -> None:
        """What was just decided goes to its areas, and is taken back with that.

        services: the category that needs to know of each, or "". because: why, where it is not
        what was read.
        """
        self._refuse_reader(second, by)
        ground = self._ground()
        went: dict[int, tuple[Destination, ...]] = {}
        for key, category in services.items():
            for heard in self._bench.store.handoffs.covered(key):
                went[heard.mention] = ground.to(heard, category, by, second, because)
        self._bench.store.handoffs.follow(went, by, second)

    def moved(self, key: MentionKey, category: str, by: str) -> None:
        """A corrected service moves what was handed over already; nothing is handed over anew."""
        if self._bench.store.handoffs.leads(key):
            self.follow({key: category}, by, because=f"{by} corrected the service")

    def rule(self, category: str, text: str = "") -> ForwardRule:
        """How a mention of this category and with these words may be forwarded."""
        return self._ground().rule(category, text)

    def _ground(self) -> _Ground:
        council = self._bench.council
        contacts = self._bench.store.areas.contacts(council)
        return _Ground(
            council,
            {s.category: s for s in council.services},
            {p.name: p.kind for p in council.places},
            frozenset(k.area for k in contacts),
            frozenset(k.area for k in contacts if k.sensitive),
        )

    def forward(self, command: c.ForwardTo) -> int:
        """One more area hears of these mentions, or of a spike. Raises Known, NotUnderstood."""
        bench, by = self._bench, self._by(command.by)
        ground = self._ground()
        if command.area not in ground.areas:
            raise NotUnderstood(f"There is no area called {command.area}. Nothing was changed.")
        self._refuse_reader(command.second, by)
        why = " ".join(command.because.split())
        because = f"{BY_HAND}: {why}" if why else BY_HAND
        said = f"no longer with {command.area}"
        store = bench.store.handoffs
        if command.spike is not None:
            to = ground.one(command, command.category, "", because)
            made = store.add_spike(command.spike, to, command.second, by, said)
        else:
            heard = [h for key in command.keys for h in store.covered(key)]
            if not heard:
                raise NotUnderstood("Nothing is chosen. Nothing was changed.")
            went = {h.mention: ground.one(command, h.category, h.text, because) for h in heard}
            made = store.add(went, command.second, by, said)
            bench.publish(MentionsChanged(command.keys))
        bench.publish(AreasChanged())
        return made

    def read_second(self, command: c.ReadSecond) -> int:
        """Somebody else has read what waited for that. Raises Known."""
        store = self._bench.store.handoffs
        writers = [by for key in command.keys for by in store.held_by(key)]
        for writer in writers:
            self._refuse_reader(command.by or " ", writer)
        made = store.release(command.keys, command.by.strip())
        self._bench.publish(MentionsChanged(command.keys))
        self._bench.publish(AreasChanged())
        return made

    def rang(self, command: c.Rang) -> None:
        """Somebody rang an area: kept in the history of the mentions. Raises NotUnderstood."""
        now = self._bench.clock()
        at = command.at or now
        if at > now:
            raise NotUnderstood("That time is still to come. Nothing was kept.")
        if not command.area.strip():
            raise NotUnderstood("Please say whom you rang. Nothing was kept.")
        said = " ".join(command.said.split())
        local = at.astimezone(LONDON)
        what = f"rang {command.area.strip()} at {local:%H:%M}{f': {said}' if said else ''}"
        self._bench.store.urgent.note(command.keys, "rang", self._by(command.by), what)
        self._bench.publish(MentionsChanged(command.keys))

    def _refuse_reader(self, second: str, by: str) -> None:
        if second:
            officers = officers_of(self._bench.settings.officers)
            refused = may_read(second, by, officers)
            if refused:
                raise Known(f"{refused} Nothing was changed.")

    def _by(self, name: str) -> str:
        return name.strip() or self._bench.settings.officer


class _Ground(NamedTuple):
    """What destinations are found by, looked up once for many mentions."""

    council: Council
    services: Mapping[str, Service]
    kinds: Mapping[str, str]  # of the council's places, by name
    areas: frozenset[str]
    sensitive: frozenset[str]

    def rule(self, category: str, text: str) -> ForwardRule:
        """How a mention of this category and with these words may be forwarded."""
        service = self.services.get(category)
        return forward_rule(
            service.flag if service else "normal",
            service is not None and service.told in self.sensitive,
            alleged(text, self.council) if text else "",
        )

    def to(
        self, heard: Heard, category: str, by: str, second: str, because: str
    ) -> tuple[Destination, ...]:
        """Where a mention goes that was decided for a category; nowhere without one."""
        service = self.services.get(category)
        if service is None:
            return ()
        held = "" if second else self.rule(category, heard.text).held
        best = heard.category == category
        why = because or (f"{category} fits best" if best else f"{by} chose {category}")
        lead = Destination(service.told, "lead", category, why, held)
        ours = {s.area for s in self.council.services if s.ours}
        named = {self.kinds[p] for p in heard.places if p in self.kinds}
        return destinations(lead, information(), named, ours, heard.already_routed)

    def one(self, command: c.ForwardTo, category: str, text: str, because: str) -> Destination:
        """One more area, as an officer wants it."""
        held = "" if command.second else self.rule(category, text).held
        return Destination(command.area, command.role, category, because, held)
