"""Reads and walks one text without keeping it."""

from __future__ import annotations

from datetime import datetime

from listener.clock import LONDON
from listener.council import Council
from listener.intake import Ground
from listener.mention import Explained, Heard
from listener.reading import MentionReader
from listener.reading.facts import Around, facts_of
from rules.flowchart import Flowchart, walk


def explained(text: str, council: Council, chart: Flowchart, now: datetime) -> Explained:
    """What would be read off a text said now, and where the chart would send it."""
    title, _, rest = text.partition("\n") if "\n" in text else ("", "", text)
    heard = Heard(id="", title=title.strip(), text=rest.strip() or text.strip())
    today = now.astimezone(LONDON).date()
    ground = Ground(chart, council, "", now, today)
    reading = MentionReader(council).read(heard)
    facts = facts_of(heard, reading, Around(pre_election=ground.pre_election))
    return Explained(heard, reading, walk(chart, facts))
