"""The days on which the council is shut: bank holidays as shipped, with the council's changes."""

from __future__ import annotations

from datetime import date
from functools import cache

from listener import resources
from listener.council import Holiday
from listener.errors import NotUnderstood
from listener.settings import Settings, clocks_of
from rules.workclock import Office
from rules.worktime import bank_holidays

FILE = "holidays/england-and-wales.tsv"
WORKED_OUT = "bank holiday, worked out by rule"


@cache
def shipped() -> tuple[Holiday, ...]:
    """Bank holidays of England and Wales as our file has them, in order."""
    found = []
    for line in resources.text(FILE).splitlines():
        if line.strip() and not line.startswith("#"):
            day, _, name = line.partition("\t")
            found.append(Holiday(date.fromisoformat(day), name))
    return tuple(found)


def of_year(year: int) -> tuple[Holiday, ...]:
    """Those of one year: from our file, or worked out where the file does not reach."""
    listed = tuple(h for h in shipped() if h.day.year == year)
    return listed or tuple(Holiday(d, WORKED_OUT) for d in sorted(bank_holidays(year)))


def changes(text: str) -> tuple[frozenset[date], frozenset[date]]:
    """The days that a council added and those that it took out, from the setting `holidays`.

    Written as +2026-06-15 and -2026-12-28 with spaces between. Raises NotUnderstood in words.
    """
    added: set[date] = set()
    out: set[date] = set()
    for word in text.split():
        try:
            day = date.fromisoformat(word[1:])
        except ValueError:
            day = None
        if day is None or word[0] not in "+-":
            raise NotUnderstood(
                f"“{word}” is no change of a holiday; one is +2026-06-15 (shut) or -2026-12-28 "
                "(open). Nothing was changed."
            )
        (added if word[0] == "+" else out).add(day)
    return frozenset(added), frozenset(out)


def holidays(settings: Settings, first: int, last: int) -> tuple[Holiday, ...]:
    """The days off from one year to another (both included), in order, as the council has them."""
    added, out = changes(settings.holidays)
    known = {h.day: h for year in range(first, last + 1) for h in of_year(year)}
    for day in added:
        if first <= day.year <= last:
            known.setdefault(day, Holiday(day, "added by the council"))
    return tuple(known[d] for d in sorted(known) if d not in out)


def days_off(settings: Settings, year: int) -> frozenset[date]:
    """The days off of a year and of the next, for the clocks."""
    return frozenset(h.day for h in holidays(settings, year, year + 1))


def office(settings: Settings, year: int) -> Office:
    """When the council works, with the days off of a year, the one before and the next."""
    days = frozenset(h.day for h in holidays(settings, year - 1, year + 1))
    return Office(clocks_of(settings).hours, days)
