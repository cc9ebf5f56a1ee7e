"""The sentences in which the page speaks of a spike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from listener.mention import CHOICES
from listener.spike import Bar, Drop, Spike
from ui import words
from ui.tongue import said_later, tr

STATES = said_later({
    "open": "open", "acknowledged": "with a service", "ended": "ended",
    "past": "found afterwards",
})  # fmt: skip
_MANY = said_later({
    "complaint": "complaints", "report": "reports", "question": "questions",
    "opinion": "opinions", "rumour": "rumours", "abuse": "abusive posts", "news": "news",
    "notice": "notices", "danger": "possible dangers", "praise": "praise", "thanks": "thanks",
    "chatter": "chatter", "political": "party political posts",
    "infoaccess": "information requests",
})  # fmt: skip
SHOWN = 5  # places, sources and kinds that a line names before it says how many more there are


def state(spike: Spike) -> words.Sign:
    """How a spike stands: a shape, a word, a colour."""
    if spike.status == "open":
        rising = spike.rising
        return words.Sign("▲", tr("rising") if rising else tr("open"), "amber")
    colour = {"acknowledged": "blue", "ended": "green", "past": "grey"}[spike.status]
    shape = {"acknowledged": "→", "ended": "✓", "past": "◷"}[spike.status]
    return words.Sign(shape, tr(STATES[spike.status]), colour)


def silent(drops: Sequence[Drop], now: datetime) -> str:
    """“Strangely silent: Missed collections, usually 3 a day, none for 5 days.”, or ""."""
    told = [
        tr("{title}, usually {many:,} a day, none for {days}", title=words.line(d.title),
           many=round(d.a_day), days=words.count(max(1, (now - d.since).days), "day"))
        for d in drops[:SHOWN]
    ]  # fmt: skip
    more = len(drops) - SHOWN
    told += [tr("and {more:,} more", more=more)] if more > 0 else []
    return tr("Strangely silent: {topics}.", topics="; ".join(told)) if told else ""


def count_words(spike: Spike, now: datetime) -> str:
    """“14 posts from 11 people since 07:40.”"""
    people = words.count(spike.people, "person", "people")
    least = tr("at least {people}", people=people) if spike.at_least else people
    posts = words.count(spike.posts, "post")
    began = words.short_when(spike.began, now)
    if spike.ended is not None:
        until = words.short_when(spike.ended, spike.began)
        return tr(
            "{posts} from {people} from {began} to {until}.",
            posts=posts, people=least, began=words.when(spike.began, now), until=until,
        )  # fmt: skip
    return tr("{posts} from {people} since {began}.", posts=posts, people=least, began=began)


def sentence(spike: Spike, now: datetime) -> str:
    """How many from how many since when, what is usual, and the mix."""
    usual = _sentence(spike.usual_words)
    short = (
        tr("A source could not be heard whole meanwhile: there are more.") if spike.short else ""
    )
    mix = f"{kinds(spike.mix)}." if spike.mix else ""
    told = (count_words(spike, now), usual, mix, short)
    return " ".join(part for part in told if part)


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}." if text else ""


def kinds(mix: Mapping[str, int]) -> str:
    """“11 complaints, 3 questions”, the most first."""
    ordered = sorted(mix.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{many:,} {_kind(name, many)}" for name, many in ordered if many)


def _kind(name: str, many: int) -> str:
    one = CHOICES["kind"].get(name, name)
    return tr(one) if many == 1 else tr(_MANY.get(name, one))


def beside(spike: Spike) -> str:
    """What is not counted: “Beside these, not counted: 2 news”; "" where there is none."""
    return (
        tr("Beside these, and not counted: {kinds}.", kinds=kinds(spike.beside))
        if any(spike.beside.values())
        else ""
    )


def named(pairs: Iterable[tuple[str, int]]) -> str:
    """“Mastodon 5, Tipley Talk 4 and 2 more”."""
    listed = list(pairs)
    shown = ", ".join(f"{words.line(name)} {many:,}" for name, many in listed[:SHOWN])
    more = len(listed) - SHOWN
    return tr("{shown} and {more} more", shown=shown, more=more) if more > 0 else shown


def row(spike: Spike, now: datetime) -> str:
    """One line of the list, as a screen reader says it too."""
    sign = state(spike)
    return f"{spike.title}. {sign.word.capitalize()}. {count_words(spike, now)}"


def bars(shown: tuple[Bar, ...], now: datetime) -> str:
    """The bars as sentences, for those who do not see them."""
    if not shown:
        return tr("No hours to show.")
    hours = [b for b in shown if b.posts]
    usual = max((b.high for b in shown), default=0.0)
    told = ", ".join(f"{words.when(b.at, now)}: {b.posts:,}" for b in hours[-24:])
    return tr(
        "Posts hour by hour; usual is up to {usual:.0f} an hour. {told}.",
        usual=usual, told=told or tr("none"),
    )  # fmt: skip
