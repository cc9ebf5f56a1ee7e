"""A cheap look at the bytes before they are parsed: what would exhaust a parser is refused."""

from __future__ import annotations

import re

from listener.sources.parsed import NotAFeed

DEPTH = 500
ITEMS = 5_000
ATTRIBUTES = 5_000
LONG_TAG = 50_000  # bytes
BUSY = 20_000  # tags; a feed of 30 long posts has some hundreds

_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>")


def refuse_traps(body: bytes) -> None:
    """Raises NotAFeed for excess nesting, attributes or items."""
    tags = body.count(b"<")
    if tags > ITEMS:
        items = body.count(b"<item") + body.count(b"<entry")
        if items > ITEMS:
            raise NotAFeed(f"The feed holds {items} items at once; {ITEMS} are the most we take.")
    if _unbroken(body) and body.count(b'="') > ATTRIBUTES and _longest_tag(body) > LONG_TAG:
        raise NotAFeed("The feed has a tag with thousands of attributes; it is not read.")
    if tags > BUSY and _deepest(body) > DEPTH:
        raise NotAFeed(f"The feed nests its tags more than {DEPTH} deep; it is not read.")


def _unbroken(body: bytes) -> bool:
    """May there be a tag longer than LONG_TAG? Looks at few bytes: it costs nothing."""
    at = 0
    while at + LONG_TAG < len(body):
        ends = body.rfind(b"<", at + 1, at + LONG_TAG)
        if ends < 0:
            return True
        at = ends
    return False


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
