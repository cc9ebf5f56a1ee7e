"""Gathers what a digest is made from and writes it; beside an open window too, for it only asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from listener.council import Council
from listener.errors import NotUnderstood
from listener.forward.answerlinks import reply_links
from listener.forward.digest import Matter, attached_of, built
from listener.forward.letter import Letter, plain_text
from listener.forward.masked import shared
from listener.forward.readtwice import read_twice
from listener.forward.render import csv_of, html_of
from listener.handoff import AreaContact, Digest, DigestKey
from listener.settings import Settings
from listener.spike import KnownWork, Post, Spike, SpikeKey
from listener.store import digestfacts as facts
from listener.store import responses, spikeread
from listener.store.areas import contacts_of
from listener.store.asking import Asks
from listener.store.digestfacts import Said
from listener.store.explained import explaining
from listener.store.posts import UNTOLD, posts_of
from listener.store.works import works_near
from listener.understanding import understood
from listener.understanding.masking import Known, known_of, masked
from listener.urgentcards import SENSITIVE
from rules.works import About

FIRST = timedelta(days=1)  # how far the first digest of an area looks back, at least


@dataclass(frozen=True, slots=True)
class Written:
    """A digest before it is kept, with whose words stand in it."""

    digest: Digest
    said: tuple[Said, ...]


@dataclass(slots=True)
class Writing:
    """What a digest is written with: the database, the council as it is, and now (UTC)."""

    db: Asks
    council: Council
    settings: Settings
    now: datetime
    known: Known = field(init=False)

    def __post_init__(self) -> None:
        self.known = known_of(self.council)

    def write(
        self, area: str, spike: SpikeKey | None, by: str = "", token: str = ""
    ) -> Written | None:
        """A digest for an area's period or for one spike, or None where nothing is new.

        token: "" for one that is only shown, which has no links. Raises NotUnderstood, NotFound.
        """
        if not area and spike is None:
            raise NotUnderstood("Say which area or which spike the digest is for.")
        contact = self._contact(area, spike)
        if spike is None:
            matter = self._of_area(contact)
        else:
            matter = self._of_spike(contact, spikeread.spike(self.db, spike))
        letter = built(matter)
        return None if letter is None else self._rendered(letter, matter, contact, by, token)

    def _rendered(
        self, letter: Letter, matter: Matter, contact: AreaContact, by: str, token: str
    ) -> Written:
        mailbox = self.settings.responses_address if token else ""
        links = reply_links(mailbox, token, letter.subject)
        shown = attached_of(matter)
        table, lines = csv_of(shown)
        quoted = {b.text for b in letter.blocks if b.kind == "quote"}
        said = [Said(q.key, "quote", q.text) for q in matter.understood.quotes if q.text in quoted]
        said += [Said(s.post.key, "row", text) for s, text in zip(shown, lines, strict=True)]
        digest = Digest(
            DigestKey(0), token, contact.area, matter.spike.key if matter.spike else None,
            matter.since, matter.until, letter.subject, plain_text(letter.blocks),
            html_of(letter.subject, letter.blocks, links), table, "draft", self.now, by,
            contact.addresses, tuple(p.key for p in matter.posts),
            twice=read_twice(
                self.db, self.council, contact.area, matter.spike.key if matter.spike else None
            ),
        )  # fmt: skip
        return Written(digest, tuple(said))

    def _contact(self, area: str, spike: SpikeKey | None) -> AreaContact:
        contacts = {k.area.casefold(): k for k in contacts_of(self.db, self.council)}
        wanted = area or (self._area_of(spike) if spike is not None else "")
        if not wanted:
            raise NotUnderstood("Nobody said yet whose this spike is. Say for which area it is.")
        found = contacts.get(wanted.casefold())
        if found is None:
            raise NotUnderstood(f"The council has no area called {wanted}. Nothing was written.")
        return found

    def _area_of(self, spike: SpikeKey) -> str:
        """Whose a spike is: whom it was handed to, else whose its category is."""
        handed = facts.lead_area(self.db, spike)
        if handed:
            return handed
        found = spikeread.spike(self.db, spike)
        return self._told(found.category, found.area)

    def _told(self, category: str, area: str) -> str:
        """The area that is told of a category; area: where it is none of the council's."""
        return next((s.told for s in self.council.services if s.category == category), area)

    def _of_spike(self, contact: AreaContact, spike: Spike) -> Matter:
        db = self.db
        posts = _tellable(posts_of(db, facts.new_of_spike(db, spike.key, contact.area)))
        if not spike.category and not spike.place:  # of everything heard, what is theirs
            posts = tuple(p for p in posts if self._told(p.category, p.area) == contact.area)
        told = facts.last_told(db, contact.area, spike.key)
        past = posts_of(db, facts.past_of(db, (spike.category,), spike.place, spike.began))
        last = responses.last_time(db, spike.place, spike.category, spike.key)
        return replace(
            self._matter(contact, posts, past, told or spike.began),
            spike=spike,
            told_before=told is not None,
            works=tuple(_work(w, spike.place) for w, _ in explaining(db, spike.key, self.now)),
            last_time=masked(last, self.known),
            sensitive=contact.sensitive or spike.category in self._sensitive(),
        )

    def _of_area(self, contact: AreaContact) -> Matter:
        db, now = self.db, self.now
        posts = _tellable(posts_of(db, facts.new_of_area(db, contact.area)))
        told = facts.last_told(db, contact.area, None)
        since = told or min((*(p.said for p in posts), now - FIRST))
        categories = {s.category for s in self.council.services if s.told == contact.area}
        past = posts_of(db, facts.past_of(db, categories, "", since))
        works = works_near(db, self.council, About(_places(posts), "", since, now))
        heard, before = facts.counts_before(db, categories, since, now)
        return replace(
            self._matter(contact, posts, past, since),
            spikes=self._told_here(facts.spikes_of(db, contact.area, since, now)),
            works=tuple(f"{w.street}: {w.sentence}" for w, _ in works),
            usual=_usual(heard, before),
            sensitive=contact.sensitive,
        )

    def _told_here(self, spikes: tuple[Spike, ...]) -> tuple[Spike, ...]:
        """A spike of a sensitive service stands in a digest of its own alone, for it is read."""
        sensitive = self._sensitive()
        return tuple(s for s in spikes if s.category not in sensitive)

    def _matter(
        self,
        contact: AreaContact,
        posts: tuple[Post, ...],
        past: Sequence[Post],
        since: datetime,
    ) -> Matter:
        return Matter(
            area=contact.area,
            since=since,
            until=self.now,
            posts=posts,
            understood=understood(posts, past, self.council),
            attached=shared(posts, self.known),
            unheard=facts.unheard(self.db, since, self.now, self.settings.interval),
            places={p.name: p for p in self.council.places},
            known=self.known,
            close=self._sensitive(),
        )

    def _sensitive(self) -> frozenset[str]:
        return frozenset(s.category for s in self.council.services if s.flag in SENSITIVE)


def nothing_new(area: str, spike: SpikeKey | None) -> str:
    """What is said where no digest is written."""
    what = "of this spike" if spike is not None else f"for {area}"
    return f"Nothing is new {what} since the last digest, so none was written."


def _tellable(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts that may stand in a digest at all, and be it as a number."""
    return tuple(p for p in posts if p.private not in UNTOLD)


def _work(work: KnownWork, place: str) -> str:
    """Known works in words, with their street where that is not the spike's own place."""
    return work.sentence if work.street == place else f"{work.street}: {work.sentence}"


def _places(posts: Sequence[Post]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for post in posts for place in post.places))


def _usual(heard: int, before: Sequence[int]) -> str:
    """What an area's topics had in the same time of the weeks before, beside what they have now."""
    if not before or not any(before):
        return ""
    low, high = min(before), max(before)
    was = str(low) if low == high else f"{low} to {high}"
    return f"All heard on its topics in that time: {heard}; in the four weeks before, {was}."
