"""What kind of mention it is, and the yes and no that the chart asks about, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from listener.mention import Danger, Heard, Place, Said, ServiceGuess, Tone
from listener.reading.normal import Plain
from listener.reading.phrases import Hit

PRESS = frozenset({"news_feed", "newsletter", "email_alert"})
LOCAL = frozenset(
    {"hyperlocal", "comment", "report_site", "facebook_group", "nextdoor", "page_comment", "forum",
     "letter"}
)  # fmt: skip
FIRST_PERSON = (" i ", " i'", " my ", " we ", " our ", " us ", " me ", " mine ", " ours ")
CHASING = frozenset(
    {"third week", "second week", "fourth week", "weeks running", "promised", "you said"}
)
"""Words that may mean a second time of asking, or only that it lasts: the officer is asked."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything found in one text, before it is judged."""

    heard: Heard
    plain: Plain
    hits: Mapping[str, list[Hit]]
    tone: Tone
    services: tuple[ServiceGuess, ...]
    places: tuple[Place, ...]
    danger: Danger
    language: str
    addressed: str = ""  # our handle, where it speaks to us

    def says(self, label: str) -> str:
        """The first phrase of a list that was found, or ""."""
        many = self.hits.get(label)
        return many[0].phrase if many else ""

    @property
    def personal(self) -> bool:
        """Somebody speaks of themselves: no news is written so."""
        padded = f" {self.plain.lower} "
        return any(word in padded for word in FIRST_PERSON)

    @property
    def press(self) -> bool:
        """Said in a news feed or newsletter, and not as a resident speaks."""
        return self.heard.channel in PRESS and not self.personal


def signals_of(seen: Seen) -> dict[str, Said]:
    """The facts beyond tone, service, place and danger; None where they cannot be told."""
    question, complaint = _question(seen), _complaint(seen)
    facts = {
        "question": question,
        "complaint": complaint,
        "second_time": _second_time(seen),
        "info_request": _if(seen, "info_request", "asks for information or makes a claim"),
        "abusive": _abusive(seen),
        "political": _political(seen),
        "names_politician": _if(seen, "party", "names a party, candidate or member"),
        "consultation": _consultation(seen),
        "notice": _notice(seen, question, complaint),
        "positive": _positive(seen, complaint),
        "invites_reply": _invites(seen),
        "doubtful_claim": _doubtful(seen),
        "known_false_claim": _if(seen, "false", "repeats a claim that we know to be false"),
        "venting": _if(seen, "venting", "lets off steam"),
        "about_us": _about_us(seen),
        "names_person": _if(seen, "member", "names a member"),
    }
    facts["fault"] = _fault(seen, facts)
    facts["ours"] = _ours(seen)
    return facts


def kind_of(seen: Seen, facts: Mapping[str, Said]) -> Said:
    """The kind of a mention, the gravest and the most binding first."""
    if seen.danger.grade in ("person", "hazard"):
        return Said("danger", seen.danger.because)
    for fact, kind in (
        ("info_request", "infoaccess"),
        ("abusive", "abuse"),
        ("political", "political"),
    ):
        if facts[fact].value:
            return Said(kind, facts[fact].because)
    if facts["notice"].value:
        kind = "notice" if seen.says("notice") else "news"
        return Said(kind, facts["notice"].because)
    for fact, kind in (
        ("consultation", "opinion"), ("known_false_claim", "rumour"),
    ):  # fmt: skip
        if facts[fact].value:
            return Said(kind, facts[fact].because)
    if facts["positive"].value:
        kind = "thanks" if seen.says("thanks") and not seen.says("praise") else "praise"
        return Said(kind, facts["positive"].because)
    for fact, kind in (
        ("doubtful_claim", "rumour"), ("question", "question"), ("complaint", "complaint"),
        ("fault", "report"), ("venting", "opinion"),
    ):  # fmt: skip
        if facts[fact].value:
            return Said(kind, facts[fact].because)
    if facts["about_us"].value is False:
        return Said("chatter", facts["about_us"].because)
    return Said(
        "opinion" if seen.tone.label != "neutral" else "chatter", "nothing is asked or reported"
    )


def _if(seen: Seen, label: str, what: str) -> Said:
    phrase = seen.says(label)
    return Said(True, f"“{phrase}”: {what}") if phrase else Said(False, "no such words")


def _question(seen: Seen) -> Said:
    asks, mark = seen.says("question"), "?" in seen.plain.text
    rhetorical = seen.says("rhetorical")
    annoyed = rhetorical and seen.tone.label == "negative"
    if asks and not annoyed and (mark or not seen.hits.get("complaint")):
        return Said(True, f"asks: “{asks}”")
    if mark and not rhetorical and not seen.hits.get("complaint") and not seen.hits.get("report"):
        return Said(True, "ends in a question")
    if mark and rhetorical:
        return Said(False, f"“{rhetorical}” wants no answer")
    return Said(False, "asks nothing")


def _complaint(seen: Seen) -> Said:
    if seen.press:
        return Said(False, "news, told plainly")
    phrase = seen.says("complaint")
    if phrase and seen.tone.label != "positive":
        return Said(True, f"“{phrase}”")
    if seen.tone.label == "negative" and (seen.services or seen.places):
        return Said(True, f"sounds annoyed: {seen.tone.because}")
    return Said(False, "no words of complaint")


def _second_time(seen: Seen) -> Said:
    many = seen.hits.get("second_time", [])
    sure = [h.phrase for h in many if h.phrase not in CHASING]
    if sure:
        return Said(True, f"“{sure[0]}”")
    if many and seen.hits.get("complaint"):
        return Said(
            None, f"“{many[0].phrase}” suggests a second time of asking; the chart is not sure"
        )
    return Said(False, "reads as a first report")


def _abusive(seen: Seen) -> Said:
    many = [h.phrase for h in seen.hits.get("abuse", ())]
    mild = {h.phrase for h in seen.hits.get("abuse_mild", ())}
    strong = [p for p in many if p not in mild]
    if strong:
        return Said(True, f"“{strong[0]}” is against house rules")
    if len(many) > 1:
        return Said(True, f"“{many[0]}” and “{many[1]}” are against house rules")
    return Said(False, f"“{many[0]}” alone is only rude" if many else "no abusive words")


def _political(seen: Seen) -> Said:
    many = seen.hits.get("political", [])
    if many and (len(many) > 1 or seen.says("party")):
        return Said(True, f"“{many[0].phrase}”: party political")
    return Said(False, "no party politics")


def _consultation(seen: Seen) -> Said:
    named, words = seen.says("consulted"), seen.says("consultation")
    if seen.press or (not named and not words):
        return Said(False, "no view on a proposal")
    opinion = seen.tone.label in ("negative", "positive", "mixed") or seen.personal
    if named and (words or opinion):
        return Said(True, f"a view on “{named}”")
    if words and opinion and not seen.says("second_time"):
        return Said(True, f"a view on a proposal: “{words}”")
    return Said(False, "names a proposal, but gives no view")


def _notice(seen: Seen, question: Said, complaint: Said) -> Said:
    if seen.press:
        return Said(True, "said in a news feed, and not as a resident speaks")
    told = seen.says("notice") or seen.says("news")
    if told and not seen.personal and not complaint.value and not question.value:
        return Said(True, f"told as a notice: “{told}”")
    return Said(False, "no notice")


def _positive(seen: Seen, complaint: Said) -> Said:
    said = seen.says("praise") or seen.says("thanks")
    if complaint.value or seen.tone.label in ("negative", "mixed"):
        return Said(False, seen.tone.because)
    if seen.tone.label == "positive" and (said or not seen.hits.get("report")):
        return Said(True, f"“{said}”" if said else seen.tone.because)
    if (
        said
        and not seen.hits.get("question")
        and "?" not in seen.plain.text
        and seen.hits.get("praise")
    ):
        return Said(True, f"“{said}”")
    return Said(False, seen.tone.because)


def _invites(seen: Seen) -> Said:
    thanked = seen.says("thanks")
    if thanked and seen.heard.channel not in PRESS:
        return Said(True, f"“{thanked}”: thanks us")
    return Said(False, "a reply would add little")


def _doubtful(seen: Seen) -> Said:
    phrase = seen.says("doubtful")
    if phrase and not seen.press and (seen.services or seen.says("council")):
        return Said(True, f"“{phrase}”: may not be so")
    return Said(False, "no doubtful claim")


def _about_us(seen: Seen) -> Said:
    named = seen.addressed or seen.says("us")
    if named:
        return Said(True, f"names “{named}”")
    if seen.places:
        return Said(True, seen.places[0].because)
    other = seen.says("neighbour")
    if other:
        return Said(False, f"names {other}, which is not ours")
    if seen.heard.author_is == "member":
        return Said(True, "a member of the council wrote it")
    if seen.heard.channel in LOCAL or seen.heard.already_routed:
        return Said(True, "the source covers our area")
    if seen.services:
        return Said(True, f"about {seen.services[0].category}, in a source that you chose")
    if seen.says("council") or seen.hits.get("complaint") or seen.hits.get("question"):
        # Putting a resident away unheard costs more than one glance at what was said elsewhere.
        return Said(None, "names no place of ours, and nothing points elsewhere")
    return Said(False, "names none of our places, services or accounts")


def _fault(seen: Seen, facts: Mapping[str, Said]) -> Said:
    if seen.heard.already_routed:
        return Said(True, "a report made on a report site")
    if not seen.services:
        told = seen.says("complaint") and seen.says("council")
        return (
            Said(None, f"“{seen.says('complaint')}”, but no service of ours is named")
            if told
            else (Said(False, "no service is named"))
        )
    best = seen.services[0]
    report = seen.says("report")
    if facts["complaint"].value or report:
        why = report or seen.says("complaint") or "sounds annoyed"
        return Said(True, f"{best.category}: {best.because}; “{why}”")
    if best.certainty >= 0.6 and seen.personal:
        return Said(True, f"{best.category}: {best.because}")
    return Said(False, f"names {best.category}, but nothing that is wrong")


def _ours(seen: Seen) -> Said:
    if not seen.services:
        return Said(None, "no service is named")
    best = seen.services[0]
    return Said(best.ours, f"{best.category} is {'ours' if best.ours else 'another body’s'}")
