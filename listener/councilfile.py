"""Reads a council from its TOML file, and its places and services from tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from listener import resources
from listener.council import Consultation, Council, FalseClaim, Member, NamedPlace, Service
from listener.errors import NotFound, NotUnderstood
from listener.reading.table import services_table

KINDS = ("road", "place", "ward", "junction", "postcode")
WORDS = ("handles", "hashtags", "own_accounts", "staff_words", "neighbours", "parties")
KNOWN = frozenset(
    ("name", "short", "tier", "site", "contact", "sample", "members", "places", "consultations",
     "false_claims", "pre_election_from", "pre_election_to", *WORDS)
)  # fmt: skip
PLACE_COLUMNS = {
    "name": ("name", "place", "street", "road", "name1"),
    "kind": ("kind", "type", "local_type"),
    "nicknames": ("nicknames", "nickname", "also", "aliases"),
    "ward": ("ward", "area", "town"),
}


def read(text: str) -> Council:
    """A council from TOML. Raises NotUnderstood, naming the line or the entry that is wrong."""
    try:
        given: dict[str, Any] = tomlkit.parse(text).unwrap()
    except (TOMLKitError, ValueError, RecursionError) as fault:
        raise NotUnderstood(f"The council's file is not TOML: {fault}. Nothing was changed.") from fault
    unknown = sorted(set(given) - KNOWN)
    if unknown:
        raise NotUnderstood(
            f"The council's file says “{unknown[0]}”, which means nothing here. It may say: "
            f"{', '.join(sorted(KNOWN))}. Nothing was changed."
        )
    words: dict[str, Any] = {name: _texts(given, name) for name in WORDS}
    return Council(
        name=_text(given, "name", needed=True),
        short=_text(given, "short") or _text(given, "name", needed=True),
        tier=_text(given, "tier") or "unitary",
        site=_text(given, "site"),
        contact=_text(given, "contact"),
        sample=bool(given.get("sample", False)),
        members=tuple(_member(m) for m in _tables(given, "members")),
        places=tuple(_place(p) for p in _tables(given, "places")),
        consultations=tuple(_consultation(c) for c in _tables(given, "consultations")),
        false_claims=tuple(_claim(c) for c in _tables(given, "false_claims")),
        pre_election=_period(given),
        **words,
    )


@cache
def shipped_council() -> Council:
    """Brackenford, the sample, with the services that come with the app."""
    return replace(
        read(resources.text("sample/council.toml")),
        services=services_table(resources.text("services/services.tsv")),
    )


def read_places(path: Path) -> tuple[NamedPlace, ...]:
    """Places from a CSV or TSV with a heading: name, kind, nicknames (with | between), ward."""
    rows = _rows(path)
    column = {want: _named(rows[0], names) for want, names in PLACE_COLUMNS.items()}
    if column["name"] is None:
        raise NotUnderstood(f"{path.name} has no column “name”. Nothing was changed.")
    places = []
    for row in rows:
        name = _cell(row, column["name"])
        if name:
            kind = _cell(row, column["kind"]).lower()
            nicknames = tuple(n.strip() for n in _cell(row, column["nicknames"]).split("|"))
            places.append(
                NamedPlace(
                    name,
                    next((k for k in KINDS if k in kind), "road" if "street" in kind else "place"),
                    tuple(filter(None, nicknames)),
                    _cell(row, column["ward"]),
                )
            )
    if not places:
        raise NotUnderstood(f"{path.name} names no places. Nothing was changed.")
    return tuple(places)


def read_areas(path: Path) -> tuple[Service, ...]:
    """Services from a table with the columns service_area, category, tier and typical_phrases."""
    services = services_table(_file(path))
    if not services:
        raise NotUnderstood(
            f"{path.name} holds no services; it needs the columns service_area, category, tier "
            "and typical_phrases. Nothing was changed."
        )
    return services


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise NotFound(f"{path} cannot be read ({fault}). Nothing was changed.") from fault


def _rows(path: Path) -> list[dict[str, str]]:
    text = _file(path)
    heading = text.partition("\n")[0]
    separator = max("\t;,", key=heading.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=separator, strict=False))
    except csv.Error as fault:
        raise NotUnderstood(f"{path.name} is no table ({fault}). Nothing was changed.") from fault
    if not rows:
        raise NotUnderstood(f"{path.name} has no rows. Nothing was changed.")
    return [{str(k).strip().lower(): str(v or "") for k, v in r.items()} for r in rows]


def _named(row: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((n for n in names if n in row), None)


def _cell(row: Mapping[str, str], column: str | None) -> str:
    return row.get(column, "").strip() if column else ""


def _text(given: Mapping[str, Any], key: str, needed: bool = False) -> str:
    value = given.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise NotUnderstood(f"“{key}” must be some text. Nothing was changed.")
    return value.strip()


def _texts(given: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = given.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise NotUnderstood(f"“{key}” must be a list of texts. Nothing was changed.")
    return tuple(str(v).strip() for v in value if v.strip())


def _tables(given: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = given.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
        raise NotUnderstood(f"“{key}” must be given as [[{key}]] tables. Nothing was changed.")
    return value


def _member(given: Mapping[str, Any]) -> Member:
    return Member(_text(given, "name", True), _texts(given, "handles"), _text(given, "party"))


def _place(given: Mapping[str, Any]) -> NamedPlace:
    kind = _text(given, "kind") or "place"
    if kind not in KINDS:
        raise NotUnderstood(f"The place {given.get('name')} is a “{kind}”; it may be: {', '.join(KINDS)}.")
    return NamedPlace(
        _text(given, "name", True), kind, _texts(given, "nicknames"), _text(given, "ward")
    )


def _consultation(given: Mapping[str, Any]) -> Consultation:
    return Consultation(
        _text(given, "name", True),
        _texts(given, "words"),
        _day(given, "opens"),
        _day(given, "closes"),
    )


def _claim(given: Mapping[str, Any]) -> FalseClaim:
    return FalseClaim(
        _text(given, "claim", True),
        _texts(given, "words"),
        _text(given, "answer"),
        _text(given, "link"),
        _text(given, "owner"),
        _day(given, "review"),
    )


def _period(given: Mapping[str, Any]) -> tuple[date, date] | None:
    first, last = _day(given, "pre_election_from"), _day(given, "pre_election_to")
    return (first, last) if first and last else None


def _day(given: Mapping[str, Any], key: str) -> date | None:
    value = given.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as fault:
        raise NotUnderstood(f"“{key}” must be a date such as 2026-11-24.") from fault
