"""Writes digests, lets officers edit them, and sees to it that each is there when it is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from listener import commands as c
from listener.bench import Bench
from listener.clock import LONDON
from listener.council import Council
from listener.errors import Known, NotUnderstood
from listener.events import DigestsChanged, Fault
from listener.forward import checking
from listener.forward.answerlinks import reply_links
from listener.forward.digest import Matter, attached_of, built
from listener.forward.letter import Letter, blocks_of, plain_text
from listener.forward.masked import shared
from listener.forward.render import csv_of, html_of
from listener.handoff import AreaContact, Digest, DigestKey, DueDigest, EditedDigest
from listener.holidays import days_off
from listener.settings import clocks_of
from listener.spike import Post, Spike, SpikeKey
from listener.store import digestfacts as facts
from listener.store import responses
from listener.store.asking import Asks
from listener.store.digestdue import due_digests
from listener.store.digests import Said, new_token
from listener.store.posts import UNTOLD, posts_of
from listener.store.works import works_near
from listener.understanding import understood
from listener.understanding.masking import Known as Names
from listener.understanding.masking import known_of, masked
from listener.urgentcards import SENSITIVE
from rules.works import About

FIRST = timedelta(days=1)  # how far the first digest of an area looks back, at least
LONGEST_SUBJECT = 200
LONGEST = 20_000
LISTENER = "the listener"
Send = Callable[[c.SendDigest], object]


@dataclass(frozen=True, slots=True)
class Written:
    """A digest before it is kept, with whose words stand in it."""

    digest: Digest
    said: tuple[Said, ...]


class Digesting:
    """Lives on the engine's thread. send: what a standing instruction of a supervisor starts."""

    def __init__(self, bench: Bench, send: Send | None = None) -> None:
        self._bench = bench
        self._send = send
        self._names: tuple[Council, Names] | None = None

    def verbs(self) -> dict[type, Callable[[Any], object]]:
        """Each command that is done here."""
        return {
            c.PreviewDigest: self.preview,
            c.BuildDigest: self.build,
            c.EditDigest: self.edit,
            c.DropDigest: self.drop,
        }

    def preview(self, command: c.PreviewDigest) -> Digest | None:
        """As it would be written now, or None where nothing is new."""
        made = self._written(command.area, command.spike, "", "")
        return made.digest if made else None

    def build(self, command: c.BuildDigest) -> Digest:
        """Keeps a draft. Raises Known where nothing is new."""
        by = command.by or self._bench.settings.officer
        made = self._written(command.area, command.spike, by, new_token())
        if made is None:
            raise Known(self._nothing(command.area, command.spike))
        return self._keep(made)

    def edit(self, command: c.EditDigest) -> EditedDigest:
        """A draft says what an officer wrote; handles are taken out, names are warned of."""
        subject = " ".join(command.subject.split())
        if not subject or not command.plain.strip():
            raise NotUnderstood("A digest needs a subject and a text. Nothing was changed.")
        if len(subject) > LONGEST_SUBJECT or len(command.plain) > LONGEST:
            raise NotUnderstood(
                f"A subject has at most {LONGEST_SUBJECT} characters and a digest {LONGEST:,}. "
                "Nothing was changed."
            )
        shelf = self._bench.store.digests
        was = shelf.draft(command.key)
        checked = checking.checked(subject, command.plain, self._known())
        blocks = blocks_of(checked.plain)
        html = html_of(checked.subject, blocks, self._links(was.token, checked.subject))
        by = command.by or self._bench.settings.officer
        kept = shelf.edit(command.key, checked.subject, plain_text(blocks), html, by)
        self._bench.publish(DigestsChanged((kept.key,)))
        return EditedDigest(kept, checked.warnings)

    def drop(self, command: c.DropDigest) -> None:
        """A draft goes nowhere. Raises Known where it went already."""
        by = command.by or self._bench.settings.officer
        self._bench.store.digests.drop(command.key, by)
        self._bench.publish(DigestsChanged((command.key,)))

    def tick(self, now: datetime) -> None:
        """Writes what is due: as drafts, which wait for an officer but for a standing instruction.

        A draft that an officer has edited stays as it is; what came since waits for the next.
        """
        contacts = {k.area: k for k in self._contacts()}
        for due in self.due(now):
            contact = contacts[due.area]
            waits = self._bench.store.digests.waiting_draft(due.area, due.spike)
            if waits is not None and waits.at > now - timedelta(minutes=15):
                continue  # written just now: it is not written anew for every post
            try:
                made = self._written(due.area, due.spike, LISTENER, new_token())
            except Known as fault:
                self._bench.publish(Fault(fault.sentence()))
                continue
            if made is None or (waits is not None and set(waits.mentions) == set(
                made.digest.mentions
            )):  # fmt: skip
                continue
            self._by_standing_instruction(self._keep(made), contact)

    def _by_standing_instruction(self, kept: Digest, contact: AreaContact) -> None:
        """Sends without an officer what a supervisor signed for; a mail program needs one."""
        signed = contact.standing and not contact.sensitive
        if not signed or self._send is None or self._bench.settings.mail_way != "smtp":
            return
        try:
            self._send(c.SendDigest(kept.key, by=f"standing instruction: {contact.standing}"))
        except Known as fault:
            self._bench.publish(Fault(fault.sentence()))

    def due(self, now: datetime) -> tuple[DueDigest, ...]:
        """What is to be told now, and why now."""
        bench = self._bench
        local = now.astimezone(LONDON)
        with bench.store.digests.look() as db:
            return due_digests(
                db, bench.store.areas.contacts(bench.council), local,
                days_off(bench.settings, local.year), clocks_of(bench.settings).hours,
            )  # fmt: skip

    # How one is written

    def _keep(self, made: Written) -> Digest:
        kept = self._bench.store.digests.keep(made.digest, made.said)
        self._bench.publish(DigestsChanged((kept.key,)))
        return kept

    def _written(self, area: str, spike: SpikeKey | None, by: str, token: str) -> Written | None:
        if not area and spike is None:
            raise NotUnderstood("Say which area or which spike the digest is for.")
        with self._bench.store.digests.look() as db:
            contact = self._contact(db, area, spike)
            matter = (
                self._of_area(db, contact)
                if spike is None
                else self._of_spike(db, contact, facts.spike_of(db, spike))
            )
        letter = built(matter)
        return None if letter is None else self._rendered(letter, matter, contact, by, token)

    def _rendered(
        self, letter: Letter, matter: Matter, contact: AreaContact, by: str, token: str
    ) -> Written:
        links = self._links(token, letter.subject) if token else ()
        shown = attached_of(matter)
        table, lines = csv_of(shown)
        plain = plain_text(letter.blocks)
        quotes = () if matter.sensitive else matter.understood.quotes
        said = [
            Said(q.key, "quote", q.text)
            for q in quotes
            if any(b.kind == "quote" and b.text == q.text for b in letter.blocks)
        ]
        said += [Said(s.post.key, "row", text) for s, text in zip(shown, lines, strict=True)]
        digest = Digest(
            DigestKey(0), token, contact.area, matter.spike.key if matter.spike else None,
            matter.since, matter.until, letter.subject, plain,
            html_of(letter.subject, letter.blocks, links), table, "draft", self._bench.clock(), by,
            contact.addresses, tuple(p.key for p in matter.posts),
        )  # fmt: skip
        return Written(digest, tuple(said))

    def _contact(self, db: Asks, area: str, spike: SpikeKey | None) -> AreaContact:
        contacts = {k.area.casefold(): k for k in self._contacts()}
        wanted = area or (self._area_of(db, spike) if spike is not None else "")
        if not wanted:
            raise NotUnderstood("Nobody said yet whose this spike is. Say for which area it is.")
        found = contacts.get(wanted.casefold())
        if found is None:
            raise NotUnderstood(f"The council has no area called {wanted}. Nothing was written.")
        return found

    def _area_of(self, db: Asks, spike: SpikeKey) -> str:
        """Whose a spike is: whom it was handed to, else whose its category is."""
        handed = facts.lead_area(db, spike)
        if handed:
            return handed
        found = facts.spike_of(db, spike)
        told = {s.category: s.told for s in self._bench.council.services}
        return told.get(found.category, found.area)

    def _of_spike(self, db: Asks, contact: AreaContact, spike: Spike) -> Matter:
        now = self._bench.clock()
        posts = _tellable(posts_of(db, facts.new_of_spike(db, spike.key, contact.area)))
        told = facts.last_told(db, contact.area, spike.key)
        since = told or spike.began
        past = posts_of(db, facts.past_of(db, (spike.category,), spike.place, spike.began))
        places = (spike.place,) if spike.place else _places(posts)
        about = About(places, spike.category, spike.began, now)
        last = responses.last_time(db, spike.place, spike.category, spike.key)
        return replace(
            self._matter(db, contact, posts, past, since),
            spike=spike,
            told_before=told is not None,
            works=tuple(w.sentence for w, _ in works_near(db, self._bench.council, about)),
            last_time=masked(last, self._known()),
            sensitive=contact.sensitive or spike.category in self._sensitive(),
        )

    def _of_area(self, db: Asks, contact: AreaContact) -> Matter:
        now = self._bench.clock()
        posts = _tellable(posts_of(db, facts.new_of_area(db, contact.area)))
        told = facts.last_told(db, contact.area, None)
        since = told or min((*(p.said for p in posts), now - FIRST))
        categories = {s.category for s in self._bench.council.services if s.told == contact.area}
        past = posts_of(db, facts.past_of(db, categories, "", since))
        works = works_near(db, self._bench.council, About(_places(posts), "", since, now))
        heard, before = facts.counts_before(db, categories, since, now)
        return replace(
            self._matter(db, contact, posts, past, since),
            spikes=facts.spikes_of(db, contact.area, since, now),
            works=tuple(f"{w.street}: {w.sentence}" for w, _ in works),
            usual=_usual(heard, before),
            sensitive=contact.sensitive,
        )

    def _matter(
        self, db: Asks, contact: AreaContact, posts: Sequence[Post], past: Sequence[Post],
        since: datetime,
    ) -> Matter:  # fmt: skip
        bench, known, now = self._bench, self._known(), self._bench.clock()
        return Matter(
            area=contact.area,
            since=since,
            until=now,
            posts=tuple(posts),
            understood=understood(posts, past, bench.council),
            attached=shared(posts, known),
            unheard=facts.unheard(db, since, now, bench.settings.interval),
            places={p.name: p for p in bench.council.places},
            known=known,
            close=self._sensitive(),
        )

    def _sensitive(self) -> frozenset[str]:
        return frozenset(s.category for s in self._bench.council.services if s.flag in SENSITIVE)

    def _known(self) -> Names:
        """The names of this council's members and places, made once: it takes some milliseconds."""
        council = self._bench.council
        if self._names is None or self._names[0] is not council:
            self._names = council, known_of(council)
        return self._names[1]

    def _contacts(self) -> tuple[AreaContact, ...]:
        return self._bench.store.areas.contacts(self._bench.council)

    def _links(self, token: str, subject: str) -> tuple[tuple[str, str], ...]:
        return reply_links(self._bench.responses_address(), token, subject)

    def _nothing(self, area: str, spike: SpikeKey | None) -> str:
        what = "of this spike" if spike is not None else f"for {area}"
        return f"Nothing is new {what} since the last digest, so none was written."


def _tellable(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts that may stand in a digest at all, and be it as a number."""
    return tuple(p for p in posts if p.private not in UNTOLD)


def _places(posts: Sequence[Post]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for post in posts for place in post.places))


def _usual(heard: int, before: Sequence[int]) -> str:
    """What an area's topics had in the same time of the weeks before, beside what they have now."""
    if not before or not any(before):
        return ""
    low, high = min(before), max(before)
    was = str(low) if low == high else f"{low} to {high}"
    return f"All heard on its topics in that time: {heard}; in the four weeks before, {was}."
