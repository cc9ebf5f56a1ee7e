"""Reads the services table: areas, categories, who does it, and the phrases residents use."""

from __future__ import annotations

import csv
import io

from listener.council import Service


def services_table(text: str) -> tuple[Service, ...]:
    """The services of a tab- or comma-separated table; rows without area or category left out."""
    heading = text.partition("\n")[0]
    tabs = heading.count("\t") >= heading.count(",")
    rows = csv.DictReader(
        io.StringIO(text),
        delimiter="\t" if tabs else ",",
        quoting=csv.QUOTE_NONE if tabs else csv.QUOTE_MINIMAL,
    )
    services = []
    for row in rows:
        area, category = _cell(row, "service_area"), _cell(row, "category")
        if area and category:
            services.append(
                Service(
                    area=area,
                    category=category,
                    tier=_cell(row, "tier") or "all",
                    phrases=_phrases(row, "typical_phrases"),
                    flag=_cell(row, "default_flag") or "normal",
                    note=_cell(row, "note"),
                    not_phrases=_phrases(row, "not_phrases"),
                    lgsl_id=_cell(row, "lgsl_id"),
                )
            )
    return tuple(services)


def _cell(row: dict[str, str], name: str) -> str:
    return (row.get(name) or "").strip()


def _phrases(row: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in _cell(row, name).split("|") if p.strip())
