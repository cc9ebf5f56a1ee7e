"""What several selected mentions are, and what the keys would do to them, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ui import words
from ui.keys import key_of
from ui.queue.card import Card
from ui.tongue import tr


def bulk_words(cards: Sequence[Card], shown: int, total: int) -> str:
    """How many are selected and what `D` would do; dangers and what is done are passed by.

    shown, total: how many the list shows and holds.
    """
    many = tr("{cards:,} selected", cards=len(cards))
    if len(cards) == shown < total:
        many = tr(
            "All {shown:,} that are shown are selected, of {total:,}", shown=shown, total=total
        )
    open_ = [c for c in cards if c.row.view not in ("urgent", "done")]
    kinds = Counter(words.outcome_sign(c.row.outcome or c.row.guess).word for c in open_)
    would = ", ".join(f"{n} {word}" for word, n in kinds.most_common(4))
    if len(kinds) > 4:
        would += tr(
            " and {value} more",
            value=sum(kinds.values()) - sum((n for _, n in kinds.most_common(4))),
        )
    parts = [many]
    if would:
        parts.append(tr("{key_of} would do: {would}", key_of=key_of("suggested"), would=would))
    dangers = sum(c.row.view == "urgent" for c in cards)
    if dangers and open_:
        parts.append(
            tr("{counted} would be passed by", counted=words.count(dangers, "possible danger"))
        )
    return " · ".join([*parts, tr("Esc lets go")])
