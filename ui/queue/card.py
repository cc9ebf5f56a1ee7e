"""A row of the list made ready to show: its lines, its chips, and the sentence read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from listener.mention import MentionKey, Row
from rules.workclock import OFFICE, Office
from ui import words
from ui.queue.clock import clock_of
from ui.tongue import tr
from ui.urgent.signs import HIDDEN, clock_sign, urgent_signs

SHOWN = 220  # characters of a mention in the list: two lines hold fewer
Does = Literal["suggested", "elsewhere", "members", "star"]


@dataclass(frozen=True, slots=True)
class Press:
    """A chip that is a button: what it does, what stands on it, and its name read aloud.

    short: what stands on it where there is no room for more.
    """

    does: Does
    sign: words.Sign
    name: str
    short: str = "…"


@dataclass(frozen=True, slots=True)
class Card:
    """One mention in the list, in words. signs are only shown; presses can be pressed."""

    row: Row
    source: str
    where: str
    time: str
    clock: words.Sign | None
    text: str
    signs: tuple[words.Sign, ...]
    presses: tuple[Press, ...]
    sentence: str

    @property
    def key(self) -> MentionKey:
        """Which mention it is."""
        return self.row.key


def card_of(row: Row, now: datetime, office: Office = OFFICE) -> Card:
    """The card for a row, as seen now; office: when this council works."""
    time = words.short_when(row.published or row.heard, now)
    source = words.line(row.source)
    where = words.channel(row.channel)
    text = words.line(_text(row))[:SHOWN]
    if row.urgent is not None and row.urgent.hidden:
        text = tr(HIDDEN)
    said_at = time if row.published else tr("heard {time}", time=time)
    due = row.urgent.due if row.urgent is not None else None
    clock = clock_sign(due, now) if due is not None else clock_of(row, now, office)
    signs = _signs(row, now)
    return Card(
        row, source, where, said_at, clock, text, signs, _presses(row),
        _sentence(row, source, where, said_at, text, clock, signs),
    )  # fmt: skip


def _sentence(
    row: Row, source: str, where: str, time: str, text: str, clock: words.Sign | None,
    signs: tuple[words.Sign, ...],
) -> str:  # fmt: skip
    outcome = outcome_of(row).word
    service = _service(row)
    said = [s.word for s in signs[: 1 if row.grade != "none" else 0]]
    said += [f"{outcome}, {service}" if service else outcome]
    said += [s.word for s in signs[len(said) - 1 :]]
    if row.stack_size > 1:
        said.append(tr("{stack_size} like this", stack_size=row.stack_size))
    parts = (
        f"{source}{f', {where}' if where else ''}, {time}",
        text,
        ", ".join(said),
        clock.word if clock else "",
        tr("not settled: the flowchart asks you") if row.asks is not None else "",
        tr("starred") if row.starred else "",
    )
    return " ".join(p if p[-1] in ".!?…" else f"{p}." for p in parts if p)


def _text(row: Row) -> str:
    title, snippet = row.title.strip(), row.snippet.strip()
    if not title or snippet.casefold().startswith(title.casefold().rstrip("….")):
        return snippet or title
    return f"{title} · {snippet}" if snippet else title


def _signs(row: Row, now: datetime) -> tuple[words.Sign, ...]:
    signs: list[words.Sign] = []
    if row.grade != "none":
        signs.append(words.GRADES[row.grade])
    signs += urgent_signs(row.urgent, now)
    if row.view == "done":
        done = words.Sign("✓", outcome_of(row).word, "grey")
        signs += [done, *([words.Sign("", _service(row), "grey")] if _service(row) else [])]
    if row.tone != "not_read":
        signs.append(words.TONES[row.tone])
    if row.already_routed:
        signs.append(words.Sign("✓", "already with the service", "grey"))
    if row.snoozed_until is not None:
        until = words.short_when(row.snoozed_until, now)
        signs.append(words.Sign("◷", tr("until {until}", until=until), "grey"))
    return tuple(signs)


def outcome_of(row: Row) -> words.Sign:
    """What was decided, else what is suggested, else what it would perhaps be."""
    if row.decided:
        sign = words.outcome_sign(row.decided)
        return words.Sign("✓", sign.word, "grey")
    sign = words.outcome_sign(row.outcome or row.guess)
    if row.asks is not None:
        return words.Sign("?", tr("perhaps {word}", word=sign.word), "amber")
    return sign


def _service(row: Row) -> str:
    return row.category or row.area


def _presses(row: Row) -> tuple[Press, ...]:
    presses: list[Press] = []
    if row.view == "urgent":
        passed = words.Sign("⚑", "Pass on…", "red")
        presses.append(Press("suggested", passed, tr("Passed on: say whom you told"), "⚑"))
    elif row.view != "done":
        sign = outcome_of(row)
        name = tr("{word}: do as suggested", word=sign.word)
        if (row.outcome or row.guess) == "evaluate":
            name = tr("{word}: decide with a note", word=sign.word)
        presses.append(Press("suggested", sign, name[0].upper() + name[1:], sign.shape))
    if row.view != "done":
        service = _service(row)
        sign = words.Sign("", service or tr("Service…"), "blue" if service else "grey")
        name = (
            tr("For {service}: choose another service", service=service)
            if service
            else tr("Choose a service")
        )
        presses.append(Press("elsewhere", sign, name))
    if row.stack_size > 1:
        like = words.Sign("", tr("{stack_size} like this", stack_size=row.stack_size), "grey")
        presses.append(
            Press(
                "members",
                like,
                tr("{stack_size} like this: show them", stack_size=row.stack_size),
                f"×{row.stack_size}",
            )
        )
    star = words.Sign("", "★" if row.starred else "☆", "amber" if row.starred else "grey")
    name = tr("Starred: take the star away") if row.starred else tr("Star")
    presses.append(Press("star", star, name, star.word))
    return tuple(presses)
