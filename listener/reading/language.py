"""Which language a text is in. The one door to pycld2."""

from __future__ import annotations

import pycld2

from listener.mention import Said
from listener.reading.normal import Plain

DIALECTS = frozenset({"sco"})  # Scots and Geordie: our word lists read it, people speak it here
SHORT = 20  # letters; below it nobody can tell, and most of what we hear is English


def language_of(plain: Plain) -> Said:
    """The language as a two-letter code, "" where it cannot be told."""
    text = plain.text[:250]
    if text.isascii() and sum(map(str.isalpha, text[:60])) < SHORT:
        return Said("", "too short to tell the language")
    try:
        reliable, _, details = pycld2.detect(text.encode("utf-8", "ignore"), isPlainText=True)
    except pycld2.error:
        return Said("", "the language cannot be told")
    name, code = details[0][0], details[0][1]
    if not reliable or code == "un":
        return Said("", "the language cannot be told")
    if code in DIALECTS:
        return Said("en", f"reads as {name.capitalize()}, taken for English")
    return Said(code.split("-")[0], f"reads as {name.capitalize()}")
