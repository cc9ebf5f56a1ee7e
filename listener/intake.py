"""One batch from heard to ready to keep: like whom, what the chart says, where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import chain, repeat

from listener.clock import LONDON
from listener.council import Council
from listener.mention import Correction, Heard, MentionKey, Reading, View
from listener.reading.corrected import laid_over
from listener.reading.facts import Around, facts_of
from listener.reading.likeness import SHARED, alike
from listener.sources.accounts import marked, own_post
from listener.store.records import Candidate, Seat, StackFacts, Standing, Taken
from rules.asleep import Shelf, placed
from rules.flowchart import Answers, Flowchart, Verdict, walk
from rules.need import CLOCKS, Clocks, due_at, need_of
from rules.views import view_of

FRESH = timedelta(minutes=10)
NOTHING_TOLD: Answers = {}


@dataclass(frozen=True, slots=True)
class Read:
    """A mention with what was read off it and the bands that find others like it."""

    heard: Heard
    reading: Reading
    bands: tuple[int, ...]
    version_of: MentionKey | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a batch is judged against: the chart, the council, the source and the day."""

    chart: Flowchart
    council: Council
    source: str
    now: datetime
    today: date  # in London
    holidays: frozenset[date] = frozenset()
    clocks: Clocks = CLOCKS

    @property
    def pre_election(self) -> str:
        """Why today is in a pre-election period, or "" where it is not."""
        period = self.council.pre_election
        if period is None or not period[0] <= self.today <= period[1]:
            return ""
        return f"the pre-election period runs from {period[0]:%d %b} to {period[1]:%d %b}"


def ours_left_out(mentions: Sequence[Heard], council: Council) -> tuple[Heard, ...]:
    """The mentions without the council's own posts; members' are marked."""
    return tuple(marked(m, council) for m in mentions if own_post(m, council) is None)


def trusted_dates(mentions: Sequence[Heard], now: datetime, first: bool) -> tuple[Heard, ...]:
    """On a first fetch, dates that are mostly "just now" were made up by the site: not trusted."""
    fresh = sum(1 for m in mentions if m.published and abs(now - m.published) <= FRESH)
    if not first or fresh * 2 <= len(mentions) or len(mentions) < 2:
        return tuple(mentions)
    fault = "the source dated most of its first items just now, so its dates are not trusted"
    return tuple(replace(m, published=None, date_fault=fault) for m in mentions)


def take(
    batch: Sequence[Read],
    candidates: Sequence[Sequence[Candidate]],
    ground: Ground,
    stack_facts: Callable[[MentionKey], StackFacts],
    corrections: Callable[[MentionKey, Reading], Sequence[Correction]],
    answers: Callable[[MentionKey], Answers],
) -> list[Taken]:
    """Walks each mention of a batch. candidates: for each, the kept ones that may be like it.

    corrections and answers: what officers put right in a kept mention, and what they told the
    chart about it; both stand for a new text of it.
    """
    taken: list[Taken] = []
    by_band: dict[int, list[int]] = {}
    words = [_words(item.heard) for item in batch]
    for place, item in enumerate(batch):
        seen = Counter(chain.from_iterable(map(by_band.get, item.bands, repeat(()))))
        earlier = [n for n, shared in seen.most_common(3) if shared >= SHARED]
        like, around = _likeness(place, candidates[place], earlier, words, stack_facts)
        around = replace(around, pre_election=ground.pre_election, source=ground.source)
        key, reading, told = item.version_of, item.reading, NOTHING_TOLD
        if key is not None:
            reading, told = laid_over(reading, corrections(key, reading)), answers(key)
        verdict = walk(ground.chart, facts_of(item.heard, reading, around), told)
        taken.append(_settled(item, reading, like, verdict, ground))
        for band in item.bands:
            by_band.setdefault(band, []).append(place)
    return taken


def _likeness(
    place: int,
    kept: Sequence[Candidate],
    earlier: Sequence[int],
    words: Sequence[str],
    stack_facts: Callable[[MentionKey], StackFacts],
) -> tuple[MentionKey | int | None, Around]:
    """Whom it is like (a key, or a negative place in this batch) and what that means for it."""
    for candidate in kept:
        if alike(words[place], candidate.text).same:
            stack = stack_facts(candidate.key)
            return candidate.key, Around(
                stack_size=stack.size + 1, people=stack.people + 1, open_issue=stack.open_issue
            )
    for other in earlier:
        if alike(words[place], words[other]).same:
            return -1 - other, Around(stack_size=2, people=2)
    return None, Around()


def _words(heard: Heard) -> str:
    return f"{heard.title}\n{heard.text}" if heard.title else heard.text


def _settled(
    item: Read, reading: Reading, like: MentionKey | int | None, verdict: Verdict, ground: Ground
) -> Taken:
    view, need, due = standing(item.heard, reading, verdict, ground, ground.now)
    return Taken(
        heard=item.heard,
        reading=item.reading,
        verdict=verdict,
        view=view,
        need=need,
        due=due,
        bands=item.bands,
        like=like,
        version_of=item.version_of,
    )


def standing(
    heard: Heard,
    reading: Reading,
    verdict: Verdict,
    ground: Ground,
    first_heard: datetime,
    people: int = 1,
    shelf: Shelf = "",
    raised: datetime | None = None,
) -> tuple[View, float, datetime | None]:
    """Its view, how soon it is needed (lower is sooner), and when its clock runs out.

    raised: when its danger came to be known, where that was later than it was heard.
    """
    grade, tone = reading.danger.grade, reading.tone.label
    view = view_of(
        status="open",
        outcome=verdict.outcome,
        guess=verdict.guess,
        asks=verdict.asks,
        grade=grade,
        kind=str(reading.kind.value),
        faulty=bool(verdict.fault),
        settled=False,
        already_routed=heard.already_routed,
    )
    view = placed(view, shelf, grade)
    due = due_at(
        view, heard.published, first_heard.astimezone(LONDON), ground.holidays, ground.clocks,
        raised and raised.astimezone(LONDON),
    )  # fmt: skip
    said, sure = heard.published or first_heard, reading.danger.sure
    return view, need_of(view, grade, tone, due, said, people, sure), due


def rewalk(kept: Standing, ground: Ground) -> Seat:
    """Walks a kept mention again, with what the officer has answered and whom it is like by now."""
    around = Around(
        stack_size=kept.stack_size,
        people=kept.people,
        open_issue=kept.open_issue,
        pre_election=ground.pre_election,
        source=ground.source,
    )
    verdict = walk(ground.chart, facts_of(kept.heard, kept.reading, around), kept.answers)
    view, need, due = standing(
        kept.heard, kept.reading, verdict, ground, kept.heard_at, kept.people, kept.shelf,
        kept.raised_at,
    )  # fmt: skip
    return Seat(kept.key, verdict, view, need, due)
