"""Reads a council from its TOML file; its tables are read by listener.counciltables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from listener import resources
from listener.contactfile import contact_fault, tidy
from listener.council import Consultation, Council, FalseClaim, Member, NamedPlace
from listener.counciltables import KINDS, read_areas, read_places
from listener.errors import NotUnderstood
from listener.handoff import AreaContact
from listener.reading.table import services_table
from listener.urgentcards import guide
from rules.urgent import ApprovedReply, Duty, hours_fault

__all__ = ["read", "read_areas", "read_places", "shipped_council"]

T = TypeVar("T")

WORDS = ("handles", "hashtags", "own_accounts", "staff_words", "neighbours", "parties")
KNOWN: Mapping[str, tuple[str, ...]] = {
    "": ("name", "short", "tier", "site", "contact", "sample", "members", "places",
         "consultations", "false_claims", "pre_election_from", "pre_election_to", "duty",
         "approved_replies", "areas", *WORDS),
    "members": ("name", "handles", "party"),
    "places": ("name", "kind", "nicknames", "ward"),
    "consultations": ("name", "words", "opens", "closes"),
    "false_claims": ("claim", "words", "answer", "link", "owner", "review"),
    "duty": ("role", "name", "phone", "hours", "out_of_hours"),
    "approved_replies": ("type", "text", "by", "on"),
    "areas": ("area", "addresses", "name", "deputy", "hours", "out_of_hours", "phone", "link",
              "digest_times", "at_once", "answer_within", "sensitive", "body"),
}  # fmt: skip


def read(text: str) -> Council:
    """A council from TOML. Raises NotUnderstood, naming the line and the key that is wrong."""
    whole = _whole(text)
    name = whole.text("name", needed=True)
    words: dict[str, Any] = {key: whole.texts(key) for key in WORDS}
    return Council(
        name=name,
        short=whole.text("short") or name,
        tier=whole.text("tier") or "unitary",
        site=whole.text("site"),
        contact=whole.text("contact"),
        sample=whole.yes("sample"),
        members=tuple(whole.each("members", _member)),
        places=tuple(whole.each("places", _place)),
        consultations=tuple(whole.each("consultations", _consultation)),
        false_claims=tuple(whole.each("false_claims", _claim)),
        pre_election=_period(whole),
        duty=tuple(whole.each("duty", _duty)),
        approved_replies=tuple(whole.each("approved_replies", _reply)),
        **words,
    )


def read_contacts(text: str) -> tuple[AreaContact, ...]:
    """Who is told of each area, as the file's [[areas]] say. Raises NotUnderstood."""
    return tuple(_whole(text).each("areas", _contact))


@cache
def shipped_contacts() -> tuple[AreaContact, ...]:
    """Those of Brackenford, the sample: addresses that no mail can reach."""
    return read_contacts(resources.text("sample/council.toml"))


def _whole(text: str) -> _Entry:
    try:
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        raise NotUnderstood(
            f"The council's file is not TOML: {fault}. Nothing was changed."
        ) from fault
    return _Entry(given, "", text)


@cache
def shipped_council() -> Council:
    """Brackenford, the sample, with the services that come with the app."""
    return replace(
        read(resources.text("sample/council.toml")),
        services=services_table(resources.text("services/services.tsv")),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table of the file: it knows its place, so that a fault can name line and key."""

    given: Mapping[str, Any]
    table: str  # "" is the file itself
    source: str
    number: int = 0

    def __post_init__(self) -> None:
        strange = sorted(set(self.given) - set(KNOWN[self.table]))
        if strange:
            may = ", ".join(sorted(KNOWN[self.table]))
            raise self.wrong(strange[0], f"means nothing here; it may be: {may}")

    def wrong(self, key: str, why: str) -> NotUnderstood:
        where = f" of [[{self.table}]] number {self.number + 1}" if self.table else ""
        said = f"line {self._line(key)}: “{key}”{where} {why}"
        return NotUnderstood(f"The council's file, {said}. Nothing was changed.")

    def _line(self, key: str) -> int:
        """The line of a key, or of the table where the key is missing; from 1."""
        lines = self.source.split("\n")
        begin, end = 0, len(lines)
        if self.table:
            heads = [
                n for n, ln in enumerate(lines) if re.match(rf"\s*\[\[\s*{self.table}\s*\]\]", ln)
            ]
            begin = heads[self.number] if self.number < len(heads) else 0
        mine = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=\]]""")
        return next((n for n in range(begin, end) if mine.match(lines[n])), begin) + 1

    def text(self, key: str, needed: bool = False) -> str:
        value = self.given.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(key, "must be some text in quotation marks")
        if needed and not value.strip():
            raise self.wrong(key, "is missing")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.given.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(key, 'must be a list of texts, such as ["one", "two"]')
        return tuple(str(v).strip() for v in value if v.strip())

    def whole(self, key: str, default: int) -> int:
        value = self.given.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "must be a whole number")
        return value

    def yes(self, key: str) -> bool:
        value = self.given.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "must be true or false")
        return value

    def day(self, key: str) -> date | None:
        value = self.given.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, date):  # a datetime is one too
            return value.date() if isinstance(value, datetime) else value
        try:
            return date.fromisoformat(str(value))
        except ValueError as fault:
            raise self.wrong(key, "must be a date such as 2026-11-24") from fault

    def each(self, key: str, made: Callable[[_Entry], T]) -> Iterator[T]:
        value = self.given.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, Mapping) for v in value):
            raise self.wrong(key, f"must be given as [[{key}]] tables")
        for number, entry in enumerate(value):
            yield made(_Entry(entry, key, self.source, number))


def _member(given: _Entry) -> Member:
    return Member(given.text("name", True), given.texts("handles"), given.text("party"))


def _place(given: _Entry) -> NamedPlace:
    kind = given.text("kind") or "place"
    if kind not in KINDS:
        raise given.wrong("kind", f"is “{kind}”; it may be: {', '.join(KINDS)}")
    return NamedPlace(given.text("name", True), kind, given.texts("nicknames"), given.text("ward"))


def _consultation(given: _Entry) -> Consultation:
    opens, closes = given.day("opens"), given.day("closes")
    if opens and closes and closes < opens:
        raise given.wrong("closes", "lies before the day on which it opens")
    return Consultation(given.text("name", True), given.texts("words"), opens, closes)


def _claim(given: _Entry) -> FalseClaim:
    return FalseClaim(
        given.text("claim", True),
        given.texts("words"),
        given.text("answer"),
        given.text("link"),
        given.text("owner"),
        given.day("review"),
    )


def _duty(given: _Entry) -> Duty:
    role, known = given.text("role", True), [r.id for r in guide().roles]
    if role not in known:
        raise given.wrong("role", f"is “{role}”; it may be: {', '.join(known)}")
    hours = given.text("hours")
    if fault := hours_fault(hours):
        raise given.wrong("hours", f"cannot be read: {fault}")
    return Duty(role, given.text("name"), given.text("phone"), hours, given.text("out_of_hours"))


def _contact(given: _Entry) -> AreaContact:
    body, usual = given.text("body") or "ours", AreaContact("")
    if body not in ("ours", "other"):
        raise given.wrong("body", f"is “{body}”; it may be: ours, other")
    made = AreaContact(
        given.text("area", True),
        addresses=given.texts("addresses"),
        name=given.text("name"),
        deputy=given.text("deputy"),
        hours=given.text("hours"),
        out_of_hours=given.text("out_of_hours"),
        phone=given.text("phone"),
        link=given.text("link"),
        digest_times=given.texts("digest_times") or usual.digest_times,
        at_once=given.texts("at_once") or usual.at_once,
        answer_within=given.whole("answer_within", usual.answer_within),
        sensitive=given.yes("sensitive"),
        body="other" if body == "other" else "ours",
    )
    if fault := contact_fault(made):
        raise given.wrong("area", f"({made.area}) cannot be taken: {fault.removesuffix('.')}")
    return tidy(made)


def _reply(given: _Entry) -> ApprovedReply:
    name, known = given.text("type", True), [c.type for c in guide().cards if c.reply == "offered"]
    if name not in known:
        raise given.wrong("type", f"is “{name}”; it may be: {', '.join(known)}")
    text, by = given.text("text", True), given.text("by", True)
    return ApprovedReply(name, text, by, given.day("on"))


def _period(given: _Entry) -> tuple[date, date] | None:
    first, last = given.day("pre_election_from"), given.day("pre_election_to")
    if first is None and last is None:
        return None
    if first is None or last is None:
        missing = "pre_election_to" if first else "pre_election_from"
        raise given.wrong(missing, "is missing: the period has a first and a last day")
    if last < first:
        raise given.wrong("pre_election_to", "lies before the first day of the period")
    return first, last
