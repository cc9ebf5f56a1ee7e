"""How the detector of spikes does on real streams: when an event is found, and what else is.

python -m benchmarks.spikes FOLDER [--threshold T]

FOLDER holds streams as .tsv with a first line of names and the time (ts, ISO 8601) in the first
column. Everything said is counted in quarters of an hour of local time, as the app does. Alarms
under six hours apart are one. For a council of made-up topics, see the bench that calls
rules.spike:SpikeDetector with counts of its own.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rules.spike import SpikeDetector

BIN = 900
APART = 6 * 3600


@dataclass(frozen=True, slots=True)
class Stream:
    """What is known of a stream: a part of its file's name, its zone, and when it happened."""

    name: str
    zone: str
    event: datetime | None = None


# The bombs of Boston, 14:49 local; the tornado of Moore, 14:56 local (both of public record).
STREAMS = (
    Stream("Boston", "America/New_York", datetime(2013, 4, 15, 18, 49, tzinfo=UTC)),
    Stream("Oklahoma", "America/Chicago", datetime(2013, 5, 20, 19, 56, tzinfo=UTC)),
    Stream("Queensland", "Australia/Brisbane"),
    Stream("Sandy", "America/New_York"),
    Stream("airline", "America/New_York"),
)


def wall(moment: datetime, zone: ZoneInfo) -> float:
    """Local wall time in seconds, as the detector is told it."""
    return moment.astimezone(zone).replace(tzinfo=UTC).timestamp()


def told(path: Path, zone: ZoneInfo) -> list[float]:
    """The times of a stream's posts, in order."""
    with path.open(encoding="utf-8") as lines:
        next(lines)
        stamps = [line.split("\t", 1)[0] for line in lines]
    return sorted(wall(datetime.fromisoformat(stamp), zone) for stamp in stamps)


def scores_of(times: Sequence[float]) -> dict[float, float]:
    """The score of each bin, by the bin's beginning."""
    counts = Counter(int(at // BIN) for at in times)
    detector = SpikeDetector(BIN)
    return {
        float(at * BIN): detector.update(float(at * BIN), counts[at])
        for at in range(min(counts), max(counts) + 1)
    }


def episodes(alarms: Sequence[float]) -> list[list[float]]:
    """Alarms that belong together."""
    found: list[list[float]] = []
    for at in alarms:
        if found and at - found[-1][-1] <= APART:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def report(path: Path, stream: Stream, threshold: float) -> str:
    """One line on a stream: when its event was found, and the other alarms."""
    zone = ZoneInfo(stream.zone)
    times = told(path, zone)
    began = time.process_time()
    scores = scores_of(times)
    cost = (time.process_time() - began) / len(scores) * 1e6
    alarms = [at for at, score in scores.items() if score >= threshold]
    others = episodes(alarms)
    event = ""
    if stream.event is not None:
        happened = wall(stream.event, zone)
        after = [at for at in times if at > happened]
        hit = next((at for at in alarms if at + BIN > happened), None)
        if hit is None:
            event = "event not found, "
        else:
            share = sum(at < hit + BIN for at in after) / len(after)
            hours = (hit + BIN - happened) / 3600
            event = f"event found after {hours:.2f} h and {share:.1%} of the posts after it, "
            others = [one for one in others if not one[0] <= hit <= one[-1]]
    begun = ", ".join(f"{datetime.fromtimestamp(one[0], UTC):%d %b %H:%M}" for one in others)
    return (
        f"{path.stem}: {len(times)} posts, {event}"
        f"{len(others)} other alarms{f' ({begun})' if begun else ''}, {cost:.0f} µs a bin"
    )


def main() -> None:
    """Prints a line for each stream in the folder that is known here."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threshold", type=float, default=SpikeDetector.threshold)
    chosen = parser.parse_args()
    for path in sorted(chosen.folder.glob("*.tsv")):
        for stream in STREAMS:
            if stream.name in path.name:
                print(report(path, stream, chosen.threshold))


if __name__ == "__main__":
    main()
