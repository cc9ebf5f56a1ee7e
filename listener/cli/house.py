"""Charts, the council, backups and the doctor: what keeps the house in order."""

from __future__ import annotations

import argparse
from pathlib import Path

from listener import charts
from listener.cli.said import give, say, table
from listener.clock import utc_now
from listener.commands import Backup, ImportAreas, ImportPlaces, UseChart, UseCouncil
from listener.desk import Desk
from listener.doctor import examine
from listener.errors import NotFound, ProfileBusy
from listener.profile import DATABASE, Lock, prepared
from listener.store.backup import restore as put_back
from rules.chartform import mapping_of
from rules.condition import in_words
from rules.flowchart import OUTCOMES, Flowchart


def show_chart(desk: Desk, asked: argparse.Namespace) -> int:
    """The chart in use, question by question."""
    reader = desk.reader()
    name, version = reader.chart()
    reader.close()
    chart = charts.load(name)
    if asked.json:
        give(mapping_of(chart) | {"version": version})
        return 0
    say(f"{chart.name}, version {version or 1}. {chart.credit}")
    for question in chart.questions.values():
        say("")
        say(f"{question.id}: {question.text}")
        say(f"   yes -> {_box(chart, question.yes)}")
        say(f"   no  -> {_box(chart, question.no)}")
        if question.yes_when is not None:
            say(f"   yes when {in_words(question.yes_when)}")
        if question.no_when is not None:
            say(f"   no when {in_words(question.no_when)}")
        asks = question.otherwise == "ask"
        say(f"   otherwise {'ask the officer' if asks else question.otherwise}")
    return 0


def _box(chart: Flowchart, box: str) -> str:
    return f"{OUTCOMES[box]} ({box})" if box in OUTCOMES else chart.questions[box].text


def check_chart(asked: argparse.Namespace) -> int:
    """A chart file's faults with line and box; 1 where there are any."""
    path = Path(asked.file)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise NotFound(f"{path} cannot be read ({fault}).") from fault
    read = charts.read_chart(text)
    if asked.json:
        give(list(read.faults))
    elif not read.faults:
        say(f"{path.name}: no faults.")
    else:
        rows = [
            (str(f.line), f.box, "fault" if f.severe else "note", f.sentence) for f in read.faults
        ]
        table(("line", "box", "", "what"), rows, (5, 14, 5))
    return 1 if read.faults else 0


def use_chart(desk: Desk, asked: argparse.Namespace) -> int:
    """Another chart; the undecided are walked again."""
    walked = desk.ask(UseChart(asked.name)).result()
    _done(asked, f"The chart is now {asked.name}; {walked} undecided mentions were walked again.")
    return 0


def use_council(desk: Desk, asked: argparse.Namespace) -> int:
    """A real council in the sample's place."""
    name = desk.ask(UseCouncil(Path(asked.file))).result()
    _done(asked, f"This profile is now {name}.")
    return 0


def import_places(desk: Desk, asked: argparse.Namespace) -> int:
    """The council's places."""
    places = desk.ask(ImportPlaces(Path(asked.file))).result()
    _done(asked, f"{places} places.")
    return 0


def import_areas(desk: Desk, asked: argparse.Namespace) -> int:
    """The council's services."""
    services = desk.ask(ImportAreas(Path(asked.file))).result()
    _done(asked, f"{services} service categories.")
    return 0


def backup(desk: Desk, asked: argparse.Namespace) -> int:
    """A whole copy."""
    path = desk.ask(Backup(Path(asked.file))).result()
    _done(asked, f"A whole copy lies in {path}.")
    return 0


def restore(folder: Path, asked: argparse.Namespace) -> int:
    """A backup in the database's place; the old one is kept aside."""
    lock = Lock(prepared(folder))
    try:
        lock.take("a restore")
    except ProfileBusy as fault:
        raise ProfileBusy(f"Nothing was restored: {fault.sentence()} holds the profile.") from fault
    try:
        aside = put_back(Path(asked.file), folder / DATABASE, utc_now())
    finally:
        lock.release()
    kept = f" What was there before is kept in {aside}." if aside else ""
    _done(asked, f"Restored from {asked.file}.{kept}")
    return 0


def doctor(folder: Path, asked: argparse.Namespace) -> int:
    """Looks everything over; 1 where a fault was found."""
    findings = examine(folder)
    if asked.json:
        give(list(findings))
    else:
        table(("what", "", "found"), [(f.what, f.state, f.says) for f in findings], (24, 5))
    return 1 if any(f.state == "fault" for f in findings) else 0


def _done(asked: argparse.Namespace, said: str) -> None:
    if asked.json:
        give({"done": said})
    else:
        say(said)
