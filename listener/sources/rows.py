"""Turns one row of a file, given by our column names, into a mention, or says why it is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from listener.mention import CHANNELS, Heard
from listener.sources.dates import read_date
from listener.sources.plain import plain_line, safe_link, verbatim

ALSO = {
    "twitter": "x", "x.com": "x", "youtube": "video", "news": "news_feed", "rss": "news_feed",
    "blog": "hyperlocal", "e_mail": "email_alert", "email": "email_alert", "forums": "forum",
    "comments": "comment", "fixmystreet": "report_site", "facebook_groups": "facebook_group",
}  # fmt: skip
"""What other tools call our channels."""

_ZONE = re.compile(r"(?:Z|[+-]\d{2}:?\d{2}|\b[A-Za-z]{3,4})\s*$")
_WHOLE = re.compile(r"^(\d{10}|\d{13})\.\d*$")


def mention_of(
    given: Mapping[str, str], now: datetime, utc: bool = False
) -> tuple[Heard | None, str]:
    """The mention of a row, or (None, why). utc: its times are UTC where they name no zone.

    Only text is needed. A row with a headline and no text is taken with the headline as its text:
    exports of press cuttings have many, and what was said is never lost.
    """
    text, title = verbatim(given.get("text", "")), plain_line(given.get("title", ""))
    if not text and not title:
        return None, "the row has no text"
    published, fault = read_date(_when(given, utc), now)
    heard = Heard(
        id=plain_line(given.get("id", ""), 500),
        title=title if text else "",
        text=text or title,
        url=safe_link(given.get("url", "")),
        author=plain_line(given.get("author", ""), 120),
        published=published,
        date_fault=fault,
        channel=channel_of(given.get("channel", ""))[0],
        seen_at=plain_line(given.get("source", ""), 200),
    )
    return heard, ""


def channel_of(said: str) -> tuple[str, str]:
    """The channel that a cell names, and the cell's own word where we do not know it."""
    name = re.sub(r"[\s-]+", "_", said.strip().lower())
    name = ALSO.get(name, name)
    if name in CHANNELS:
        return name, ""
    return "other", plain_line(said, 60)


def _when(given: Mapping[str, str], utc: bool) -> str:
    """The date as one text: some tools put the time of day in a column of its own."""
    day, clock = given.get("ts", "").strip(), given.get("clock", "").strip()
    if day and clock and ":" not in day:
        day = f"{day} {clock}"
    number = _WHOLE.match(day)
    if number:  # seconds since 1970, written with a point by a spreadsheet
        return number[1]
    return f"{day} UTC" if utc and ":" in day and not _ZONE.search(day) else day
