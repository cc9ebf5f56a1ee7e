"""The search box: words, "phrases", -words, OR, and fields such as source: or area:."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_PART = re.compile(r'(?P<not>-)?(?:(?P<field>[a-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>\S+))')

FIELDS = {
    "source": "s.name LIKE ? ESCAPE '\\'",
    "area": "t.area LIKE ? ESCAPE '\\'",
    "category": "t.category LIKE ? ESCAPE '\\'",
    "place": "t.places LIKE ? ESCAPE '\\'",
}
IS = {
    "urgent": "t.grade IN ('person', 'hazard')",
    "starred": "t.starred",
    "done": "t.status = 'done'",
    "open": "t.status = 'open'",
    "snoozed": "t.status = 'snoozed'",
    "unsure": "t.asks IS NOT NULL",
    "held": "t.mention IN (SELECT mention FROM hold WHERE ended IS NULL)",
}


@dataclass
class Sought:
    """What a search means: conditions in SQL with their values; nothing typed ever reaches SQL."""

    where: list[str] = field(default_factory=list)
    given: list[object] = field(default_factory=list)

    @property
    def sql(self) -> str:
        """The conditions, joined."""
        return " AND ".join(self.where) or "1"


def sought(typed: str) -> Sought:
    """Reads what was typed; whatever cannot be read as more is searched as plain words."""
    found = Sought()
    wanted: list[str] = []
    unwanted: list[str] = []
    either = False
    for part in _PART.finditer(typed):
        text = part.group("phrase") if part.group("phrase") is not None else part.group("word")
        if text == "OR" and not part.group("field"):
            either = bool(wanted)
            continue
        if part.group("field") and _fielded(found, part.group("field"), text, bool(part["not"])):
            continue
        term = _term(part.group(0).lstrip("-") if part.group("field") else text)
        if not term:
            continue
        if part.group("not"):
            unwanted.append(term)
        elif either:
            wanted[-1] = f"{wanted[-1]} OR {term}"
            either = False
        else:
            wanted.append(term)
    _matched(found, wanted, unwanted)
    return found


def _term(text: str) -> str:
    """One term in FTS5's own quoting; a word also matches what begins with it."""
    if not any(c.isalnum() for c in text):
        return ""
    calm = text.encode("utf-8", "replace").decode()
    quoted = '"' + calm.replace('"', " ").replace("\x00", " ") + '"'
    return quoted if " " in text else quoted + " *"


def _fielded(found: Sought, name: str, text: str, negated: bool) -> bool:
    condition = IS.get(text.lower()) if name == "is" else FIELDS.get(name)
    if condition is None:
        return False
    found.where.append(f"NOT ({condition})" if negated else condition)
    if name != "is":
        calm = re.sub(r"([%_\\])", r"\\\1", text.encode("utf-8", "replace").decode())
        found.given.append(f"%{calm}%")
    return True


def _matched(found: Sought, wanted: list[str], unwanted: list[str]) -> None:
    """A row is found where it says the words itself, or where a mention that it speaks for does."""
    without = " OR ".join(unwanted)
    if wanted:
        words = " AND ".join(f"({w})" for w in wanted)
        found.where.append(
            "t.mention IN (SELECT o.lead FROM triage o WHERE o.mention IN "
            "(SELECT rowid FROM words WHERE words MATCH ?))"
        )
        found.given.append(f"({words}) NOT ({without})" if without else words)
    elif without:
        found.where.append("t.mention NOT IN (SELECT rowid FROM words WHERE words MATCH ?)")
        found.given.append(without)
