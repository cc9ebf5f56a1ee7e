"""The kind of a mention, and the yes and no that a chart asks about, each with its reason.

The model tells how likely each kind and each first step of an officer is; a question's likelihood
is what speaks for its yes among what the questions before it leave over. Between UNSURE and SURE
nothing is claimed: the fact is unknown, leans one way, and the chart may ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from math import exp, log
from typing import NamedTuple

from listener.mention import Danger, Heard, Place, Said, ServiceGuess, Tone
from listener.reading.model import Weighed
from listener.reading.phrases import Hit

SURE = 0.75
FLOOR = 0.1  # what is this unlikely in all is not so, however little else is left
LOCAL = frozenset(
    {"hyperlocal", "comment", "report_site", "facebook_group", "nextdoor", "page_comment", "forum",
     "letter"}
)  # fmt: skip
ANNOYED = 0.2  # how likely a complaint must be for an annoyed tone to settle it
ASKED = 0.25  # the same for a question, which outweighs kind words around it
NAMED, NEARBY, ELSEWHERE = 1.5, 0.7, -2.0  # in log-odds, what a name or the source adds to "ours"
LISTED = 1.5  # what a phrase of a list adds
PASSING = ("chatter", "praise")  # as which a short remark is read; the praise is mostly scorn
TELLING = ("report", "complaint", "question")  # and what it is where it says what is wrong: of
# 136 examples with such words 105 are one of these, 2 are chatter or praise.
FAULTS = ("forward", "signpost", "complaint_route", "attach")


class Seen(NamedTuple):
    """Everything found in one text, before it is judged."""

    heard: Heard
    weighed: Weighed
    steps: Mapping[str, float]  # how likely each first step is, danger left out: judged apart
    kinds: Mapping[str, float]  # how likely each kind is
    hits: Mapping[str, list[Hit]]
    tone: Tone
    services: tuple[ServiceGuess, ...]
    best: ServiceGuess | None  # the service, where one is likelier than none
    places: tuple[Place, ...]
    danger: Danger
    addressed: str  # our handle, where it speaks to us
    person: str  # why it seems to name a person, or ""
    known: Mapping[str, str]  # what an officer should read beside a phrase of the council's lists

    def says(self, label: str) -> str:
        """The first phrase of a list that was found, or ""."""
        many = self.hits.get(label)
        return many[0].phrase if many else ""

    def told(self, label: str) -> str:
        """The same phrase, with what the council knows of it, as the beginning of a reason."""
        phrase = self.says(label)
        more = self.known.get(phrase, "")
        return f"“{phrase}” ({more})" if more else f"“{phrase}”"


def steps_of(weighed: Weighed) -> dict[str, float]:
    """How likely each first step of an officer is; danger is judged apart, so it is left out."""
    likely = weighed.likely("outcome")
    rest = 1.0 - likely.pop("urgent", 0.0)
    return {step: p / rest for step, p in likely.items()} if rest > 0 else likely


def kind_of(seen: Seen) -> Said:
    """The kind of a mention; a possible danger comes first."""
    if seen.danger.grade in ("person", "hazard"):
        return Said("danger", seen.danger.because)
    likely = {kind: p for kind, p in seen.kinds.items() if kind != "danger"}
    best = max(likely, key=likely.__getitem__)
    if best in PASSING and seen.says("trouble"):
        best = max(TELLING, key=likely.__getitem__)
        return Said(best, f"“{seen.says('trouble')}” tells of a service; reads like {best}")
    return Said(best, f"reads like {best}: {likely[best]:.0%} likely")


def signals_of(seen: Seen) -> dict[str, Said]:
    """The facts beyond tone, service, place and danger."""
    steps = seen.steps
    about = _about_us(seen)
    left = _Left(seen, 1.0 - steps.get("out_of_scope", 0.0))
    facts = {
        "about_us": about,
        "info_request": left.take(
            ("rights",), "asks for information or makes a claim", "info_request"
        ),
        "abusive": left.take(("moderate",), "is against house rules", "abuse"),
        "political": left.take(("neutral_line",), "is party political", "political"),
        "consultation": left.take(("consultation",), "gives a view on a proposal", "consulted"),
        **_fair(seen, left),
        "doubtful_claim": left.take(("watch", "correct"), "may not be so, or may grow", ""),
        "question": left.take(("answer",), "asks something that we could answer", "", ASKED),
        "fault": _fault(seen, left),
        "venting": left.take(("monitor",), "lets off steam", ""),
        "second_time": _second_time(seen),
        "complaint": _complaint(seen),
        "ours": _ours(seen),
        "names_politician": _listed(seen, "party", "names a party, candidate or member"),
        "known_false_claim": _listed(seen, "false", "repeats a claim that we know to be false"),
        "names_person": Said(bool(seen.person), seen.person or "names nobody that we noticed"),
    }
    if seen.heard.already_routed:
        facts["fault"] = Said(True, "a report made on a report site")
    return facts


class _Left:
    """What is still likely after the questions before: each takes its share away."""

    def __init__(self, seen: Seen, whole: float) -> None:
        self._seen = seen
        self.whole = whole

    def share(self, steps: tuple[str, ...], listed: str) -> tuple[float, float]:
        """The likelihood of some steps among what is left, and in all; and takes them away."""
        likely = self._seen.steps
        own = taken = sum([likely.get(step, 0.0) for step in steps])
        found = own / self.whole if self.whole > 1e-9 else 0.0
        if listed and self._seen.says(listed):
            found = raised(found, LISTED)
            own = raised(own, LISTED)
        self.whole -= taken
        return found, own

    def take(self, steps: tuple[str, ...], what: str, listed: str, floor: float = FLOOR) -> Said:
        """The fact that some steps stand for, and takes them away."""
        found, own = self.share(steps, listed)
        seen = self._seen

        def why() -> str:
            if listed and seen.says(listed):
                return f"{seen.told(listed)}: "
            return _words(seen, "outcome", steps[0])

        return told(found if own >= floor else min(found, own), what, why)


def told(likely: float, what: str, why: Callable[[], str]) -> Said:
    """A fact from its likelihood: true, false, or unknown with a leaning."""
    if likely <= 1.0 - SURE:
        return _unlikely(what)
    because = f"{likely:.0%} likely that it {what}"
    if likely < 0.5:
        return Said(None, because, False)
    because = why() + because
    return Said(True, because) if likely >= SURE else Said(None, because, True)


@cache
def _unlikely(what: str) -> Said:
    """Most facts of most mentions: one record of each, which costs nothing to make and to send."""
    return Said(False, f"unlikely that it {what}")


def raised(likely: float, by: float) -> float:
    """A likelihood after some more evidence, in log-odds."""
    if not by:
        return likely
    held = min(max(likely, 1e-6), 1 - 1e-6)
    return 1.0 / (1.0 + exp(-(log(held / (1.0 - held)) + by)))


def _words(seen: Seen, task: str, label: str) -> str:
    found = seen.weighed.because(task, label, 3)
    return ", ".join(f"“{w}”" for w in found) + ": " if found else ""


def _listed(seen: Seen, label: str, what: str) -> Said:
    if not seen.says(label):
        return Said(False, "no such words")
    return Said(True, f"{seen.told(label)}: {what}")


def _about_us(seen: Seen) -> Said:
    named = seen.addressed or seen.says("us")
    other = seen.says("neighbour")
    by, because = 0.0, "names no place of ours"
    if named or seen.places:
        by, because = NAMED, f"names “{named}”" if named else seen.places[0].because
    elif other:
        by, because = ELSEWHERE, f"names {other}, which is not ours"
    elif seen.heard.channel in LOCAL:
        by, because = NEARBY, "the source covers our area"
    if seen.heard.author_is == "member":
        return Said(True, "a member of the council wrote it")
    if seen.heard.already_routed:
        return Said(True, "a report made to us")
    likely = raised(1.0 - seen.steps.get("out_of_scope", 0.0), by)
    because = f"{because}; {likely:.0%} likely to be about us"
    if 1.0 - SURE < likely < SURE:
        return Said(None, because, likely >= 0.5)
    return Said(likely >= SURE, because)


def _fair(seen: Seen, left: _Left) -> dict[str, Said]:
    """Positive or fair, news or a notice: nothing is asked of us. Would a reply add anything?"""
    joins, stays = seen.steps.get("join_in", 0.0), seen.steps.get("no_reply", 0.0)
    found, own = left.share(("join_in", "no_reply"), "")
    found = found if own >= FLOOR else min(found, own)
    told_plainly = seen.kinds["news"] + seen.kinds["notice"]
    kind = told_plainly / max(told_plainly + seen.kinds["praise"] + seen.kinds["thanks"], 1e-9)
    notice = kind >= 0.5
    invites = joins / (joins + stays) if joins + stays >= FLOOR else joins
    label = "join_in" if joins >= stays else "no_reply"

    def why() -> str:
        return _words(seen, "outcome", label)

    fair = told(found, "is news or a notice" if notice else "is positive or fair", why)
    none = Said(False, "not told as news or a notice" if not notice else "told as news or a notice")
    return {
        "positive": none if notice else fair,
        "notice": fair if notice else none,
        "invites_reply": told(invites, "gains by a reply", why),
    }


def _fault(seen: Seen, left: _Left) -> Said:
    best = seen.best
    found, own = left.share(FAULTS, "")

    def why() -> str:
        if best is None:
            return _words(seen, "outcome", "forward")
        return f"{best.category}: {best.because}; "

    return told(found if own >= FLOOR else min(found, own), "tells of a problem to fix", why)


def _second_time(seen: Seen) -> Said:
    steps, phrase = seen.steps, seen.says("second_time")
    chasing = steps.get("complaint_route", 0.0)
    likely = chasing
    if chasing >= FLOOR / 2:
        likely = chasing / (chasing + steps.get("forward", 0.0))
    if phrase:
        likely = raised(likely, LISTED)

    def why() -> str:
        return f"“{phrase}”: " if phrase else _words(seen, "outcome", "complaint_route")

    return told(likely, "was reported or asked before", why)


def _complaint(seen: Seen) -> Said:
    likely = seen.kinds["complaint"] + seen.kinds["abuse"]
    if seen.tone.label == "negative" and likely >= ANNOYED:
        likely = max(likely, SURE)
    return told(likely, "is unhappy with something", lambda: _words(seen, "kind", "complaint"))


def _ours(seen: Seen) -> Said:
    if seen.best is None:
        return Said(None, "no service is named", True)
    best = seen.best
    points = seen.steps.get("signpost", 0.0)
    other = points / max(
        points + sum(seen.steps.get(s, 0.0) for s in FAULTS if s != "signpost"), 1e-9
    )
    said = f"{best.category} is {'ours' if best.ours else 'another body’s'}"
    if best.ours == (other < 0.5):
        return Said(best.ours, said)
    return Said(None, f"{said}, yet {other:.0%} of such posts go to another body", best.ours)
