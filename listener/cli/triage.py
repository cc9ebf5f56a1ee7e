"""`queue`, `explain`, `decide`, `answer`, `correct`, `undo`: an officer's work in a terminal."""

from __future__ import annotations

import argparse
from typing import Any

from listener import charts, councilfile
from listener.cli.said import give, say, table
from listener.clock import LONDON, utc_now
from listener.commands import AnswerQuestion, Correct, Decide, Undo
from listener.desk import Desk
from listener.errors import NotUnderstood
from listener.explaining import explained
from listener.export import object_of, object_of_text
from listener.mention import MentionKey, Row, View
from rules.flowchart import OUTCOMES, Verdict

TO_DO: tuple[View, ...] = ("urgent", "unsure", "answer", "forward", "decide")


def queue(desk: Desk, asked: argparse.Namespace) -> int:
    """The rows of one view, or of everything that is to be done, in order of need."""
    reader = desk.reader()
    try:
        rows: list[Row] = []
        for view in (asked.view,) if asked.view else TO_DO:
            after = None
            while True:
                page = reader.rows(view, limit=500, after=after)
                rows += page.rows
                after = page.next
                if after is None:
                    break
    finally:
        reader.close()
    if asked.json:
        give([_row(r) for r in rows])
    elif not rows:
        say(
            "Nothing to look at."
            if asked.view
            else "Nothing to do: you have read all we could hear."
        )
    else:
        table(
            ("view", "when", "suggested", "service", "what was said"),
            [_line(r) for r in rows],
            (8, 12, 12, 18),
        )
        say(f"{len(rows)} to look at.")
    return 0


def _row(row: Row) -> dict[str, Any]:
    return {
        "id": row.id, "source": row.source, "view": row.view, "channel": row.channel,
        "published": row.published, "heard": row.heard, "title": row.title, "text": row.snippet,
        "outcome": row.outcome, "guess": row.guess, "asks": row.asks,
        "category": row.category or None, "service_area": row.area or None, "tone": row.tone,
        "danger_grade": row.grade, "stack_size": row.stack_size, "people": row.people,
        "already_routed": row.already_routed, "decided": row.decided or None,
    }  # fmt: skip


def _line(row: Row) -> tuple[str, ...]:
    at = (row.published or row.heard).astimezone(LONDON)
    suggested = f"{row.guess}?" if row.asks else row.guess
    words = f"{row.title}: {row.snippet}" if row.title else row.snippet
    more = f" (and {row.stack_size - 1} like it)" if row.stack_size > 1 else ""
    return row.view, f"{at:%a} {at.day} {at:%H:%M}", suggested, row.category, words + more


def explain(desk: Desk, asked: argparse.Namespace) -> int:
    """One mention with all that was read and every step of its walk."""
    reader = desk.reader()
    try:
        made = object_of(reader.export_one(reader.find(asked.id)))
    finally:
        reader.close()
    _explained(made, asked.json)
    return 0


def explain_text(asked: argparse.Namespace) -> int:
    """The same for a text that is not kept."""
    from listener.profile import folder

    desk = Desk.open(folder(asked.profile), look_only=True, polling=False)
    try:
        reader = desk.reader()
        council, name = reader.council(), reader.chart()[0]
        reader.close()
    finally:
        desk.close()
    if not asked.text.strip():
        raise NotUnderstood("There is no text to explain.")
    made = object_of_text(
        explained(
            asked.text, council or councilfile.shipped_council(), charts.load(name), utc_now()
        )
    )
    _explained(made, asked.json)
    return 0


def _explained(made: dict[str, Any], as_json: bool) -> None:
    if as_json:
        give(made)
        return
    say(made["title"] or made["text"][:200])
    say("")
    for number, step in enumerate(made["steps"], 1):
        say(f"{number:3} {step['question']}: {step['answer']} - {step['because']}")
    say("")
    outcome = made["outcome"]
    if outcome:
        say(f"Suggested: {OUTCOMES[outcome]} ({outcome})")
    else:
        say(f"Not settled: the chart asks {made['asks']}; best guess {made['guess']}")
    tone = made["tone"]
    say(f"Tone: {tone['label']} ({tone['score']:+.2f}). Kind: {made['kind']}.")
    for service in made["categories"]:
        say(f"Service: {service['area']} - {service['category']} ({service['because']})")
    for place in made["places"]:
        say(f"Place: {place['name']} ({place['because']})")


def _key(desk: Desk, identity: str) -> MentionKey:
    reader = desk.reader()
    try:
        return reader.find(identity)
    finally:
        reader.close()


def decide(desk: Desk, asked: argparse.Namespace) -> int:
    """Decides a mention and what is stacked under it."""
    key = _key(desk, asked.id)
    command = Decide((key,), asked.outcome, asked.service, asked.note, asked.by, asked.second)
    decision = desk.ask(command).result()[0]
    if asked.json:
        give(decision)
    else:
        say(f"{asked.id}: {OUTCOMES[decision.outcome]}, by {decision.by}.")
    return 0


def answer(desk: Desk, asked: argparse.Namespace) -> int:
    """Answers what the chart asks; says where the walk ended."""
    key = _key(desk, asked.id)
    _walked(asked, desk.ask(AnswerQuestion(key, asked.answer == "yes", asked.by)).result())
    return 0


def correct(desk: Desk, asked: argparse.Namespace) -> int:
    """Puts right what was read; says where the walk ends now."""
    key = _key(desk, asked.id)
    _walked(asked, desk.ask(Correct(key, asked.what, asked.value, asked.by)).result())
    return 0


def _walked(asked: argparse.Namespace, verdict: Verdict) -> None:
    if asked.json:
        give({"outcome": verdict.outcome, "guess": verdict.guess, "asks": verdict.asks})
    elif verdict.asks:
        say(f"{asked.id}: the chart now asks {verdict.asks}; best guess {verdict.guess}.")
    else:
        say(f"{asked.id}: {OUTCOMES[verdict.guess]} ({verdict.guess}).")


def undo(desk: Desk, asked: argparse.Namespace) -> int:
    """Takes the last decision back; 1 where there is none."""
    said = desk.ask(Undo()).result()
    if asked.json:
        give({"undone": said})
    else:
        say(f"{said[0].upper()}{said[1:]}.")
    return 0
