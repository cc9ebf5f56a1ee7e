"""Runs one command: opens what it needs, says what came of it, and ends with the right number."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from listener import faultlog, profile
from listener.cli import answers, areas, digests, house, moving, outbox, sources, spikes, triage
from listener.cli.arguments import parsed
from listener.cli.said import calm_streams, tell
from listener.desk import Desk
from listener.errors import Bug, Known, ProfileBusy

Verb = Callable[[Desk, argparse.Namespace], int]

LOOKING: dict[tuple[str, str], Verb] = {
    ("sources", "list"): sources.list_all,
    ("sources", "export"): sources.take_out,
    ("queue", ""): triage.queue,
    ("chart", "show"): house.show_chart,
    ("outbox", ""): outbox.outbox,
    ("spikes", ""): spikes.spikes,
    ("areas", "list"): areas.list_areas,
    ("works", "list"): areas.list_works,
    ("responses", ""): answers.listed,
}
WRITING: dict[tuple[str, str], Verb] = {
    ("sources", "add"): sources.add,
    ("sources", "check"): sources.check,
    ("sources", "remove"): sources.remove,
    ("sources", "import"): sources.bring_in,
    ("poll", ""): sources.poll,
    ("import", ""): moving.bring_in,
    ("decide", ""): triage.decide,
    ("answer", ""): triage.answer,
    ("correct", ""): triage.correct,
    ("undo", ""): triage.undo,
    ("responses", "read"): answers.read,
    ("chart", "use"): house.use_chart,
    ("council", "use"): house.use_council,
    ("places", "import"): house.import_places,
    ("areas", "import"): house.import_areas,
    ("backup", ""): house.backup,
    ("areas", "contacts"): areas.bring_contacts,
    ("areas", "export"): areas.take_contacts,
    ("works", "import"): areas.bring_works,
    ("outbox", "send"): outbox.post,
}


def run(given: Sequence[str]) -> int:
    """Runs a command. 0: it ran; 1: nothing could be done, or a fault was found; 2: usage."""
    calm_streams()
    try:
        asked = parsed(given)
    except SystemExit as end:
        return int(end.code or 0)
    folder = profile.folder(asked.profile)
    try:
        return _run(asked, folder)
    except Known as fault:
        tell(fault.sentence())
        return 1
    except Bug as fault:
        more = f"What was kept is safe; {folder / faultlog.NAME} says more."
        tell(f"Something of ours went wrong ({fault}). {more}")
        return 1
    except KeyboardInterrupt:
        tell("Stopped. What was kept is safe.")
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _run(asked: argparse.Namespace, folder: Path) -> int:
    what = (asked.command, getattr(asked, "verb", "") or "")
    if what == ("chart", "check"):
        return house.check_chart(asked)
    if what == ("doctor", ""):
        return house.doctor(folder, asked)
    if what == ("restore", ""):
        return house.restore(folder, asked)
    if what == ("explain", ""):
        return (
            triage.explain_text(asked)
            if asked.text is not None
            else _looking(folder, asked, triage.explain)
        )
    if what == ("digest", ""):
        return (_writing if asked.send else _looking)(folder, asked, digests.digest)
    if what == ("export", ""):
        return _export(folder, asked)
    if what in LOOKING:
        return _looking(folder, asked, LOOKING[what])
    return _writing(folder, asked, WRITING[what])


def _export(folder: Path, asked: argparse.Namespace) -> int:
    """Names leave only with a reason that is logged, so that export then writes."""
    if asked.with_authors is None:
        return _looking(folder, asked, moving.take_out)
    return _writing(folder, asked, moving.take_out)


def _looking(folder: Path, asked: argparse.Namespace, verb: Verb) -> int:
    with _desk(folder, look_only=True) as desk:
        return verb(desk, asked)


def _writing(folder: Path, asked: argparse.Namespace, verb: Verb) -> int:
    try:
        with _desk(folder, look_only=False) as desk:
            return verb(desk, asked)
    except ProfileBusy as fault:
        if asked.command == "poll":
            return sources.polled_elsewhere(fault, asked)
        tell(f"Nothing was done: {fault.sentence()} holds the profile {folder} and writes to it.")
        return 1


@contextmanager
def _desk(folder: Path, look_only: bool) -> Iterator[Desk]:
    logging.basicConfig(level=logging.ERROR, handlers=[logging.NullHandler()])
    desk = Desk.open(folder, look_only=look_only, polling=False, holder="the command line")
    try:
        yield desk
    finally:
        desk.close()


def show_without_window(given: str | None) -> int:
    """No display: says so, asks the sources, and prints the queue and the sources as tables."""
    tell("There is no display, so the queue is shown here instead of in a window.")
    before = ["--profile", given] if given else []
    polled = run([*before, "poll"])
    shown = run([*before, "queue"])
    listed = run([*before, "sources", "list"])
    return max(polled, shown, listed)
