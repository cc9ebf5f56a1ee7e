"""The closed list of things a question may ask about a mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

FactType = Literal["yes_no", "number", "choice", "text", "list"]
Value = bool | float | str | tuple[str, ...] | None
"""None means that we cannot tell: a condition over it neither holds nor fails."""

KINDS = (
    "complaint", "report", "question", "praise", "thanks", "news", "notice", "opinion", "abuse",
    "danger", "infoaccess", "political", "rumour", "chatter",
)  # fmt: skip
GRADES = ("none", "words", "hazard", "person")
TONES = ("negative", "neutral", "positive", "mixed", "not_read")


@dataclass(frozen=True, slots=True)
class FactDef:
    """One fact a chart may name: its name, type, label in plain English, and choices if closed."""

    name: str
    type: FactType
    label: str
    choices: tuple[str, ...] = ()


VOCABULARY: Mapping[str, FactDef] = {
    d.name: d
    for d in (
        FactDef("text", "text", "the words of the mention"),
        FactDef("tone", "number", "how it sounds, from -1 (annoyed) to 1 (pleased)"),
        FactDef("tone_label", "choice", "how it sounds, in a word", TONES),
        FactDef("danger", "choice", "possible danger", GRADES),
        FactDef("danger_type", "text", "what kind of danger"),
        FactDef("kind", "choice", "what kind of mention it is", KINDS),
        FactDef("about_us", "yes_no", "it is about the council, its area or its services"),
        FactDef("info_request", "yes_no", "it asks for recorded information, or claims"),
        FactDef("abusive", "yes_no", "it is against house rules"),
        FactDef("political", "yes_no", "it is party political"),
        FactDef("names_politician", "yes_no", "it names a party, candidate or member"),
        FactDef("pre_election", "yes_no", "today lies in a pre-election period"),
        FactDef("consultation", "yes_no", "it gives a view on a proposal or consultation"),
        FactDef("positive", "yes_no", "it is broadly positive or fair"),
        FactDef("invites_reply", "yes_no", "a reply would add something"),
        FactDef("notice", "yes_no", "it is news, a notice or an event and asks nothing"),
        FactDef("doubtful_claim", "yes_no", "it rests on a doubtful claim"),
        FactDef("known_false_claim", "yes_no", "it repeats a claim that we know to be false"),
        FactDef("question", "yes_no", "it asks a question"),
        FactDef("fault", "yes_no", "it describes a service problem"),
        FactDef("complaint", "yes_no", "it is unhappy with something"),
        FactDef("second_time", "yes_no", "it says that it was reported or asked before"),
        FactDef("venting", "yes_no", "it only lets off steam, jokes or mocks"),
        FactDef("category", "text", "the service category"),
        FactDef("area", "text", "the service area"),
        FactDef("certainty", "number", "how sure the service is, from 0 to 1"),
        FactDef("ours", "yes_no", "it is ours to fix"),
        FactDef("places", "list", "the places that it names"),
        FactDef("source", "text", "the source's name"),
        FactDef("channel", "text", "where it was said"),
        FactDef("language", "text", "its language, as a two-letter code"),
        FactDef("author_is", "choice", "who wrote it", ("resident", "member", "press")),
        FactDef("already_routed", "yes_no", "the service has it already"),
        FactDef("open_issue", "yes_no", "an open issue covers it"),
        FactDef("stack_size", "number", "how many mentions tell the same story"),
        FactDef("people", "number", "how many people tell the same story"),
        FactDef("names_person", "yes_no", "it names a person"),
    )
}


# A named tuple: a mention has some forty, and a frozen dataclass takes twice as long to make.
class Fact(NamedTuple):
    """A value and why we believe it, in words an officer reads.

    leaning: what it most likely is, where the value is None: good for a best guess, no more.
    """

    value: Value
    because: str
    leaning: Value = None


class Facts(Mapping[str, Fact]):
    """What is known of one mention. A name outside the vocabulary is refused with KeyError."""

    __slots__ = ("_known",)

    def __init__(self, known: Mapping[str, Fact]) -> None:
        if not known.keys() <= VOCABULARY.keys():
            strange = next(name for name in known if name not in VOCABULARY)
            raise KeyError(f"no such fact: {strange}")
        self._known = dict(known)

    def __getitem__(self, name: str) -> Fact:
        """The fact, or one whose value is None where nothing was said about it."""
        found = self._known.get(name)
        if found is not None:
            return found
        if name not in VOCABULARY:
            raise KeyError(f"no such fact: {name}")
        return Fact(None, "not known")

    def leaning(self) -> Facts:
        """The same facts, what cannot be told taken for what it most likely is."""
        return Facts(
            {
                name: Fact(fact.leaning, fact.because) if fact.value is None else fact
                for name, fact in self._known.items()
            }
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
