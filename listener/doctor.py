"""Looks the app over: what works on this computer, what does not, and what to do about it."""

from __future__ import annotations

import platform
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from listener import __version__, charts, councilfile, faultlog, holidays, resources
from listener.clock import utc_now
from listener.errors import Known
from listener.mailhealth import mail_lines
from listener.mention import Heard
from listener.profile import DATABASE, exists
from listener.reading.vader import lexicon
from listener.store import upgrading
from listener.store.reading import Reader
from listener.urgentcards import guide
from listener.worker import Worker
from rules.urgent import missing_contacts


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: ok, a note, or a fault; and in words what was found."""

    what: str
    state: Literal["ok", "note", "fault"]
    says: str


def examine(profile: Path) -> tuple[Finding, ...]:
    """Looks at everything; no check stops another."""
    checks: tuple[tuple[str, Callable[[Path], tuple[Finding, ...]]], ...] = (
        ("this program", _program),
        ("what we ship", _resources),
        ("tone", _tone),
        ("charts", _charts),
        ("the reading process", _worker),
        ("the profile", _profile),
    )
    findings: list[Finding] = []
    for what, check in checks:
        try:
            findings += check(profile)
        except Known as fault:
            findings.append(Finding(what, "fault", fault.sentence()))
        except (OSError, ImportError, LookupError, ValueError, sqlite3.Error) as fault:
            findings.append(Finding(what, "fault", f"cannot be looked at: {fault!r}"))
    return tuple(findings)


def for_it(profile: Path) -> str:
    """All that IT asks for first, as text to be copied: where things lie, and what was found.

    It names sources, as a fault lies with one of them; it holds no word that a resident said.
    """
    lines = [
        "Council Listener, for IT",
        f"profile:  {profile}",
        f"data:     {profile / DATABASE}",
        f"log:      {profile / faultlog.NAME}",
        "",
        *(f"[{f.state}] {f.what}: {f.says}" for f in examine(profile)),
    ]
    return "\n".join(lines) + "\n"


def _program(profile: Path) -> tuple[Finding, ...]:
    frozen = "installed" if getattr(sys, "frozen", False) else "run from source"
    says = (
        f"Council Listener {__version__}, {frozen}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {platform.platform(terse=True)}"
    )
    return (Finding("this program", "ok", says),)


def _resources(profile: Path) -> tuple[Finding, ...]:
    council = councilfile.shipped_council()
    says = f"{len(council.services)} service categories, {len(resources.names('words'))} word lists"
    return (Finding("what we ship", "ok", says),)


def _tone(profile: Path) -> tuple[Finding, ...]:
    return (Finding("tone", "ok", f"VADER's list of {len(lexicon())} words"),)


def _charts(profile: Path) -> tuple[Finding, ...]:
    findings = []
    for name in charts.shipped():
        read = charts.read_chart(resources.text(f"charts/{name}.toml"))
        faults = "; ".join(f"{f.box}: {f.sentence}" for f in read.faults)
        state: Literal["ok", "fault"] = "ok" if read.sound else "fault"
        findings.append(Finding(f"chart {name}", state, faults or "no faults"))
    return tuple(findings)


def _worker(profile: Path) -> tuple[Finding, ...]:
    worker = Worker(councilfile.shipped_council())
    began = time.monotonic()
    try:
        read = worker.read((Heard("", "", "The bins were not collected again."),))
    finally:
        worker.close()
    took = time.monotonic() - began
    says = f"starts and reads in {took:.1f} s: “{read[0][0].tone.label}”"
    return (Finding("the reading process", "ok", says),)


def _profile(profile: Path) -> tuple[Finding, ...]:
    if not exists(profile):
        return (Finding("the profile", "note", f"{profile} is empty: nothing is kept yet"),)
    reader = Reader(profile / DATABASE, utc_now)
    try:
        return (
            _database(reader, profile), _log(profile), *_copies(profile), *_holidays(),
            *_sources(reader), *_council(reader), _duty(reader), *_areas(reader),
            *(Finding(*line) for line in mail_lines(reader)),
        )  # fmt: skip
    finally:
        reader.close()


def _database(reader: Reader, profile: Path) -> Finding:
    sound = reader.sound()
    size = (profile / DATABASE).stat().st_size / 1_000_000
    kept = sum(reader.counts().values())
    says = f"{profile}: {kept} rows in the lists, {size:.1f} MB"
    if sound != "ok":
        return Finding("the database", "fault", f"{says}; damaged: {sound}. Restore a backup.")
    return Finding("the database", "ok", says)


def _log(profile: Path) -> Finding:
    path = profile / faultlog.NAME
    if not path.exists():
        return Finding("the log", "ok", f"{path} is not there: no fault was noted")
    kept = path.stat()
    at = datetime.fromtimestamp(kept.st_mtime, UTC)
    return Finding("the log", "ok", f"{path}, {kept.st_size:,} bytes, last written {at:%Y-%m-%d}")


def _copies(profile: Path) -> tuple[Finding, ...]:
    """What lies there from before an upgrade."""
    found = upgrading.copies(profile / DATABASE)
    if not found:
        return ()
    names = ", ".join(f"{p.name} ({p.stat().st_size / 1_000_000:.1f} MB)" for p in found)
    says = f"{names}; the last {upgrading.KEPT} are kept, `restore FILE` puts one back"
    return (Finding("copies before upgrades", "ok", says),)


def _holidays() -> tuple[Finding, ...]:
    last = max(h.day.year for h in holidays.shipped())
    if utc_now().year < last:
        return ()
    says = (
        f"our list of bank holidays ends with {last}; later ones are worked out by rule. Please "
        "look at them in Settings, Hours and holidays"
    )
    return (Finding("bank holidays", "note", says),)


def _sources(reader: Reader) -> tuple[Finding, ...]:
    lines = reader.sources()
    wrong = [s for s in lines if s.health in ("fault", "stopped")]
    notes = tuple(Finding(f"source {s.name}", "note", s.says) for s in wrong)
    return (Finding("sources", "ok", f"{len(lines) - len(wrong)} of {len(lines)} are well"), *notes)


def _council(reader: Reader) -> tuple[Finding, ...]:
    council = reader.council()
    if council.sample:
        says = f"{council.short} is the sample council; use yours with `council use FILE`"
        return (Finding("the council", "note", says),)
    if not council.contact:
        says = f"{council.short} gives sites no contact address; it is given in Settings, Council"
        return (Finding("the council", "note", says),)
    return (Finding("the council", "ok", council.name),)


def _duty(reader: Reader) -> Finding:
    """Empty duty contacts are a fault: when somebody is in danger it is too late to look."""
    missing = missing_contacts(guide().roles, reader.council().duty)
    if missing:
        says = f"not filled in: {', '.join(missing)}; fill them in (Urgent, Duty contacts)"
        return Finding("duty contacts", "fault", says)
    return Finding("duty contacts", "ok", f"all {len(guide().roles)} are filled in")


def _areas(reader: Reader) -> tuple[Finding, ...]:
    """An area that nobody can be told of is a fault where something waits for it."""
    states = reader.areas()
    ill = [s for s in states if s.health]
    says = f"{len(states) - len(ill)} of {len(states)} areas can be told of anything"
    notes = (
        Finding(f"area {s.contact.area}", "fault" if s.unreached else "note", " ".join(s.health))
        for s in ill
    )
    return (Finding("areas and people", "ok", says), *notes)
