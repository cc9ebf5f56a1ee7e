"""The tables of spikes, known works, and what goes to the services and comes back."""

from __future__ import annotations

SPIKES = """
CREATE TABLE spike (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, category TEXT NOT NULL,
    area TEXT NOT NULL, place TEXT NOT NULL, status TEXT NOT NULL, began INTEGER NOT NULL,
    noticed INTEGER NOT NULL, ended INTEGER, posts INTEGER NOT NULL, people INTEGER NOT NULL,
    at_least INTEGER NOT NULL, usual_low INTEGER NOT NULL, usual_high INTEGER NOT NULL,
    usual_words TEXT NOT NULL, sureness TEXT NOT NULL, rising INTEGER NOT NULL DEFAULT 0,
    short INTEGER NOT NULL DEFAULT 0, absorbed_by INTEGER, told_at INTEGER,
    told_posts INTEGER NOT NULL DEFAULT 0, acknowledged TEXT NOT NULL DEFAULT '',
    data TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX spike_status ON spike (status, began);
CREATE INDEX spike_place ON spike (place, category);
CREATE TABLE spike_mention (
    spike INTEGER NOT NULL, mention INTEGER NOT NULL, PRIMARY KEY (spike, mention)
) WITHOUT ROWID;
CREATE INDEX spike_of_mention ON spike_mention (mention);
CREATE TABLE spike_act (
    key INTEGER PRIMARY KEY, spike INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    what TEXT NOT NULL
);
CREATE TABLE silence (
    key INTEGER PRIMARY KEY, category TEXT NOT NULL, place TEXT NOT NULL, at INTEGER NOT NULL,
    by TEXT NOT NULL, why TEXT NOT NULL, until INTEGER NOT NULL, ended INTEGER,
    ended_by TEXT NOT NULL DEFAULT ''
);
CREATE TABLE known_work (
    key INTEGER PRIMARY KEY, kind TEXT NOT NULL, reference TEXT NOT NULL, promoter TEXT NOT NULL,
    street TEXT NOT NULL, description TEXT NOT NULL, starts INTEGER NOT NULL,
    ends INTEGER NOT NULL, traffic TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX known_work_street ON known_work (street, starts);
"""

HANDOFFS = """
-- Who is told of an area's affairs, as JSON of an AreaContact.
CREATE TABLE area (name TEXT PRIMARY KEY, data TEXT NOT NULL);
-- held: why it may not be told yet; moved, ended: it went to another area, or to none, since then.
CREATE TABLE handoff (
    key INTEGER PRIMARY KEY, area TEXT NOT NULL, role TEXT NOT NULL, category TEXT NOT NULL,
    mention INTEGER, spike INTEGER, because TEXT NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    finished TEXT NOT NULL DEFAULT '', undone INTEGER NOT NULL DEFAULT 0,
    held TEXT NOT NULL DEFAULT '', second TEXT NOT NULL DEFAULT '',
    moved TEXT NOT NULL DEFAULT '', ended INTEGER
);
CREATE INDEX handoff_area ON handoff (area, at);
CREATE INDEX handoff_mention ON handoff (mention) WHERE mention IS NOT NULL;
CREATE INDEX handoff_spike ON handoff (spike) WHERE spike IS NOT NULL;

CREATE TABLE digest (
    key INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE, area TEXT NOT NULL, spike INTEGER,
    since INTEGER NOT NULL, until INTEGER NOT NULL, subject TEXT NOT NULL, plain TEXT NOT NULL,
    html TEXT NOT NULL, csv TEXT NOT NULL, addressees TEXT NOT NULL, state TEXT NOT NULL,
    at INTEGER NOT NULL, by TEXT NOT NULL
);
CREATE INDEX digest_area ON digest (area, at);
-- An area is told of a mention once: what stands here under its name is not sent again.
CREATE TABLE digest_item (
    area TEXT NOT NULL, mention INTEGER NOT NULL, digest INTEGER NOT NULL,
    PRIMARY KEY (area, mention)
) WITHOUT ROWID;
CREATE INDEX digest_item_digest ON digest_item (digest);
-- Which words of a digest are whose (a quote, a row of the table), so that they can be erased.
CREATE TABLE digest_said (
    mention INTEGER NOT NULL, digest INTEGER NOT NULL, form TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (mention, digest, form)
) WITHOUT ROWID;
CREATE TABLE digest_act (
    key INTEGER PRIMARY KEY, digest INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    act TEXT NOT NULL
);
CREATE INDEX digest_act_of ON digest_act (digest);

-- A mail is kept whole, with its Message-ID, before anybody tries to send it.
CREATE TABLE delivery (
    key INTEGER PRIMARY KEY, digest INTEGER, purpose TEXT NOT NULL, addressees TEXT NOT NULL,
    subject TEXT NOT NULL, message_id TEXT NOT NULL UNIQUE, way TEXT NOT NULL,
    state TEXT NOT NULL, says TEXT NOT NULL, mail BLOB NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER, at INTEGER NOT NULL
);
CREATE INDEX delivery_state ON delivery (state, next_at);
CREATE INDEX delivery_digest ON delivery (digest);
CREATE TABLE delivery_step (
    key INTEGER PRIMARY KEY, delivery INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL
);
CREATE INDEX delivery_step_of ON delivery_step (delivery);

CREATE TABLE response (
    key INTEGER PRIMARY KEY, digest INTEGER, spike INTEGER, area TEXT NOT NULL, kind TEXT NOT NULL,
    at INTEGER NOT NULL, by TEXT NOT NULL, said TEXT NOT NULL, until INTEGER, whose TEXT NOT NULL,
    changed TEXT NOT NULL, message_id TEXT, read_by TEXT NOT NULL DEFAULT '',
    undone INTEGER NOT NULL DEFAULT 0, action TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX response_mail ON response (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX response_digest ON response (digest);
CREATE INDEX response_spike ON response (spike);

CREATE TABLE line (
    key INTEGER PRIMARY KEY, spike INTEGER NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL,
    approver TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL, by TEXT NOT NULL,
    at INTEGER NOT NULL, ended INTEGER, same INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX line_version ON line (spike, version);
CREATE TABLE line_use (
    line INTEGER NOT NULL, mention INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    PRIMARY KEY (line, mention)
) WITHOUT ROWID;
CREATE INDEX line_use_mention ON line_use (mention);
"""

LATER_TABLES = {
    "spike": "key id title category area place status began noticed ended posts people at_least "
    "usual_low usual_high usual_words sureness rising short absorbed_by told_at told_posts "
    "acknowledged data",
    "spike_mention": "spike mention",
    "spike_act": "key spike at by what",
    "silence": "key category place at by why until ended ended_by",
    "known_work": "key kind reference promoter street description starts ends traffic at by "
    "removed",
    "area": "name data",
    "handoff": "key area role category mention spike because at by finished undone held second "
    "moved ended",
    "digest": "key token area spike since until subject plain html csv addressees state at by",
    "digest_item": "area mention digest",
    "digest_said": "mention digest form text",
    "digest_act": "key digest at by act",
    "delivery": "key digest purpose addressees subject message_id way state says mail tries "
    "next_at at",
    "delivery_step": "key delivery at what",
    "response": "key digest spike area kind at by said until whose changed message_id read_by "
    "undone action",
    "line": "key spike version text approver starts ends by at ended same",
    "line_use": "line mention at by",
}
"""Their columns, for looking at an older database, where they are empty."""
OF_A_MENTION = ("handoff", "spike_mention", "digest_item", "digest_said", "line_use")
"""Tables whose rows go with their mention."""
OF_A_TOWN = tuple(table for table in LATER_TABLES if table not in OF_A_MENTION)
"""What belongs to one town and goes with the sample."""
