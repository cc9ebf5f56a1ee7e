"""The mails to the services: what waits, what went, and what became of it."""

from __future__ import annotations

import argparse

from listener.cli.said import give, say, table
from listener.commands import PostNow
from listener.desk import Desk
from listener.handoff import Delivery
from listener.store.journal import clock_words, many


def outbox(desk: Desk, asked: argparse.Namespace) -> int:
    """Every mail, the newest first, with what is so now."""
    reader = desk.reader()
    deliveries = reader.outbox.deliveries()
    reader.close()
    if asked.json:
        give(list(deliveries))
    elif not deliveries:
        say("No mail was made yet.")
    else:
        table(("mail", "at", "to", "state", "what is so now"), map(_row, deliveries),
              (5, 16, 26, 8))  # fmt: skip
    return 0


def post(desk: Desk, asked: argparse.Namespace) -> int:
    """Sends what is due; 1 where mails wait or failed just now and not one went."""
    before = _left(desk)
    went = desk.ask(PostNow()).result()
    left = _left(desk)
    failed = any(left[state] > before[state] for state in ("unknown", "failed"))
    if asked.json:
        give({"sent": went, **left})
    else:
        waits = ", ".join(f"{n} {state}" for state, n in left.items() if n)
        say(f"{many(went, 'mail')} went.{f' Besides: {waits}.' if waits else ''}")
    return 1 if not went and (left["queued"] or failed) else 0


def _left(desk: Desk) -> dict[str, int]:
    """How many mails are not known to have gone, by state."""
    reader = desk.reader()
    counts = reader.outbox.counts()
    reader.close()
    return {state: counts.get(state, 0) for state in ("queued", "unknown", "failed")}


def _row(one: Delivery) -> tuple[str, ...]:
    return (str(one.key), clock_words(one.at), ", ".join(one.to), one.state, one.says)
