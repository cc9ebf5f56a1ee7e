"""Reads a mention as an officer would: text into facts, each with its reason."""

from __future__ import annotations

from listener.council import Council
from listener.mention import Heard, Reading
from listener.reading import danger, words
from listener.reading.kinds import PRESS, Seen, kind_of, signals_of
from listener.reading.language import language_of
from listener.reading.normal import plain_of
from listener.reading.phrases import Phrases
from listener.reading.places import PlaceFinder
from listener.reading.services import ServiceFinder
from listener.reading.table import services_table
from listener.reading.tone import tone_of

__all__ = ["MentionReader", "services_table"]


class MentionReader:
    """Built once for a council (some 50 ms); reads a short post in about 0.1 ms, without I/O."""

    def __init__(self, council: Council) -> None:
        self._services = ServiceFinder(council.services)
        self._places = PlaceFinder(council.places)
        lists = {
            **words.shapes(),
            **danger.lists(),
            **self._services.lists(),
            **self._places.lists(),
            **_of_the_council(council),
        }
        loose = [label for label in lists if label.startswith("service:")]
        self._phrases = Phrases(lists, endings=loose)
        self._handles = tuple(h.lower() for h in council.handles)

    def read(self, heard: Heard) -> Reading:
        """Everything read off one mention."""
        plain = plain_of(heard.title, heard.text)
        language = language_of(plain)
        code = str(language.value or "")
        hits = self._phrases.find(plain)
        tone = tone_of(plain, hits, heard.channel, code)
        services = self._services.guesses(plain, hits, heard.category)
        places = self._places.found(plain, hits, heard.place)
        found = danger.danger_of(hits, heard.channel in PRESS)
        addressed = self._addressed(heard)
        seen = Seen(heard, plain, hits, tone, services, places, found, code, addressed)
        signals = signals_of(seen)
        return Reading(
            tone=tone,
            services=services,
            places=places,
            danger=found,
            language=language,
            kind=kind_of(seen, signals),
            signals=signals,
        )

    def _addressed(self, heard: Heard) -> str:
        """Our handle, where a mention speaks to it: handles are blanked before the rest is read."""
        if "@" not in heard.text and "@" not in heard.title:
            return ""
        said = f"{heard.title} {heard.text}".lower()
        return next((h for h in self._handles if h in said), "")


def _of_the_council(council: Council) -> dict[str, tuple[str, ...]]:
    """The words by which this council is named, and its neighbours, members and consultations."""
    names = (council.name, f"{council.short} council", council.short)
    tags = tuple(t.lstrip("#") for t in council.hashtags)
    members = tuple(m.name for m in council.members)
    return {
        "us": (*names, *tags, "our council", "my council"),
        "neighbour": council.neighbours,
        "member": (*members, *(f"cllr {m.split()[-1]}" for m in members)),
        "party": (*council.parties, *members, *words.shapes()["parties"]),
        "consulted": tuple(w for c in council.consultations for w in (c.name, *c.words)),
        "false": tuple(w for c in council.false_claims for w in c.words),
    }
