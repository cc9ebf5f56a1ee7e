"""What residents say and ask for, counted by people from the phrases of `words/heard.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from statistics import median

from listener import resources
from listener.mention import MentionKey
from listener.reading.normal import Plain, plain_of
from listener.reading.phrases import Hit, Phrases
from listener.spike import Ask, Post
from listener.understanding.tokens import Levelled, closes, key_of

ENOUGH = 3  # people from whom on a sentence is made
SHOWN = 5
FEW_WORDS = 3  # of the thing that is asked for
_CLAIM, _ASK, _THING, _DEED = "say:", "ask:", "frame:things", "frame:deeds"
_NEXT = re.compile(r"[ ]+([^\W\d_][\w'-]*)")
_WAIT = re.compile(r"(?<![\d.:£])(\d{1,3}) ?(?:mins?|minutes?)\b|\b(an|1|2|two) hours?\b")
_WAITING = ("queue", "traffic", "get to", "late", "delay", "stuck", "took", "times", "lights",
            "gridlock", "tailback", "road", "crawl", "from", "town", "journey")  # fmt: skip
_HOLD = ("on hold", "phone", "rang", "call")


@dataclass(slots=True)
class Told:
    """Who says one thing, and in which posts."""

    people: set[int] = field(default_factory=set)
    keys: list[MentionKey] = field(default_factory=list)

    def add(self, post: Post) -> None:
        """This post says it too."""
        self.people.add(post.person)
        self.keys.append(post.key)


def heard(posts: Iterable[Levelled]) -> tuple[tuple[str, ...], tuple[Ask, ...]]:
    """Sentences "Residents say …", and what they ask for; nothing that fewer than three say."""
    said: dict[str, Told] = defaultdict(Told)
    asked: dict[str, Told] = defaultdict(Told)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    waits: dict[int, list[float]] = defaultdict(list)
    for post, plain in posts:
        hits = _phrases().find(plain)
        for label in hits:
            if label.startswith(_CLAIM):
                said[label.removeprefix(_CLAIM)].add(post)
            elif label.startswith(_ASK):
                asked[label.removeprefix(_ASK)].add(post)
        for group, words in _requests(plain, hits):
            asked[group].add(post)
            forms[group][words] += 1
        for minutes in _minutes(plain.lower):
            waits[post.person].append(minutes)
    return _sentences(said, waits), _asks(asked, forms)


def things_said(text: str) -> frozenset[str]:
    """What a stretch says or asks for, of all that is in the list."""
    hits = _phrases().find(plain_of("", text))
    return frozenset(label for label in hits if label.startswith((_CLAIM, _ASK)))


def _sentences(said: Mapping[str, Told], waits: Mapping[int, list[float]]) -> tuple[str, ...]:
    many = [(len(told.people), words) for words, told in said.items()]
    if len(waits) >= ENOUGH:
        about = 5 * round(median(max(w) for w in waits.values()) / 5) or 5
        many.append((len(waits), f"they wait about {about} minutes"))
    parts = [
        f"{words} ({n})" for n, words in sorted(many, key=lambda m: (-m[0], m[1])) if n >= ENOUGH
    ][:SHOWN]
    if not parts:
        return ()
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return (f"Residents say {listed}.",)


def _asks(asked: Mapping[str, Told], forms: Mapping[str, Counter[str]]) -> tuple[Ask, ...]:
    made = [
        Ask(
            max(forms[group], key=lambda f: (forms[group][f], -len(f), f))
            if group in forms
            else group,
            len(told.people),
            tuple(dict.fromkeys(told.keys)),
        )
        for group, told in asked.items()
        if len(told.people) >= ENOUGH
    ]
    return tuple(sorted(made, key=lambda a: (-a.people, a.words))[:SHOWN])


def _requests(plain: Plain, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[str, str]]:
    """What is asked for beyond the list: a group by its last word, and how it is put here."""
    if any(label.startswith(_ASK) for label in hits):
        return
    for label in (_THING, _DEED):
        for hit in hits.get(label, ()):
            thing = _thing(plain.lower, hit.end)
            if not thing:
                continue
            deed = f"{_gerund(hit.phrase.split()[-1])} " if label == _DEED else ""
            yield f"{deed}…{key_of(thing.split()[-1])}", f"{deed}{thing}"


def _thing(lower: str, end: int) -> str:
    """The words of a thing: up to three that say something, after "a", "some", "the"."""
    words: list[str] = []
    while len(words) < FEW_WORDS and (found := _NEXT.match(lower, end)):
        word, end = found.group(1), found.end()
        if key_of(word) in closes():
            if words:
                break
            continue
        words.append(word)
    return " ".join(words) if words and len(words[-1]) > 2 else ""


def _gerund(verb: str) -> str:
    if verb.endswith("ing"):
        return verb
    return f"{verb.removesuffix('e') if verb.endswith('ve') else verb}ing"


def _minutes(lower: str) -> Iterator[float]:
    """How long somebody waits on the road, where they say it; not how long on the telephone."""
    if not any(c.isdigit() for c in lower) and "hour" not in lower:
        return
    if any(word in lower for word in _HOLD) or not any(word in lower for word in _WAITING):
        return
    for found in _WAIT.finditer(lower):
        minutes = float(found.group(1)) if found.group(1) else 60.0
        if minutes >= 5:
            yield minutes


@cache
def _phrases() -> Phrases:
    kept = tomllib.loads(resources.text("words/heard.toml"))
    lists = {f"{_CLAIM}{c['says']}": c["words"] for c in kept["claim"]}
    lists |= {f"{_ASK}{a['asks']}": a["words"] for a in kept["ask"]}
    lists |= {_THING: kept["frames"]["things"], _DEED: kept["frames"]["deeds"]}
    return Phrases(lists)
