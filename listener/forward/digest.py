"""Writes a digest from what is known: for an area and a period, or for one spike. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from listener.council import NamedPlace
from listener.forward.letter import (
    FIX,
    KNOWN_WORKS,
    MASKED,
    NOT_HEARD,
    REFERENCE,
    REPLY,
    SAID,
    THEY_ASK,
    WITHHELD,
    Block,
    Letter,
    plain_text,
)
from listener.forward.masked import Shared
from listener.spike import Post, Spike, Understood
from listener.store.journal import clock_words
from listener.understanding.masking import Known, masked

TOP = 5
MOST_LINES = 42  # of plain text: more is more than one screen
_BY_KIND = {
    "complaint": ("complaint", "complaints"), "question": ("question", "questions"),
    "report": ("report", "reports"), "opinion": ("opinion", "opinions"),
    "rumour": ("rumour", "rumours"), "abuse": ("abusive", "abusive"),
    "praise": ("praise", "praise"), "thanks": ("thanks", "thanks"),
    "danger": ("possible danger", "possible dangers"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything that a digest is made from. posts: what is new to this area, oldest first."""

    area: str
    since: datetime
    until: datetime
    posts: tuple[Post, ...]
    understood: Understood
    attached: tuple[Shared, ...] = ()
    spike: Spike | None = None
    spikes: tuple[Spike, ...] = ()  # of an area's period
    told_before: bool = False  # the area was told of this spike: posts are what came since
    works: tuple[str, ...] = ()  # sentences: what is known of works and events here
    usual: str = ""  # what is usual for an area in such a time, in words
    unheard: tuple[str, ...] = ()  # sentences: what was not heard
    last_time: str = ""
    sensitive: bool = False  # no quotes, nothing attached, a ward at most
    places: Mapping[str, NamedPlace] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
    close: frozenset[str] = frozenset()  # sensitive topics: in any digest a ward at most

    @property
    def of_all(self) -> bool:
        """Whether the spike is of everything heard: posts are those on the area's own topics."""
        return self.spike is not None and not self.spike.category and not self.spike.place


def built(matter: Matter) -> Letter | None:
    """The digest, or None where nothing is new; never longer than a screen."""
    counted = [p for p in matter.posts if p.counted]
    if not counted:
        return None
    shown = _bared(matter)
    counted = [p for p in shown.posts if p.counted]
    subject = _subject(shown, counted)
    quotes, top = 3, TOP
    while True:
        blocks = tuple(_blocks(shown, counted, quotes, top))
        lines = plain_text(blocks).count("\n")
        if lines <= MOST_LINES or (top <= 1 and quotes <= 1):
            return Letter(subject, blocks)
        if top > 3 or (top > 1 and quotes <= 2):
            top -= 1
        elif quotes > 1:
            quotes -= 1
        else:
            top -= 1


def attached_of(matter: Matter) -> tuple[Shared, ...]:
    """What goes along as a table: what may be shown and is not quoted already."""
    if matter.sensitive:
        return ()
    quoted = {q.key for q in matter.understood.quotes}
    return tuple(s for s in matter.attached if s.post.key not in quoted)


def _bared(matter: Matter) -> Matter:
    """Of a sensitive matter no words of anybody, and no place that is smaller than a ward."""
    close = matter.close
    posts = tuple(
        replace(p, places=_wards(matter, p.places))
        if matter.sensitive or p.category in close
        else p
        for p in matter.posts
    )
    if not matter.sensitive:
        spikes = tuple(_warded(matter, s) if s.category in close else s for s in matter.spikes)
        return replace(matter, posts=posts, spikes=spikes)
    return replace(
        matter,
        understood=Understood(sources=matter.understood.sources),
        attached=(),
        works=(),
        last_time="",
        posts=posts,
        spike=None if matter.spike is None else _warded(matter, matter.spike),
        spikes=tuple(_warded(matter, s) for s in matter.spikes),
    )


def _wards(matter: Matter, places: Iterable[str]) -> tuple[str, ...]:
    found = (matter.places.get(name) for name in places)
    return tuple(
        dict.fromkeys(
            ward
            for place in found
            if place is not None and (ward := place.name if place.kind == "ward" else place.ward)
        )
    )


def _warded(matter: Matter, spike: Spike) -> Spike:
    wards = _wards(matter, (spike.place,))
    return replace(spike, place=wards[0] if wards else "", explained="")


# The subject and the first sentences


def _subject(matter: Matter, counted: Sequence[Post]) -> str:
    if matter.spike is not None and not matter.of_all:
        what = topic_at(matter, matter.spike.category, matter.spike.place)
        if matter.told_before:
            return f"{what}: {_more(len(counted))} since {clock_words(matter.since)}"
        took = _span(max(p.said for p in counted) - matter.spike.began)
        return f"{what}: {_many(matter.spike.posts, 'post')} in {took}"
    if matter.of_all:
        many = _more(len(counted)) if matter.told_before else _many(len(counted), "post")
        (category, of_it), *_ = Counter(p.category for p in counted).most_common(1)
        about = f", {of_it} about {_lower(short_topic(category))}" if category else ""
        return f"{matter.area}: {many}{about}"
    head = f"{matter.area}: {_many(len(counted), 'post')}"
    groups = _groups(counted)
    if groups and len(groups[0].posts) > 1:
        first = groups[0]
        what = topic_at(matter, first.category, first.place)
        return f"{head}, {len(first.posts)} about {_lower(what)}"
    return f"{head} since {clock_words(matter.since)}"


def topic_at(matter: Matter, category: str, place: str) -> str:
    """`Roadworks on Wolverton Road`, `Missed collections in Coseford`."""
    what = short_topic(category) or "Posts"
    if not place:
        return what
    kind = matter.places[place].kind if place in matter.places else "place"
    joined = {"road": "on", "ward": "in", "postcode": "in"}.get(kind, "at")
    return f"{what} {joined} {place}"


def short_topic(category: str) -> str:
    """The first of the things that a category names, where that says enough by itself."""
    first = category.split(" and ")[0].split(",")[0].strip()
    return first if len(first) >= 5 else category


def _lower(text: str) -> str:
    """In the middle of a sentence: `roadworks on Wolverton Road`, and `SEND` as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _span(took: timedelta) -> str:
    minutes = max(5, round(took.total_seconds() / 300) * 5)
    if minutes <= 120:
        return f"{minutes} minutes"
    hours = round(minutes / 60)
    return f"{hours} hours" if hours < 48 else f"{round(hours / 24)} days"


def _happening(matter: Matter, counted: Sequence[Post]) -> Iterator[Block]:
    spike = matter.spike
    yield from (Block("text", says) for says in matter.understood.says)
    if spike is None:
        yield Block("text", _counts(counted, matter.since, matter.usual))
        for one in matter.spikes:
            rising = ", rising" if one.rising else ""
            yield Block(
                "item",
                f"Spike: {topic_at(matter, one.category, one.place)}: {_many(one.posts, 'post')} "
                f"from {_many(one.people, 'person', 'people')} since {clock_words(one.began)}"
                f"{rising}",
            )
        return
    if matter.told_before:
        head = _counts(counted, matter.since, "")
        yield Block("text", f"{head} You were told of this before: this is what came since.")
        return
    if matter.of_all:
        yield Block("text", f"On your topics: {_counts(counted, spike.began, '')}")
        yield Block("text", f"Everything that was heard in that time: {_whole(spike, counted)}")
        return
    yield Block("text", _whole(spike, counted))


def _whole(spike: Spike, counted: Sequence[Post]) -> str:
    """How many of a spike there are, from how many, of which kinds, and how unusual that is."""
    people = f"{'at least ' if spike.at_least else ''}{_many(spike.people, 'person', 'people')}"
    mix = _mix(spike.mix or Counter(p.kind for p in counted))
    text = f"{_many(spike.posts, 'post')} from {people} since {clock_words(spike.began)}{mix}."
    if spike.short:
        text += " There are more than we could hear: a source's window overflowed."
    if spike.usual_words:
        text += f" {spike.usual_words[:1].upper()}{spike.usual_words[1:].rstrip('.')}"
        text += f" ({spike.sureness})." if spike.sureness else "."
    return text


def _counts(counted: Sequence[Post], since: datetime, usual: str) -> str:
    people = len({p.person for p in counted})
    mix = _mix(Counter(p.kind for p in counted))
    text = f"{_many(len(counted), 'post')} from {_many(people, 'person', 'people')} since "
    return f"{text}{clock_words(since)}{mix}.{f' {usual}' if usual else ''}"


def _mix(mix: Mapping[str, int]) -> str:
    """`: 11 complaints, 3 questions and 2 others`: the three commonest kinds by name."""
    named = sorted(((n, k) for k, n in mix.items() if k in _BY_KIND and n), reverse=True)[:3]
    if not named:
        return ""
    parts = [f"{n} {_BY_KIND[kind][n != 1]}" for n, kind in named]
    rest = sum(mix.values()) - sum(n for n, _ in named)
    return f": {', '.join(parts)}" + (f" and {_many(rest, 'other')}" if rest else "")


# What follows


def _blocks(matter: Matter, counted: Sequence[Post], quotes: int, top: int) -> Iterator[Block]:
    yield from _happening(matter, counted)
    if matter.works:
        yield Block("labelled", _joined(matter.works[:3]), KNOWN_WORKS)
    if matter.last_time:
        yield Block("text", matter.last_time)
    faults = [p for p in counted if _is_fault(p, matter)]
    fixes = [g for g in _groups(faults) if g.place][:top]
    if fixes:
        yield Block("heading", FIX)
        yield from (Block("item", _fix(matter, group)) for group in fixes)
    yield from _what_people_say(matter, counted, bool(fixes), quotes, top)
    yield from _ending(matter, counted)


def _what_people_say(
    matter: Matter, counted: Sequence[Post], fixes: bool, quotes: int, top: int
) -> Iterator[Block]:
    made: list[Block] = []
    said = [p for p in counted if not (fixes and p.places and _is_fault(p, matter))]
    topics = matter.spike is None or matter.of_all
    if topics:
        made += [Block("item", text) for text in _topics(matter, said, top)]
    if matter.understood.asks:
        asks = ", ".join(f"{a.words} ({a.people})" for a in matter.understood.asks)
        made.append(Block("labelled", f"{asks}.", THEY_ASK))
    made += [Block("quote", q.text) for q in matter.understood.quotes[:quotes]]
    if made and (fixes or topics):
        yield Block("heading", SAID)
    yield from made


def _topics(matter: Matter, said: Sequence[Post], top: int) -> list[str]:
    """The top five of what several say; what one alone says is counted together."""
    groups = _ranked(_groups(said), matter.works)
    several = [g for g in groups if len(g.posts) > 1] or groups
    shown = several[:top]
    rest = len(said) - sum(len(g.posts) for g in shown)
    more = [f"Other things: {_many(rest, 'post')}"] if rest else []
    return [_group(matter, group) for group in shown] + more


def _ending(matter: Matter, counted: Sequence[Post]) -> Iterator[Block]:
    shown = attached_of(matter)
    more = f" {_more(len(shown))} {'is' if len(shown) == 1 else 'are'} attached" if shown else ""
    news = sum(not s.post.counted for s in shown)
    more += (f", {news} of them news and notices." if news else ".") if shown else ""
    told = {s.post.key for s in shown} | {q.key for q in matter.understood.quotes}
    kept = sum(p.key not in told for p in counted)
    if matter.sensitive:
        yield Block("labelled", "nothing, for this is a sensitive matter: ask us.", WITHHELD)
    elif kept:
        why = "which may be about danger, a child, health or a person: ask us."
        yield Block("labelled", f"{_many(kept, 'post')}, {why}", WITHHELD)
    if matter.unheard:
        yield Block("labelled", _joined(matter.unheard), NOT_HEARD)
    yield Block(
        "note",
        f"{REPLY}: We'll deal with it · Not for us (who?) · Already in hand until … · "
        f"Finished (fixed, or no action and why). {MASKED}.{more}",
    )


# Places and topics


@dataclass(frozen=True, slots=True)
class Group:
    """Posts about one thing at one place."""

    category: str
    place: str
    posts: tuple[Post, ...]

    @property
    def people(self) -> int:
        """How many people wrote them."""
        return len({p.person for p in self.posts})


def _groups(posts: Iterable[Post]) -> list[Group]:
    """By topic and the first place named, those of the most people first."""
    found: dict[tuple[str, str], list[Post]] = {}
    for post in posts:
        found.setdefault((post.category, post.places[0] if post.places else ""), []).append(post)
    made = [Group(category, place, tuple(many)) for (category, place), many in found.items()]
    return sorted(made, key=lambda g: (-g.people, -len(g.posts), g.category, g.place))


def _ranked(groups: Sequence[Group], works: Sequence[str]) -> list[Group]:
    """What known works explain comes first: a lead knows of it, and reads on for the rest."""
    known = " ".join(works).casefold()
    return sorted(groups, key=lambda g: not (g.place and g.place.casefold() in known))


def _is_fault(post: Post, matter: Matter) -> bool:
    """Whether a crew could go and look: a report, and not what people say of a spike's topic."""
    if post.grade == "person":
        return False
    if post.channel == "report_site" or post.grade == "hazard":
        return True
    return (
        post.kind == "report"
        and (matter.spike is None or post.category != matter.spike.category)
        and post.area == matter.area
    )


def _fix(matter: Matter, group: Group) -> str:
    hazard = " (may be a hazard)" if any(p.grade == "hazard" for p in group.posts) else ""
    titles = (
        _title(p, group.place, matter.known)
        for p in group.posts
        if p.channel == "report_site" and not p.private and not p.names_person
    )
    what = next((t for t in titles if t), "") if not matter.sensitive else ""
    detail = f": {what}" if what else ""
    many = _many(len(group.posts), "report")
    topic = short_topic(group.category) or "Something to look at"
    return f"{group.place}, {_lower(topic)}{detail}, {many}{hazard}. {REFERENCE}"


def _title(post: Post, place: str, known: Known) -> str:
    """What a report is called, without its place: `raised metal plate`."""
    said = masked(post.title, known).removesuffix(place).rstrip(" ,:-–")
    return _lower(said) if len(said) <= 50 else ""


def _group(matter: Matter, group: Group) -> str:
    what = topic_at(matter, group.category, group.place)
    people = _many(group.people, "person", "people")
    return f"{what}: {_many(len(group.posts), 'post')} from {people}"


def _joined(sentences: Iterable[str]) -> str:
    return "; ".join(s.rstrip(".") for s in sentences) + "."


def _more(n: int) -> str:
    return f"{n} more post" if n == 1 else f"{n} more posts"


def _many(n: int, one: str, several: str = "") -> str:
    return f"{n} {one}" if n == 1 else f"{n} {several or one + 's'}"
