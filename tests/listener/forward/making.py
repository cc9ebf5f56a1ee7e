"""Areas and digests as they lie in a profile, put there without those who make them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from listener.handoff import DigestKey
from listener.profile import DATABASE


def area_kept(profile: Path, name: str, *addresses: str) -> None:
    db = sqlite3.connect(profile / DATABASE)
    with db:
        data = json.dumps({"area": name, "addresses": addresses})
        db.execute("INSERT OR REPLACE INTO area VALUES (?, ?)", [name, data])
    db.close()


def digest_kept(
    profile: Path, key: int = 1, area: str = "Highways", to: tuple[str, ...] = (), **more: str
) -> DigestKey:
    texts = {
        "subject": "Roadworks on Wolverton Road: 14 posts", "plain": "Down to one lane.\n",
        "html": "<p>Down to one lane.</p>", "csv": "said,where\none lane,Wolverton Road\n",
        "state": "draft",
    } | more  # fmt: skip
    db = sqlite3.connect(profile / DATABASE)
    with db:
        db.execute(
            "INSERT INTO digest (key, token, area, since, until, subject, plain, html, csv, "
            "addressees, state, at, by) VALUES (?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, 0, 'Officer')",
            [key, f"TOK{key:04}", area, *(texts[n] for n in ("subject", "plain", "html", "csv")),
             json.dumps(to), texts["state"]],
        )  # fmt: skip
        db.execute("INSERT OR IGNORE INTO digest_item VALUES (?, 1, ?)", [area, key])
    db.close()
    return DigestKey(key)


def digest_state(profile: Path, key: int = 1) -> str:
    db = sqlite3.connect(profile / DATABASE)
    row = db.execute("SELECT state FROM digest WHERE key = ?", [key]).fetchone()
    db.close()
    return str(row[0])
