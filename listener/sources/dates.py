"""Reads the dates that sources write, as a person in Britain would; says where it cannot."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from listener.clock import LONDON

UNREAD = "cannot be read"  # how the reason ends where the form is unknown to us
AHEAD = timedelta(minutes=10)  # clocks differ a little; more than this is the future

_NAMES = (  # English, Welsh, Irish, French, German, Italian, Spanish, Polish, by their beginnings
    ("jan", "ion", "ean", "sty", "gen", "ene"), ("feb", "chwe", "feabh", "lut", "fév", "fev"),
    ("mar", "maw", "már", "mär"), ("apr", "ebr", "aib", "kwi", "avr", "abr"),
    ("may", "mai", "beal", "maj", "mag"), ("jun", "meh", "mei", "cze", "juin", "giu"),
    ("jul", "gor", "iúil", "lip", "juil", "lug"), ("aug", "awst", "lún", "sie", "aoû", "ago"),
    ("sep", "medi", "meán", "wrz", "set"), ("oct", "hyd", "dei", "paź", "okt", "ott"),
    ("nov", "tach", "samh", "lis"), ("dec", "rha", "nol", "gru", "déc", "dez", "dic"),
)  # fmt: skip


@lru_cache(maxsize=256)
def _month(name: str) -> int:
    """The number of a month by its name, or 0."""
    said = name.lower()
    found = (n for n, names in enumerate(_NAMES, 1) if said.startswith(names))
    return next(found, 0)


ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "ut": 0, "wet": 0, "bst": 60, "ist": 60, "west": 60, "cet": 60,
    "cest": 120, "eet": 120, "eest": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "aest": 600, "aedt": 660, "nzst": 720,
    "nzdt": 780, "jst": 540,
}  # fmt: skip
"""Minutes east. BST and IST are British Summer and Irish Standard Time here: our sources are."""

_TIME = r"(?P<h>\d{1,2})[:.](?P<mi>\d{2})(?:[:.](?P<s>\d{2})(?:[.,]\d+)?)?\s*(?P<ap>[ap]\.?m\.?)?"
_ZONE = r"(?P<z>Z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d)|[A-Za-z]{2,5}|Europe/London)?"
_ISO = re.compile(
    rf"^(?P<y>\d{{4}})-?(?P<mo>\d{{2}})-?(?P<d>\d{{2}})(?:[T\s,]+{_TIME}\s*{_ZONE})?$", re.I
)
_WORDS = re.compile(
    rf"^(?:[^\W\d]{{2,12}}\.?,?\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?"
    rf"(?P<mon>[A-Za-z]{{3,9}})\.?,?[\s-]+(?P<y>\d{{4}}|\d{{2}})"
    rf"(?:[\sT,]+(?:at\s+)?{_TIME}\s*{_ZONE})?$",
    re.I,
)
_MONTH_FIRST = re.compile(
    rf"^(?:[^\W\d]{{2,12}}\.?,?\s+)?(?P<mon>[A-Za-z]{{3,9}})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"\s+(?P<y>\d{{4}})(?:[\s,]+(?:at\s+)?{_TIME}\s*{_ZONE})?$",
    re.I,
)
_ASCTIME = re.compile(
    rf"^[A-Za-z]{{3}}\s+(?P<mon>[A-Za-z]{{3}})\s+(?P<d>\d{{1,2}})\s+{_TIME}\s+(?:{_ZONE}\s+)?(?P<y>\d{{4}})$",
    re.I,
)
_SLASHES = re.compile(
    rf"^(?P<d>\d{{1,2}})[/.](?P<mo>\d{{1,2}})[/.](?P<y>\d{{4}}|\d{{2}})(?:[\sT,]+{_TIME}\s*{_ZONE})?$",
    re.I,
)
_FORMS = (_ISO, _WORDS, _SLASHES, _MONTH_FIRST, _ASCTIME)
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")


def read_date(raw: str, now: datetime) -> tuple[datetime | None, str]:
    """A date in UTC, and in words what is doubtful about it.

    (None, why) where it is missing, impossible or in the future. Day before month; an explicit
    offset wins; no zone is Europe/London; in October's repeated hour the first is taken and said.
    """
    text = " ".join(raw.replace("\u202f", " ").split())[:80]
    if not text:
        return None, "the source gives no date"
    if _EPOCH.match(text):
        return judged(datetime.fromtimestamp(int(text[:10]), UTC), "", now)
    for form in _FORMS:
        found = form.match(text)
        if found:
            return _built(found, text, now)
    return None, f"the date “{text}” {UNREAD}"


def _built(found: re.Match[str], text: str, now: datetime) -> tuple[datetime | None, str]:
    parts = found.groupdict()
    month = int(parts["mo"]) if parts.get("mo") else _month(parts["mon"] or "")
    year = int(parts["y"])
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    hour, minute = int(parts.get("h") or 0), int(parts.get("mi") or 0)
    second = min(int(parts.get("s") or 0), 59 if parts.get("s") == "60" else 99)  # a leap second
    half = (parts.get("ap") or "").replace(".", "").lower()
    if half and hour > 12:
        return None, f"the date “{text}” is impossible"
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    next_day = hour == 24 and minute == 0
    try:
        wall = datetime(  # noqa: DTZ001 - the zone is put on below
            year, month, int(parts["d"]), 0 if next_day else hour, minute, second
        )
    except ValueError:
        return None, f"the date “{text}” is impossible"
    zone = parts.get("z")
    return _zoned(wall + timedelta(days=next_day), zone, text, now)


def _zoned(
    wall: datetime, zone: str | None, text: str, now: datetime
) -> tuple[datetime | None, str]:
    if zone and zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
        if hours > 14 or minutes > 59:
            return None, f"the date “{text}” is impossible"
        east = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
        return judged(wall.replace(tzinfo=timezone(east)), "", now)
    if zone and zone.lower() in ZONES:
        east = timedelta(minutes=ZONES[zone.lower()])
        return judged(wall.replace(tzinfo=timezone(east)), "", now)
    fault = ""
    local = wall.replace(tzinfo=LONDON)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        fault = "the clocks went back in that hour; the first of the two is taken"
    if zone and zone.lower() != "europe/london":
        fault = f"the zone “{zone}” is not known; London time is taken"
    return judged(local, fault, now)


def judged(found: datetime, fault: str, now: datetime) -> tuple[datetime | None, str]:
    """The date in UTC, unless it lies before the web or after now."""
    try:
        at = found.astimezone(UTC)
    except OverflowError:
        return None, "the date is impossible"
    if at > now + AHEAD:
        return None, f"the date {at:%d %b %Y} lies in the future"
    if at.year < 1990:
        return None, f"the date {at:%d %b %Y} is before the web"
    return min(at, now), fault
