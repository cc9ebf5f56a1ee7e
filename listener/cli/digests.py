"""`digest`: what a service is told, written to files or sent."""

from __future__ import annotations

import argparse
from pathlib import Path

from listener.cli.said import give, say
from listener.commands import BuildDigest, SendDigest
from listener.desk import Desk
from listener.errors import Known, NotFound
from listener.forward.mail import Letter, Sender, new_message_id, written
from listener.forward.render import table_html
from listener.forward.writing import nothing_new
from listener.handoff import Delivery, Digest
from listener.settings import Settings
from listener.spike import SpikeKey


def digest(desk: Desk, asked: argparse.Namespace) -> int:
    """Writes or sends it; says so where nothing is new, which is no fault."""
    reader = desk.reader()
    try:
        spike = reader.written.find_spike(asked.what)
        area = "" if spike is not None else asked.what
        if area and area.casefold() not in {a.contact.area.casefold() for a in reader.areas()}:
            raise NotFound(f"There is no area and no spike called {area}. Nothing was written.")
        made = reader.preview_digest(area, spike)
        settings = reader.settings()
    finally:
        reader.close()
    if made is None:
        return _nothing(area, spike, asked.json)
    if asked.send:
        return _send(desk, area, spike, asked)
    files = _write(made, Path(asked.out), settings)
    if asked.json:
        give({"subject": made.subject, "area": made.area, "files": [str(f) for f in files]})
    else:
        say(f"{made.subject}: written to {', '.join(map(str, files))}.")
    return 0


def _nothing(area: str, spike: SpikeKey | None, as_json: bool) -> int:
    if as_json:
        give({"subject": None, "area": area or None, "why": nothing_new(area, spike)})
    else:
        say(nothing_new(area, spike))
    return 0


def _send(desk: Desk, area: str, spike: SpikeKey | None, asked: argparse.Namespace) -> int:
    kept: Digest = desk.ask(BuildDigest(area, spike, asked.by)).result()
    try:
        sent: Delivery = desk.ask(SendDigest(kept.key, by=asked.by, second=asked.second)).result()
    except Known as fault:
        raise Known(f"{fault.sentence()} The digest is kept as a draft.") from fault
    if asked.json:
        give(sent)
    else:
        say(f"{kept.subject}: {sent.says}")
    return 0


def _write(made: Digest, folder: Path, settings: Settings) -> tuple[Path, ...]:
    """digest.txt, .html and .eml, with the rest as .csv and as a page. Raises NotFound."""
    texts = {"digest.txt": f"{made.subject}\n\n{made.plain}", "digest.html": made.html}
    if made.csv:
        texts["digest.csv"] = f"\ufeff{made.csv}"
        texts["digest-posts.html"] = table_html(made.subject, made.csv)
    files = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            files.append(folder / name)
            files[-1].write_text(text, encoding="utf-8", newline="")
        if made.to:
            files.append(folder / "digest.eml")
            files[-1].write_bytes(_mail(made, settings))
    except OSError as fault:
        raise NotFound(f"{folder} cannot be written to ({fault.strerror}).") from fault
    return tuple(files)


def _mail(made: Digest, settings: Settings) -> bytes:
    """The digest as a draft that a mail program opens; it has no links, for it is not kept."""
    sender = Sender(settings.mail_from, settings.mail_name, settings.responses_address)
    letter = Letter(made.to, made.subject, made.plain, made.html, made.csv, f"{made.area}.csv")
    return written(letter, sender, new_message_id(sender.address), made.at, draft=True)
