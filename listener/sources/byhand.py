"""A mention that a person adds: what was said, where, and whether anyone could have read it."""

from __future__ import annotations

from datetime import datetime

from listener.errors import NotUnderstood
from listener.mention import CHANNELS, Heard
from listener.sources.plain import safe_link, tidy

MOST = 100_000  # a tally beyond this is a slip of the finger


def mention_of(
    *,
    text: str,
    link: str = "",
    author: str = "",
    where: str = "",
    channel: str = "other",
    public: bool = True,
    tally: int = 1,
    now: datetime,
) -> Heard:
    """Checks what was typed. Raises NotUnderstood in words.

    public: could anyone read it without joining? If not, no author and no link are kept, and the
    text should be a paraphrase. tally: how many comments it stands for.
    """
    words = tidy(text)
    if not words and not link.strip():
        raise NotUnderstood("Say what was said, or paste its link: there is nothing to add yet.")
    address = safe_link(link)
    if link.strip() and not address:
        raise NotUnderstood("The link must be an http or https address.")
    if not 1 <= tally <= MOST:
        raise NotUnderstood(f"The tally must lie between 1 and {MOST:,}.")
    return Heard(
        id="",
        title="",
        text=words or address,
        url=address if public else "",
        author=author.strip()[:120] if public else "",
        published=now,
        channel=channel if channel in CHANNELS else "other",
        seen_at=where.strip()[:200],
        public=public,
        tally=tally,
    )
