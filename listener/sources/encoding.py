"""Finds out which encoding a file's bytes are in, for people who save from many programs."""

from __future__ import annotations

import codecs

TRUSTED = frozenset(
    ("utf-8", "utf-16", "ascii", "cp1252", "iso8859-1", "iso8859-15", "cp1250", "mac-roman")
)
"""What a file may say of itself; other codecs cost too much or are no text at all."""


def decoded(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text of some bytes, and what its encoding is called; never raises.

    A mark at the beginning wins, then what the file says of itself, then UTF-8 where it fits,
    else Windows-1252. A UTF-8 file with a few bad bytes stays UTF-8: only they are replaced.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", "replace"), "UTF-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "UTF-16"
    order = _unmarked_utf16(data[:4000])
    if order:
        return data.decode(order, "replace"), "UTF-16"
    said = _by_its_word(data, declared)
    if said is not None:
        return said
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _mended(data)


def _unmarked_utf16(start: bytes) -> str:
    """The byte order where every other byte is NUL, as in Latin letters of UTF-16; else ""."""
    half = len(start) // 2
    if half < 4:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > half // 2 and even < half // 10:
        return "utf-16-le"
    if even > half // 2 and odd < half // 10:
        return "utf-16-be"
    return ""


def _by_its_word(data: bytes, declared: str) -> tuple[str, str] | None:
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return None
    if name not in TRUSTED or name in ("utf-8", "utf-16"):
        return None  # UTF-8 is tried anyway; UTF-16 without a mark or NULs is none
    name = "cp1252" if name == "iso8859-1" else name  # as every browser reads it
    return data.decode(name, "replace"), "Windows-1252" if name == "cp1252" else declared.strip()


def _mended(data: bytes) -> tuple[str, str]:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    wide = len(text) - len(text.encode("ascii", "ignore")) - bad
    if wide > 4 * bad:  # Windows-1252 hardly ever looks like good UTF-8
        return text, f"UTF-8 ({bad} bad characters replaced)"
    return data.decode("cp1252", "replace"), "Windows-1252"
