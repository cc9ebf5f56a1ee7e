"""What somebody may have meant who searched for a word that nobody said."""

from __future__ import annotations

import re
from difflib import get_close_matches

from listener.store.asking import Asks

ALIKE = 0.74  # of difflib's ratio: "reclycing" is 0.95 of "recycling", "bins" 0.5 of "swings"
AT_MOST = 4_000  # words looked through of those that begin with the same letter
_WORD = re.compile(r'(?<![\w:"@/.])[^\W\d_]{4,}(?![\w:"])')


def suggested(db: Asks, typed: str) -> str:
    """The search with each unknown word put right, or "" where nothing said is like it."""
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)"
    )
    put_right = _WORD.sub(lambda m: _nearest(db, m.group()), typed)
    return "" if put_right == typed else put_right


def _nearest(db: Asks, word: str) -> str:
    folded = word.casefold()
    if folded == "or" or _said(db, folded):
        return word
    first = folded[0]
    terms = [
        term
        for (term,) in db.execute(
            "SELECT term FROM temp.vocabulary WHERE term >= ? AND term < ? LIMIT ?",
            [first, chr(ord(first) + 1), AT_MOST],
        )
    ]
    return next(iter(get_close_matches(folded, terms, 1, ALIKE)), word)


def _said(db: Asks, word: str) -> bool:
    """Whether any word that was said begins so."""
    row = db.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", [f'"{word}" *']).fetchone()
    return row is not None
