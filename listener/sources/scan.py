"""A cheap look at the bytes before they are parsed: what would exhaust a parser is refused."""

from __future__ import annotations

import re

from listener.sources.parsed import NotAFeed

DEPTH = 500
ITEMS = 5_000
ATTRIBUTES = 5_000
BUSY = 20_000  # tags; a feed of 30 long posts has some hundreds

_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>")


def refuse_traps(body: bytes) -> None:
    """Raises NotAFeed for excess nesting, attributes or items."""
    items = body.count(b"<item") + body.count(b"<entry")
    if items > ITEMS:
        raise NotAFeed(f"The feed holds {items} items at once; {ITEMS} are the most we take.")
    if body.count(b'="') > ATTRIBUTES and _longest_tag(body) > 50_000:
        raise NotAFeed("The feed has a tag with thousands of attributes; it is not read.")
    if body.count(b"<") > BUSY and _deepest(body) > DEPTH:
        raise NotAFeed(f"The feed nests its tags more than {DEPTH} deep; it is not read.")


def _longest_tag(body: bytes) -> int:
    return max((len(part.partition(b">")[0]) for part in body.split(b"<")), default=0)


def _deepest(body: bytes) -> int:
    depth = deepest = 0
    for closing, alone in _TAG.findall(body):
        if closing:
            depth = max(0, depth - 1)
        elif not alone:
            depth += 1
            deepest = max(deepest, depth)
    return deepest
