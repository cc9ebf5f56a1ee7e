"""A mention that a person adds: what was said, where, and whether anyone could have read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from listener.errors import NotUnderstood
from listener.mention import CHANNELS, Heard
from listener.sources.plain import plain_line, safe_link, verbatim

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
    return checked(
        Heard(
            id="",
            title="",
            text=text,
            url=link,
            author=author,
            published=now,
            channel=channel,
            seen_at=where,
            public=public,
            tally=tally,
        )
    )


def checked(heard: Heard) -> Heard:
    """The mention as it may be kept, whoever filled it in. Raises NotUnderstood in words."""
    words, link = verbatim(heard.text), heard.url.strip()
    if not words and not link:
        raise NotUnderstood("Say what was said, or paste its link: there is nothing to add yet.")
    if not words and not heard.public:
        raise NotUnderstood("Say in your own words what was said: the link is not kept.")
    address = safe_link(link)
    if link and not address:
        raise NotUnderstood("The link must be an http or https address.")
    if not 1 <= heard.tally <= MOST:
        raise NotUnderstood(f"The tally must lie between 1 and {MOST:,}.")
    return replace(
        heard,
        title=plain_line(heard.title),
        text=words or address,
        url=address if heard.public else "",
        author=plain_line(heard.author, 120) if heard.public else "",
        channel=heard.channel if heard.channel in CHANNELS else "other",
        seen_at=plain_line(heard.seen_at, 200),
    )
