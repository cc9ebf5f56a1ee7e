"""A row of the list made ready to show: its lines, its chips, and the sentence read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from listener.mention import MentionKey, Row
from ui import words
from ui.urgent.signs import HIDDEN, urgent_signs

SHOWN = 220  # characters of a mention in the list: two lines hold fewer


@dataclass(frozen=True, slots=True)
class Card:
    """One mention in the list, in words."""

    row: Row
    source: str
    where: str
    time: str
    text: str
    chips: tuple[words.Sign, ...]
    sentence: str

    @property
    def key(self) -> MentionKey:
        """Which mention it is."""
        return self.row.key


def card_of(row: Row, now: datetime) -> Card:
    """The card for a row, as seen now."""
    time = words.short_when(row.published or row.heard, now)
    chips = _chips(row, now)
    source = words.line(row.source)
    where = words.channel(row.channel)
    text = words.line(_text(row))[:SHOWN]
    if row.urgent is not None and row.urgent.hidden:
        text = HIDDEN
    told = "" if row.published else "heard "
    parts = (
        f"{source}{f', {where}' if where else ''}, {told}{time}",
        text,
        ", ".join(c.word for c in chips),
        "not settled: the flowchart asks you" if row.asks is not None else "",
        "starred" if row.starred else "",
    )
    sentence = ". ".join(p.rstrip(".") for p in parts if p) + "."
    return Card(row, source, where, told + time, text, chips, sentence)


def _text(row: Row) -> str:
    title, snippet = row.title.strip(), row.snippet.strip()
    if not title or snippet.casefold().startswith(title.casefold().rstrip("….")):
        return snippet or title
    return f"{title} · {snippet}" if snippet else title


def _chips(row: Row, now: datetime) -> tuple[words.Sign, ...]:
    chips = urgent_signs(row.urgent, now)
    if row.grade != "none":
        chips.append(words.GRADES[row.grade])
    chips += _outcome_chips(row)
    if row.tone != "not_read":
        chips.append(words.TONES[row.tone])
    if row.stack_size > 1:
        chips.append(words.Sign("", f"{row.stack_size} like this", "grey"))
    if row.already_routed:
        chips.append(words.Sign("✓", "already with the service", "grey"))
    if row.snoozed_until is not None:
        until = words.short_when(row.snoozed_until, now)
        chips.append(words.Sign("◷", f"until {until}", "grey"))
    return tuple(chips)


def _outcome_chips(row: Row) -> list[words.Sign]:
    if row.decided:
        sign = words.outcome_sign(row.decided)
        return [words.Sign("✓", _with_area(sign.word, row), "grey")]
    name = row.outcome or row.guess
    if name == "urgent" and row.grade != "none":  # the chip of its danger says so already
        return [words.Sign("", row.category, "grey")] if row.category else []
    sign = words.outcome_sign(name)
    if row.asks is not None:
        return [words.Sign("?", f"perhaps {_with_area(sign.word, row)}", "amber")]
    return [words.Sign(sign.shape, _with_area(sign.word, row), sign.colour)]


def _with_area(word: str, row: Row) -> str:
    service = row.category or row.area
    return f"{word} · {service}" if service else word
