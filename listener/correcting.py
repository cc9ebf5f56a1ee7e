"""Understands what an officer corrects: which part, and to what of the things that are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from listener.council import Council
from listener.errors import NotUnderstood
from listener.mention import CHOICES, Correction, What

LONGEST = 100  # characters of a place that is on no list


def correction_of(what: str, value: str, by: str, council: Council) -> Correction:
    """The correction that is meant. Raises NotUnderstood with what is known."""
    wanted = " ".join(value.split())
    if what not in get_args(What):
        raise NotUnderstood(_unknown("part of a reading", what, get_args(What)))
    part = cast(What, what)
    if part == "service":
        return _service(wanted, by, council)
    if part == "place":
        return _place(wanted, by, council)
    for known, words in CHOICES[part].items():
        if wanted.casefold() in (known, words):
            return Correction(part, known, by)
    raise NotUnderstood(_unknown(part, wanted, CHOICES[part]))


def _service(wanted: str, by: str, council: Council) -> Correction:
    for service in council.services:
        if service.category.casefold() == wanted.casefold():
            return Correction("service", service.category, by, service.area, service.ours)
    known = dict.fromkeys(s.category for s in council.services)
    raise NotUnderstood(_unknown("service", wanted, known))


def _place(wanted: str, by: str, council: Council) -> Correction:
    """A place of the council's by its name or nickname, or whatever place is named."""
    if not wanted or len(wanted) > LONGEST:
        raise NotUnderstood(
            f"A place is a name of at most {LONGEST} characters. Nothing was changed."
        )
    for place in council.places:
        if wanted.casefold() in (n.casefold() for n in (place.name, *place.nicknames)):
            return Correction("place", place.name, by, place.kind)
    return Correction("place", wanted, by, "place")


def _unknown(what: str, value: str, known: Iterable[str]) -> str:
    return f"There is no {what} {value}. There are: {', '.join(known)}. Nothing was changed."
