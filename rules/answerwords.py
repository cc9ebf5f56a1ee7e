"""Reads a service's answer off the first words of a plain reply, where they are clear."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["ours", "not_ours", "in_hand", "finished"]
FIRST = 300  # characters that are looked at: what is said later is for a person

_GREETING = re.compile(
    r"^(?:(?:hi|hello|hiya|dear|morning|afternoon|evening|good (?:morning|afternoon|evening))\b"
    r"[^,.!\n]{0,40}[,.!\n]+\s*|(?:many thanks|thanks|thank you|cheers|ta)\b(?:\s+(?:for|,)[^.!\n]"
    r"{0,60})?[,.!\n–-]+\s*)+",
    re.I,
)
_NOT = r"(?:not|isn[’']?t|aren[’']?t|nothing to do with|wasn[’']?t|never)"
_NOT_OURS = re.compile(
    rf"\b{_NOT}\s+(?:really |actually |one )?(?:for |of |with )?(?:us|ours|our|mine|me|highways|my "
    r"(?:team|area))\b|\bnothing to do with (?:us|our)\b|\bwrong (?:team|department|dept|service|"
    r"people|council)\b|\b(?:it|this|that|these)(?:[’']?s| is| are| would be| belongs? to) (?:for "
    r"|with )?(?:the |an? )?(?:\w+ )?(?:county|district|borough|parish|highways england|national "
    r"highways|water|utility|housing association|landlord|police)\b|\bshould (?:go|be sent|be "
    r"with|be for) (?:to )?\b|\bplease (?:send|forward|redirect|pass) (?:this |it )?(?:on )?to\b|"
    r"\bbelongs? to (?!us\b)",
    re.I,
)
_DONE = re.compile(
    r"\b(?:done|finished|completed?|fixed|resolved|sorted|repaired|cleared|removed|emptied|"
    r"no (?:further )?action(?: (?:needed|required))?|made safe|all (?:good|clear) now)\b",
    re.I,
)
# "not yet done", "will be fixed", "should be sorted by Friday", "once it is complete"
_NOT_YET = re.compile(
    r"(?:\b(?:not|never|be|being|get|getting|until|till|when|once|will|to|should|hope\w*|if|before|"
    r"partly|almost|nearly|road|lane|street)\b|n[’']t\b)[^.!?;]{0,25}$",
    re.I,
)
_IN_HAND = re.compile(
    r"\b(?:in hand|under ?way|in progress|ongoing|on[- ]going|already (?:on (?:it|our|the)|aware|"
    r"reported|scheduled|booked|being|looking|dealing|working|programmed|know|with)|scheduled|"
    r"programmed|booked in|(?:is|are) (?:on site|working on|dealing with)|works? (?:continues?|"
    r"runs?|finish)|being (?:dealt|fixed|repaired|looked|sorted))\b|\buntil\b",
    re.I,
)
_OURS = re.compile(
    r"\b(?:ours|we(?:[’']ll| will| shall| can|[’']re going to| are going to)|i(?:[’']ll| will)|"
    r"will (?:do|deal|look|pick|sort|send|get|raise|ask|arrange|investigate)|leave (?:it|this) "
    r"with (?:us|me)|on it|got (?:it|this)|for us|one for us|happy to (?:pick|take|deal))\b",
    re.I,
)
_NO_ACTION = re.compile(r"\bno (?:further )?action\b|\bnothing (?:to|we can) (?:do|fix)\b", re.I)


def first_words(said: str) -> str:
    """What a reply says after its greeting and its thanks, at most 300 characters."""
    text = said.strip()[:FIRST]
    return _GREETING.sub("", text).strip() or text


def kind_of(said: str) -> Kind | None:
    """Which of the four answers a plain reply is; None where it asks, or may be read two ways."""
    words = first_words(said)
    if not words or re.match(r"[^.!]{0,200}\?", words):
        return None
    not_ours, in_hand, ours = (p.search(words) for p in (_NOT_OURS, _IN_HAND, _OURS))
    done = _done(words)
    if not_ours:
        rest = words[: not_ours.start()] + " " + words[not_ours.end() :]
        mixed = _done(rest) or _IN_HAND.search(rest) or re.search(r"\bwe(?:[’']ll| will)\b", rest)
        return None if mixed else "not_ours"
    if in_hand:
        return "in_hand"
    if done:
        return "finished"
    return "ours" if ours else None


def action_of(said: str) -> Literal["", "fixed", "none"]:
    """Whether what is finished was fixed, or needs no action; "" where that is not said."""
    if _NO_ACTION.search(said):
        return "none"
    return "fixed" if _done(said[:FIRST]) else ""


def _done(words: str) -> bool:
    return any(not _NOT_YET.search(words[: m.start()]) for m in _DONE.finditer(words))
