"""The database as one readable text, and the steps from one version to the next."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from listener.store import answerschema, asideschema, countschema, handoffschema, postschema

APPLICATION_ID = 0x434C4953  # "CLIS"
VERSION = 4

TABLES = """
CREATE TABLE source (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, address TEXT NOT NULL, kind TEXT NOT NULL,
    channel TEXT NOT NULL, every INTEGER, allow_private INTEGER NOT NULL, paused INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0, sample INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT '{}', status TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '',
    last_heard INTEGER, next_at INTEGER, total INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX source_name ON source (name) WHERE NOT removed;

-- What was heard. When its source changes a text, the old one is kept as a version.
CREATE TABLE mention (
    key INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source, id TEXT NOT NULL,
    title TEXT NOT NULL, text TEXT NOT NULL, url TEXT NOT NULL, published INTEGER,
    date_fault TEXT NOT NULL, heard INTEGER NOT NULL, thread TEXT NOT NULL, channel TEXT NOT NULL,
    seen_at TEXT NOT NULL, place TEXT NOT NULL, category TEXT NOT NULL,
    already_routed INTEGER NOT NULL, public INTEGER NOT NULL, tally INTEGER NOT NULL,
    author_is TEXT NOT NULL, quiet INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX mention_id ON mention (source, id);
CREATE INDEX mention_plain_id ON mention (id);
CREATE INDEX mention_heard ON mention (heard);

-- Apart from what was said, so that a name can be blanked alone.
CREATE TABLE author (mention INTEGER PRIMARY KEY REFERENCES mention, name TEXT NOT NULL);

CREATE TABLE version (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL REFERENCES mention,
    at INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX version_mention ON version (mention);

CREATE TABLE reading (
    mention INTEGER PRIMARY KEY REFERENCES mention, data TEXT NOT NULL, verdict TEXT NOT NULL
);

-- What we did about it. The lead is the row that speaks for its part of a stack.
CREATE TABLE triage (
    mention INTEGER PRIMARY KEY REFERENCES mention, lead INTEGER NOT NULL, stack INTEGER NOT NULL,
    view TEXT NOT NULL, need REAL NOT NULL, due INTEGER, status TEXT NOT NULL DEFAULT 'open',
    outcome TEXT, guess TEXT NOT NULL, asks TEXT, category TEXT NOT NULL, area TEXT NOT NULL,
    tone TEXT NOT NULL, grade TEXT NOT NULL, kind TEXT NOT NULL, places TEXT NOT NULL,
    question INTEGER NOT NULL, answers TEXT NOT NULL DEFAULT '{}', decided TEXT NOT NULL DEFAULT '',
    settled INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0, snoozed_until INTEGER
);
CREATE INDEX triage_view ON triage (view, need, mention) WHERE lead = mention;
CREATE INDEX triage_done ON triage (mention) WHERE lead = mention AND view = 'done';
CREATE INDEX triage_lead ON triage (lead);
CREATE INDEX triage_stack ON triage (stack);
CREATE INDEX triage_snoozed ON triage (snoozed_until) WHERE status = 'snoozed';

CREATE TABLE band (
    band INTEGER NOT NULL, mention INTEGER NOT NULL, PRIMARY KEY (band, mention)
) WITHOUT ROWID;

-- How a mention is known again; outlives the mention itself. A mention that was erased is here
-- under its negative key.
CREATE TABLE seen (
    mark INTEGER NOT NULL, mention INTEGER NOT NULL, link INTEGER NOT NULL, title INTEGER NOT NULL,
    words INTEGER NOT NULL, PRIMARY KEY (mark, mention)
) WITHOUT ROWID;

-- Erased on request, by keyed fingerprint: never shown again, from whichever poll, import or
-- backup it comes. A mark that begins with "name:" stands for the author alone.
CREATE TABLE blocked (mark TEXT PRIMARY KEY, at INTEGER NOT NULL, why TEXT NOT NULL);
CREATE TABLE hold (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    why TEXT NOT NULL, review INTEGER, ended INTEGER
);

-- Appended to: who, when, what, why. Undoing marks a row and takes nothing away.
CREATE TABLE decision (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, outcome TEXT NOT NULL, service TEXT NOT NULL,
    by TEXT NOT NULL, at INTEGER NOT NULL, note TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX decision_mention ON decision (mention);
CREATE TABLE history (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
    what TEXT NOT NULL
);
CREATE INDEX history_mention ON history (mention);
CREATE TABLE journal (
    key INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, said TEXT NOT NULL,
    inverse TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE chart (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE span (key INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER NOT NULL);

CREATE TABLE counter (view TEXT PRIMARY KEY, n INTEGER NOT NULL);
CREATE TRIGGER triage_in AFTER INSERT ON triage WHEN new.lead = new.mention BEGIN
    INSERT INTO counter VALUES (new.view, 1) ON CONFLICT (view) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER triage_out AFTER DELETE ON triage WHEN old.lead = old.mention BEGIN
    UPDATE counter SET n = n - 1 WHERE view = old.view;
END;
CREATE TRIGGER triage_move AFTER UPDATE OF view, lead ON triage
WHEN old.view <> new.view OR old.lead <> new.lead BEGIN
    UPDATE counter SET n = n - 1 WHERE view = old.view AND old.lead = old.mention;
    INSERT INTO counter SELECT new.view, 1 WHERE new.lead = new.mention
        ON CONFLICT (view) DO UPDATE SET n = n + 1;
END;

CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='mention', content_rowid='key', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER mention_out AFTER DELETE ON mention BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;
"""

# What officers put right in a reading: appended to, for later training. What stands of it is in
# triage.corrected too, where every walk and every list finds it without asking further.
CORRECTIONS = """
CREATE TABLE correction (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, what TEXT NOT NULL, was TEXT NOT NULL,
    value TEXT NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX correction_mention ON correction (mention);
ALTER TABLE triage ADD COLUMN corrected TEXT NOT NULL DEFAULT '{}';
"""

# How much a source said on each day (days since 1970 in UTC, by when it was published, else heard):
# its rhythm. Counted as it comes in, for half a million mentions are too many to count on a page.
RHYTHM = """
CREATE TABLE heard_on (
    source INTEGER NOT NULL, day INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (source, day)
) WITHOUT ROWID;
INSERT INTO heard_on SELECT source, coalesce(published, heard) / 86400000000, count(*)
    FROM mention GROUP BY 1, 2;
CREATE TRIGGER mention_day AFTER INSERT ON mention BEGIN
    INSERT INTO heard_on VALUES
        (new.source, coalesce(new.published, new.heard) / 86400000000, 1)
        ON CONFLICT (source, day) DO UPDATE SET n = n + 1;
END;
"""

# What we said, and what became of it: both are appended to, and undoing marks a step. The index
# finds the same trouble at the same place.
REPLIES = """
CREATE TABLE reply (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, text TEXT NOT NULL, by TEXT NOT NULL,
    at INTEGER NOT NULL, outcome TEXT NOT NULL, service TEXT NOT NULL, why TEXT NOT NULL
);
CREATE INDEX reply_mention ON reply (mention);
CREATE TABLE reply_step (
    key INTEGER PRIMARY KEY, reply INTEGER NOT NULL REFERENCES reply, state TEXT NOT NULL,
    by TEXT NOT NULL, at INTEGER NOT NULL, link TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '', undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX reply_step_reply ON reply_step (reply);
CREATE INDEX triage_near ON triage (category, mention, places)
    WHERE category <> '' AND places <> '';
"""

# What is done about possible dangers. Undoing marks a row; alarm holds when a danger came that
# was not there when the mention was heard.
URGENT = """
CREATE TABLE way_out (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, way TEXT NOT NULL, by TEXT NOT NULL,
    at INTEGER NOT NULL, whom TEXT NOT NULL, how TEXT NOT NULL, told_at INTEGER,
    reference TEXT NOT NULL, reason TEXT NOT NULL, outcome TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX way_out_mention ON way_out (mention);
CREATE TABLE urgent_act (
    key INTEGER PRIMARY KEY, mention INTEGER NOT NULL, kind TEXT NOT NULL, by TEXT NOT NULL,
    at INTEGER NOT NULL, what TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX urgent_act_mention ON urgent_act (mention);
CREATE TABLE alarm (mention INTEGER PRIMARY KEY, since INTEGER NOT NULL);
CREATE INDEX hold_open ON hold (mention) WHERE ended IS NULL;
"""

# What searches ask for besides: narrow, so that half a million are gone through in a moment. The
# rowid order of every index here is the order of hearing, in which a search shows what it finds.
QUEUE = """
CREATE TABLE facet (
    mention INTEGER PRIMARY KEY, said INTEGER NOT NULL, source INTEGER NOT NULL, score REAL NOT NULL
);
INSERT INTO facet SELECT m.key, coalesce(m.published, m.heard), m.source,
    CASE json_extract(t.corrected, '$.tone[0][0]') WHEN 'negative' THEN -0.6 WHEN 'neutral' THEN 0
    WHEN 'positive' THEN 0.6 ELSE coalesce(json_extract(r.data, '$[0][0]'), 0) END
    FROM mention m JOIN reading r ON r.mention = m.key JOIN triage t ON t.mention = m.key;
CREATE TRIGGER facet_out AFTER DELETE ON mention BEGIN
    DELETE FROM facet WHERE mention = old.key;
END;
CREATE INDEX triage_starred ON triage (mention) WHERE lead = mention AND starred;
CREATE INDEX triage_danger ON triage (mention)
    WHERE lead = mention AND grade IN ('person', 'hazard');
CREATE INDEX decision_at ON decision (at);
CREATE INDEX decision_by ON decision (by, mention) WHERE undone = 0;
CREATE TABLE saved_search (
    key INTEGER PRIMARY KEY, name TEXT NOT NULL, typed TEXT NOT NULL, place INTEGER NOT NULL,
    by TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL
);
"""

# What comes in is counted once for a batch (keeping.py): the trigger took 12 us for each mention.
QUICK = """
DROP TRIGGER triage_in;
"""

migrations = Migrations("council-listener")


@migrations(name="0001-first", transactional=True)
def _first(db: Database) -> None:
    for statement in _statements(TABLES):
        db.execute(statement)


@migrations(name="0002-corrections", transactional=True)
def _corrections(db: Database) -> None:
    for statement in _statements(CORRECTIONS):
        db.execute(statement)


@migrations(name="0003-house", transactional=True)
def _house(db: Database) -> None:
    for statement in _statements(RHYTHM):
        db.execute(statement)


@migrations(name="0003-replies", transactional=True)
def _replies(db: Database) -> None:
    for statement in _statements(REPLIES):
        db.execute(statement)


@migrations(name="0003-urgent", transactional=True)
def _urgent(db: Database) -> None:
    for statement in _statements(URGENT):
        db.execute(statement)


@migrations(name="0003-triage", transactional=True)
def _triage(db: Database) -> None:
    for statement in _statements(asideschema.TABLES):
        db.execute(statement)
    asideschema.remember_threads(db)


@migrations(name="0003-queue", transactional=True)
def _queue(db: Database) -> None:
    for statement in _statements(QUEUE):
        db.execute(statement)


def _brings(name: str, script: str) -> None:
    """A step that makes what a script says, and nothing more."""

    @migrations(name=name, transactional=True)
    def _apply(db: Database) -> None:
        for statement in _statements(script):
            db.execute(statement)


def _statements(script: str) -> list[str]:
    """The statements of a script; a trigger's inner semicolons belong to it."""
    found: list[str] = []
    gathering = ""
    for line in script.splitlines():
        if line.startswith("--") or not line.strip():
            continue
        gathering += line + "\n"
        trigger = gathering.startswith("CREATE TRIGGER")
        if line.endswith("END;") or (not trigger and line.endswith(";")):
            found.append(gathering)
            gathering = ""
    return found


for _name, _script in (
    ("0004-spikes", handoffschema.SPIKES), ("0004-handoffs", handoffschema.HANDOFFS),
    ("0004-post", postschema.TABLES), ("0004-answers", answerschema.TABLES),
    ("0004-counts", countschema.TABLES), ("0004-quick", QUICK),
):  # fmt: skip
    _brings(_name, _script)
