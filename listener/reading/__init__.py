"""Reads a mention as an officer would: text into facts, each with its reason."""

from __future__ import annotations

import re
from dataclasses import replace

from listener.council import Council
from listener.mention import Heard, Reading, Word
from listener.reading import danger, model, words
from listener.reading.known import known_by_phrase
from listener.reading.language import language_of
from listener.reading.normal import plain_of
from listener.reading.people import TITLES, person_named
from listener.reading.phrases import Phrases
from listener.reading.places import PlaceFinder
from listener.reading.services import ServiceFinder
from listener.reading.signals import Seen, kind_of, signals_of, steps_of
from listener.reading.table import services_table
from listener.reading.tone import mood_of, mood_token, tone_of

__all__ = ["MentionReader", "services_table"]


class MentionReader:
    """Built once for a council (some 0.1 s); reads a short post in about 0.25 ms, without I/O."""

    def __init__(self, council: Council) -> None:
        self._model = model.shipped()
        self._services = ServiceFinder(council.services, self._model)
        self._places = PlaceFinder(council.places)
        lists = {
            **words.shapes(),
            **danger.lists(),
            "title": TITLES,
            **self._services.lists(),
            **self._places.lists(),
            **_of_the_council(council),
        }
        loose = [label for label in lists if label.startswith("service:")]
        self._phrases = Phrases(lists, endings=loose)
        self._known = known_by_phrase(council)
        self._handles = tuple(
            (h, re.compile(rf"(?<!\w){re.escape(h)}(?![\w-])"))
            for h in (handle.lower() for handle in council.handles)
        )

    def read(self, heard: Heard) -> Reading:
        """Everything read off one mention."""
        plain = plain_of(heard.title, heard.text)
        language = language_of(plain)
        code = str(language.value or "")
        hits = self._phrases.find(plain)
        mood = mood_of(plain)
        tokens = model.tokens_of(plain.lower, heard.channel, bool(heard.title))
        weighed = self._model.weigh([*tokens, mood_token(mood)])
        tone = tone_of(mood, weighed, code, plain)
        guessed = self._services.guesses(plain, hits, weighed, heard.category)
        places = self._places.found(plain, hits, heard.place)
        found = danger.danger_of(hits, weighed, plain)
        seen = Seen(
            heard=heard,
            weighed=weighed,
            steps=steps_of(weighed),
            kinds=weighed.likely("kind"),
            hits=hits,
            tone=tone,
            services=guessed.services,
            best=guessed.best,
            places=places,
            danger=found,
            addressed=self._addressed(heard),
            person=person_named(plain, hits, places),
            known=self._known,
        )
        read = Reading(
            tone=tone,
            services=guessed.services,
            places=places,
            danger=found,
            language=language,
            kind=kind_of(seen),
            signals=signals_of(seen),
            no_service=guessed.none,
        )
        return read if plain.exact else _unplaced(read)

    def _addressed(self, heard: Heard) -> str:
        """Our handle, where a mention speaks to it: handles are blanked before the rest is read."""
        if "@" not in heard.text and "@" not in heard.title:
            return ""
        said = f"{heard.title} {heard.text}".lower()
        return next((h for h, whole in self._handles if whole.search(said)), "")


def _unplaced(read: Reading) -> Reading:
    """A reading of a text that was opened: its words stand elsewhere in the text as heard."""

    def loose(words: tuple[Word, ...]) -> tuple[Word, ...]:
        return tuple(Word(w.word, w.weight) for w in words)

    return replace(
        read,
        tone=replace(read.tone, words=loose(read.tone.words)),
        services=tuple(replace(s, words=loose(s.words)) for s in read.services),
        places=tuple(replace(p, words=loose(p.words)) for p in read.places),
        danger=replace(read.danger, words=loose(read.danger.words)),
    )


def _of_the_council(council: Council) -> dict[str, tuple[str, ...]]:
    """The words by which this council is named, and its neighbours, members and consultations."""
    names = (council.name, f"{council.short} council", council.short)
    tags = tuple(t.lstrip("#") for t in council.hashtags)
    members = tuple(m.name for m in council.members)
    return {
        "us": (*names, *tags, "our council", "my council"),
        "neighbour": council.neighbours,
        "staff": council.staff_words,
        "member": (*members, *(f"cllr {m.split()[-1]}" for m in members)),
        "party": (*council.parties, *members, *words.shapes()["parties"]),
        "consulted": tuple(w for c in council.consultations for w in (c.name, *c.words)),
        "false": tuple(w for c in council.false_claims for w in c.words),
    }
