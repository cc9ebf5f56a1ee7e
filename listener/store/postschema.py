"""The table of where each address of a mail stands: two desks of one mail fare differently."""

from __future__ import annotations

# state: waiting, sent, refused (the server said so at once) or bounced (a report came back).
TABLES = """
CREATE TABLE delivery_to (
    delivery INTEGER NOT NULL, address TEXT NOT NULL, state TEXT NOT NULL, why TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (delivery, address)
) WITHOUT ROWID;
"""
LATER_TABLES = {"delivery_to": "delivery address state why at"}
"""Its columns, for looking at an older database, where it is empty."""
