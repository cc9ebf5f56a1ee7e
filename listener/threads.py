"""Under which names a thread is known: what a post answers, its own address, its own id."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

# http://site/post#comment-12 is a post in the thread of http://site/post.
_OF_A_PAGE = re.compile(r"(comments?|respond|reply|c)([-_=]?\w*\d+)?", re.I)
_GLOBAL = ("tag:", "urn:", "did:", "mid:")
ERASED = "erased-"  # how the id of an erased mention begins


def thread_names(source: int, identity: str, url: str, thread: str) -> tuple[int, ...]:
    """The names of a mention's thread as 63-bit numbers; two mentions that share one are in it.

    An id counts within its source, unless it is one of its kind everywhere, as of a mail. The
    home page of a site is no thread: all that it says would be one.
    """
    bare = {_bare(source, n) for n in (identity, url, thread) if not n.startswith(ERASED)}
    return tuple(sorted(_number(name) for name in bare if name))


def _bare(source: int, name: str) -> str:
    given = name.strip()
    if not given:
        return ""
    if "://" in given[:12]:
        return _address(given)
    if "@" in given or given.lower().startswith(_GLOBAL):
        return given
    return f"{source}\x1f{given}"


def _address(given: str) -> str:
    try:
        parts = urlsplit(given)
    except ValueError:
        return given
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return ""
    tail = "" if _OF_A_PAGE.fullmatch(parts.fragment) else parts.fragment
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.casefold()}{path}{query}{'#' + tail if tail else ''}"


def _number(name: str) -> int:
    digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
