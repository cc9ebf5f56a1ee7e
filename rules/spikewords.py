"""Says in words how unusual a spike is, what would be usual, and how long it lasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rules.heeding import A_DAY, wall
from rules.swelling import Episode

STEPS = (10, 20, 50, 100, 200, 500, 1_000)
YOUNG = 7.0  # days of listening before which nothing is said of a usual Tuesday
WEEKS = 28.0  # days of listening from which a weekday is known
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS: Mapping[str, tuple[str, str]] = {
    "complaint": ("complaint", "complaints"),
    "report": ("report", "reports"),
    "question": ("question", "questions"),
    "rumour": ("rumour", "rumours"),
    "opinion": ("opinion", "opinions"),
    "abuse": ("abusive post", "abusive posts"),
    "danger": ("possible danger", "possible dangers"),
    "infoaccess": ("information request", "information requests"),
    "political": ("party political post", "party political posts"),
    "news": ("news item", "news items"),
    "notice": ("notice", "notices"),
    "praise": ("post of praise", "posts of praise"),
    "thanks": ("thank-you", "thank-yous"),
    "chatter": ("passing remark", "passing remarks"),
}


def weekday(quarter: int) -> str:
    """Tuesday."""
    return DAYS[wall(quarter).weekday()]


def span_words(low: int, high: int) -> str:
    """ "1 to 3", "2", "none"."""
    if high == 0:
        return "none"
    return str(high) if low == high else f"{low} to {high}"


def usual_of(episodes: Sequence[Episode]) -> tuple[tuple[int, int], str]:
    """The usual range for a spike's time and its words; several times are added up.

    A time within one day is compared with that day from midnight on, as people think of it.
    """
    if max(e.seen for e in episodes) < YOUNG:
        low, high = sum(e.low for e in episodes), sum(e.high for e in episodes)
        return (low, high), f"{span_words(low, high)} would be usual, as far as is known so soon"
    if len(episodes) == 1 and episodes[0].began // A_DAY == episodes[0].last // A_DAY:
        one = episodes[0]
        day = weekday(one.last)
        said = span_words(one.day_low, one.day_high)
        return (one.day_low, one.day_high), f"a usual {day} has {said} by {wall(one.last):%H:%M}"
    low, high = sum(e.low for e in episodes), sum(e.high for e in episodes)
    return (low, high), f"in as long a time {span_words(low, high)} would be usual"


def sureness(episode: Episode) -> str:
    """ "busier than 49 of 50 Tuesdays", with a doubt where few days were heard."""
    rare = 10 ** min(episode.rarely, 6.0)
    of = max((n for n in STEPS if n <= rare), default=0)
    day = f"{weekday(episode.last)}s" if episode.seen >= WEEKS else "days"
    if not of:
        said = f"busier than most {day}"
    else:
        said = f"busier than {of - 1:,} of {of:,} {day}"
    if episode.seen >= WEEKS:
        return said
    heard = max(1, round(episode.seen))
    return f"{said}, judged from {heard} {'day' if heard == 1 else 'days'} of listening"


def many(n: int, kind: str) -> str:
    """ "11 complaints"."""
    one, more = KINDS.get(kind, (kind, kind))
    return f"{n:,} {one if n == 1 else more}"


def mix_words(mix: Mapping[str, int]) -> str:
    """ "11 complaints, 3 questions", the most first."""
    return ", ".join(many(n, kind) for kind, n in sorted(mix.items(), key=lambda m: (-m[1], m[0])))
