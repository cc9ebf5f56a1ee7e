"""Opens one layer of gzip or deflate, and never more of it than we take."""

from __future__ import annotations

import zlib

from listener.addresses import WebFault

GZIP = b"\x1f\x8b"
READ = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})


def unpacked(body: bytes, encoding: str, cap: int, host: str) -> bytes:
    """The body as it was before packing. Raises WebFault beyond `cap` bytes, or where it is cut.

    The first bytes decide, not the header: servers send gzip unasked, and plain text called gzip.
    """
    kind = encoding.strip().lower()
    if kind not in READ:
        raise WebFault("encoding", f"{host} packs its answer in a way that we do not read.")
    if body[:2] == GZIP:
        return _members(body, cap, host)
    if kind == "deflate" and body:
        try:
            return _opened(zlib.decompressobj(15), body, cap, host)
        except zlib.error:
            return _raw(body, cap, host)  # some servers send it without its frame
    return body


def _members(body: bytes, cap: int, host: str) -> bytes:
    """All members of a gzip body: some servers join several."""
    opened = b""
    while body[:2] == GZIP:
        opener = zlib.decompressobj(31)
        try:
            opened += _opened(opener, body, cap - len(opened), host)
        except zlib.error as fault:
            raise WebFault("cut", f"{host} sent a packed answer that is broken.") from fault
        body = opener.unused_data
    return opened


def _raw(body: bytes, cap: int, host: str) -> bytes:
    try:
        return _opened(zlib.decompressobj(-15), body, cap, host)
    except zlib.error as fault:
        raise WebFault("cut", f"{host} sent a packed answer that is broken.") from fault


def _opened(opener: zlib._Decompress, body: bytes, cap: int, host: str) -> bytes:
    opened = opener.decompress(body, max(cap, 0) + 1)
    if len(opened) > cap:
        raise WebFault("too_big", f"{host} packs more into its answer than we take.")
    if not opener.eof:
        raise WebFault("cut", f"{host} broke off its packed answer.")
    return opened
