"""Reads and writes the chart files: TOML, comments kept, faults with their line and box."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.items import Item

from listener import resources
from listener.errors import NotFound
from rules.chartform import ChartFault, chart_of, mapping_of
from rules.check import check
from rules.flowchart import Flowchart


@dataclass(frozen=True, slots=True)
class ChartProblem:
    """A fault of a chart file: its line (from 1; 0 where unknown), its box, and what is wrong."""

    line: int
    box: str
    sentence: str
    severe: bool


@dataclass(frozen=True, slots=True)
class ChartRead:
    """A chart file as read; chart is None where it cannot be built."""

    chart: Flowchart | None
    faults: tuple[ChartProblem, ...]

    @property
    def sound(self) -> bool:
        """True where a mention can be walked through it."""
        return self.chart is not None and not any(f.severe for f in self.faults)


def shipped() -> tuple[str, ...]:
    """The names of the charts that come with the app."""
    found = [n.removesuffix(".toml") for n in resources.names("charts") if n.endswith(".toml")]
    return tuple(sorted(found))


@cache
def load(name: str) -> Flowchart:
    """A shipped chart. Raises NotFound for a name that we do not ship."""
    if name not in shipped():
        raise NotFound(f"There is no chart {name}. There are: {', '.join(shipped())}.")
    return chart_of(tomlkit.parse(resources.text(f"charts/{name}.toml")).unwrap())


def read_chart(text: str) -> ChartRead:
    """Reads a chart file; every fault comes back with its line and box, none is raised."""
    text = text.removeprefix("\ufeff")  # Windows editors put one there
    try:
        mapping = tomlkit.parse(text).unwrap()
    except ParseError as fault:
        return ChartRead(None, (ChartProblem(fault.line, "", f"is not TOML: {fault}", True),))
    except (TOMLKitError, RecursionError, ValueError) as fault:
        return ChartRead(None, (ChartProblem(0, "", f"is not TOML: {fault}", True),))
    try:
        chart = chart_of(mapping)
    except ChartFault as fault:
        line = _line(text, fault.box)
        return ChartRead(None, (ChartProblem(line, fault.box, fault.sentence, True),))
    faults = tuple(
        ChartProblem(_line(text, p.box), p.box, p.sentence, p.severe) for p in check(chart)
    )
    return ChartRead(chart, faults)


def _line(text: str, box: str) -> int:
    """The line on which a box begins, or 0."""
    if not box:
        return 0
    heading = re.compile(rf"^\s*\[\s*question\s*\.\s*[\"']?{re.escape(box)}[\"']?\s*[\].]", re.M)
    found = heading.search(text)
    return text.count("\n", 0, found.start()) + 1 + found.group(0).count("\n") if found else 0


def write_chart(chart: Flowchart, text: str | None = None) -> str:
    """The chart as TOML. Given the text it was read from, comments and order there are kept."""
    wanted = mapping_of(chart)
    document = tomlkit.parse(text) if text is not None else tomlkit.document()
    _bring(document, wanted)
    return tomlkit.dumps(document)


def _bring(table: Any, wanted: Mapping[str, Any]) -> None:
    """Makes a table say what is wanted, touching only what differs."""
    for key in [k for k in table if k not in wanted]:
        del table[key]
    for key, value in wanted.items():
        have = table.get(key)
        if isinstance(value, Mapping) and isinstance(have, Mapping) and key in _NESTED:
            _bring(have, value)
        elif key in _NESTED and isinstance(value, Mapping):
            table[key] = _table(value)
        elif isinstance(have, Mapping) and isinstance(value, Mapping) and _is_box(value):
            _bring(have, value)
        elif (have.unwrap() if isinstance(have, Item) else have) != value:
            table[key] = _table(value) if _is_box(value) else _inline(value)


_NESTED = frozenset({"question", "words"})


def _is_box(value: Any) -> bool:
    return isinstance(value, Mapping) and {"text", "yes", "no"} <= set(value)


def _table(value: Mapping[str, Any]) -> Any:
    table = tomlkit.table(is_super_table=not _is_box(value) and all(map(_is_box, value.values())))
    for key, inner in value.items():
        table[key] = _table(inner) if _is_box(inner) else _inline(inner)
    return table


def _inline(value: Any) -> Any:
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update({k: _inline(v) for k, v in value.items()})
        return inline
    if isinstance(value, list):
        array = tomlkit.array()
        array.extend([_inline(v) for v in value])
        return array
    return value
