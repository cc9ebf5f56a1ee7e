"""What several selected mentions are, and what the keys would do to them, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ui import words
from ui.keys import key_of
from ui.queue.card import Card


def bulk_words(cards: Sequence[Card], shown: int, total: int) -> str:
    """How many are selected and what `D` would do; dangers and what is done are passed by.

    shown, total: how many the list shows and holds.
    """
    many = f"{len(cards):,} selected"
    if len(cards) == shown < total:
        many = f"All {shown:,} that are shown are selected, of {total:,}"
    open_ = [c for c in cards if c.row.view not in ("urgent", "done")]
    kinds = Counter(words.outcome_sign(c.row.outcome or c.row.guess).word for c in open_)
    would = ", ".join(f"{n} {word}" for word, n in kinds.most_common(4))
    if len(kinds) > 4:
        would += f" and {sum(kinds.values()) - sum(n for _, n in kinds.most_common(4))} more"
    parts = [many]
    if would:
        parts.append(f"{key_of('suggested')} would do: {would}")
    dangers = sum(c.row.view == "urgent" for c in cards)
    if dangers and open_:
        parts.append(f"{words.count(dangers, 'possible danger')} would be passed by")
    return " · ".join([*parts, "Esc lets go"])
