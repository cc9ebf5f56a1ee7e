"""The tables of what is counted: topics, what each is made of, and where a count stands."""

from __future__ import annotations

TABLES = """
-- A topic whose mentions are counted, made when first needed. dirty: the first quarter of an hour
-- whose count changed since it was last gone through; rate: how many people a day are usual.
CREATE TABLE series (
    key INTEGER PRIMARY KEY, category TEXT NOT NULL, place TEXT NOT NULL,
    dirty INTEGER, last INTEGER, rate REAL NOT NULL DEFAULT 0, since INTEGER
);
CREATE UNIQUE INDEX series_topic ON series (category, place);
CREATE INDEX series_dirty ON series (dirty) WHERE dirty IS NOT NULL;

-- What a topic is made of. quarter: of an hour by the clock on the wall in London, since 1970;
-- person: a keyed number, never a name; counted: 0 for news and notices, which are beside.
CREATE TABLE heed (
    series INTEGER NOT NULL, quarter INTEGER NOT NULL, mention INTEGER NOT NULL,
    person INTEGER NOT NULL, counted INTEGER NOT NULL, quiet INTEGER NOT NULL,
    PRIMARY KEY (series, quarter, mention)
) WITHOUT ROWID;
-- Where a mention was counted, so that it can be taken out again.
CREATE TABLE counted_as (
    mention INTEGER PRIMARY KEY, quarter INTEGER NOT NULL, series TEXT NOT NULL
);
-- What has to be counted anew: read otherwise, stacked otherwise, withdrawn, nameless or gone.
CREATE TABLE recount (mention INTEGER PRIMARY KEY);
-- How far the counting has come (a mention's key), and the key of the numbers for people.
CREATE TABLE counting (through INTEGER NOT NULL, secret BLOB NOT NULL);
INSERT INTO counting VALUES (0, randomblob(16));

-- The detector of a busy topic as it stood before a day, so that not all is gone through again.
CREATE TABLE checkpoint (
    series INTEGER NOT NULL, quarter INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (series, quarter)
) WITHOUT ROWID;
-- A time in which one topic was busier than is usual. fresh: 1 new or changed, 2 gone since.
CREATE TABLE episode (
    key INTEGER PRIMARY KEY, series INTEGER NOT NULL, began INTEGER NOT NULL,
    last INTEGER NOT NULL, fresh INTEGER NOT NULL, data TEXT NOT NULL
);
CREATE INDEX episode_series ON episode (series, last);
CREATE INDEX episode_last ON episode (last);
CREATE INDEX episode_fresh ON episode (fresh) WHERE fresh > 0;

CREATE TRIGGER recount_read AFTER UPDATE OF category, kind, places, stack, lead ON triage
WHEN old.category <> new.category OR old.kind <> new.kind OR old.places <> new.places
OR old.stack <> new.stack OR (old.lead < 0) <> (new.lead < 0) BEGIN
    INSERT OR IGNORE INTO recount VALUES (new.mention);
END;
CREATE TRIGGER recount_gone AFTER DELETE ON mention BEGIN
    INSERT OR IGNORE INTO recount VALUES (old.key);
END;
CREATE TRIGGER recount_nameless AFTER DELETE ON author BEGIN
    INSERT OR IGNORE INTO recount VALUES (old.mention);
END;
"""

LATER_TABLES = {
    "series": "key category place dirty last rate since",
    "heed": "series quarter mention person counted quiet",
    "counted_as": "mention quarter series",
    "recount": "mention",
    "counting": "through secret",
    "checkpoint": "series quarter state",
    "episode": "key series began last fresh data",
}
"""Their columns, for looking at an older database, where they are empty."""
OF_A_TOWN = ("series", "heed", "counted_as", "recount", "checkpoint", "episode")
"""What is counted anew when the sample town goes."""
