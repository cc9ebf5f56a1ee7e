"""Real streams through the app: is what happened found, how soon, and how much else is raised?

    python -m benchmarks.streams FOLDER

FOLDER holds the streams as .tsv files (ts, author, text, source). Each is imported into a fresh
profile of the sample council, so that every post is read and counted as in daily work. Two have a
known beginning: Boston (15 April 2013, 18:49 UTC) and Oklahoma (20 May 2013, 19:56 UTC). Found:
which share of the posts after it had been said when everything heard first stood out. Others: how
often else everything heard stood out, and how many other spikes there were of any topic.
"""

from __future__ import annotations

import json
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from listener.commands import CountNow, ImportFile
from listener.desk import Desk
from listener.profile import DATABASE
from listener.store.opening import looked_at
from listener.store.swells import utc_of

KNOWN = {
    "crisislexT6_2013_Boston_Bombings": datetime(2013, 4, 15, 18, 49, tzinfo=UTC),
    "crisislexT6_2013_Oklahoma_Tornado": datetime(2013, 5, 20, 19, 56, tzinfo=UTC),
}
STREAMS = (
    *KNOWN,
    "crisislexT6_2013_Queensland_Floods",
    "crisislexT6_2012_Sandy_Hurricane",
    "airline_2015_complaints",
)
SOON, MOST = 0.05, 3


@dataclass(frozen=True)
class Found:
    """What came of one stream. share: of the posts after it began, None where none is known."""

    name: str
    share: float | None
    others: int  # times in which everything heard stood out, beside that
    spikes: tuple[str, ...]  # every spike, in words

    @property
    def good(self) -> bool:
        """Whether it was found within the first of the posts, and little else was."""
        return (self.share is None or self.share <= SOON) and self.others <= MOST


def run(path: Path, folder: Path) -> Found:
    """Imports a stream into a fresh profile and looks at what was found."""
    desk = Desk.open(folder, polling=False, workers=0)
    try:
        desk.ask(ImportFile(path, "stream")).result()
        desk.ask(CountNow()).result()
        reader = desk.reader()
        spikes = reader.spikes()
        reader.close()
    finally:
        desk.close()
    db = looked_at(folder / DATABASE)
    rows = db.execute(
        "SELECT e.data FROM episode e JOIN series s ON s.key = e.series "
        "WHERE s.category = '' AND s.place = '' ORDER BY e.began"
    ).fetchall()
    noticed = [utc_of(int(json.loads(data)[2]) + 1) for (data,) in rows]
    db.close()
    share, others = judged(path, noticed)
    words = tuple(f"{s.began:%d %b %H:%M} {s.title}: {s.posts} posts" for s in reversed(spikes))
    return Found(path.stem, share, others, words)


def judged(path: Path, noticed: Sequence[datetime]) -> tuple[float | None, int]:
    """The share of the posts until it was noticed, and how many other times stood out."""
    begins = KNOWN.get(path.stem)
    if begins is None:
        return None, len(noticed)
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    said = sorted(datetime.fromisoformat(line.split("\t")[0]) for line in lines)
    after = [at for at in said if at >= begins]
    first = next((at for at in noticed if at >= begins), None)
    if first is None:
        return 1.0, len(noticed)
    return bisect_right(after, first) / len(after), len(noticed) - 1


def main() -> int:
    """Prints a line a stream and its spikes; 1 where one is not as it should be."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    bad = 0
    for name in STREAMS:
        path = Path(sys.argv[1]) / f"{name}.tsv"
        with tempfile.TemporaryDirectory() as folder:
            found = run(path, Path(folder) / "profile")
        bad += not found.good
        share = "" if found.share is None else f"found at {found.share:.1%} of what followed, "
        print(f"{name}: {share}{found.others} others; {len(found.spikes)} spikes of any topic")
        for spike in found.spikes:
            print(f"    {spike}")
    return int(bad > 0)


if __name__ == "__main__":
    raise SystemExit(main())
