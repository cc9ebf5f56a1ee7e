"""The tables of answers that wait for an officer, of re-routing, of reminders and of lines sent."""

from __future__ import annotations

TABLES = """
-- A mail about a digest that does not count by itself: from somebody else, or not clear.
CREATE TABLE waiting_answer (
    key INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, digest INTEGER, spike INTEGER,
    area TEXT NOT NULL, kind TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
    said TEXT NOT NULL, until INTEGER, whose TEXT NOT NULL, changed TEXT NOT NULL,
    action TEXT NOT NULL, why TEXT NOT NULL, settled TEXT NOT NULL DEFAULT ''
);
CREATE INDEX waiting_answer_open ON waiting_answer (key) WHERE settled = '';

-- What a service said is not for it: to whom it went instead; area is '' until that is known.
CREATE TABLE reroute (
    response INTEGER PRIMARY KEY, was TEXT NOT NULL, area TEXT NOT NULL, at INTEGER NOT NULL,
    by TEXT NOT NULL
);

-- At most one reminder and one mail to the deputy for a digest.
CREATE TABLE chase (
    digest INTEGER NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL, because TEXT NOT NULL,
    delivery INTEGER, PRIMARY KEY (digest, step)
) WITHOUT ROWID;

-- The contact centre is told of a version of a line when it is first used.
CREATE TABLE line_told (line INTEGER PRIMARY KEY, at INTEGER NOT NULL, delivery INTEGER);
"""

LATER_TABLES = {
    "waiting_answer": "key message_id digest spike area kind by at said until whose changed "
    "action why settled",
    "reroute": "response was area at by",
    "chase": "digest step at because delivery",
    "line_told": "line at delivery",
}
"""Their columns, for looking at an older database, where they are empty."""
