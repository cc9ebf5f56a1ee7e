"""Measures the reading on labelled mentions: make bench-reading FILE=mentions.tsv [TONES=file.tsv]

FILE is tab-separated, unquoted, with the columns id, channel, title, text, sentiment, kind,
category, category_also, outcome, outcome_also (several labels have | between); sentiment_2 and
kind_2, a second labeller's, are taken too. TONES has the columns text and label (negative, neutral,
positive) and is scored beside plain VADER. The council is the one that we ship.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from listener import charts, councilfile
from listener.intake import Ground
from listener.mention import Heard, Reading
from listener.reading import MentionReader, vader
from listener.reading.facts import Around, facts_of
from rules.flowchart import Verdict, walk

TONES = {"neg": "negative", "neu": "neutral", "pos": "positive"}
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Judged:
    """A labelled mention with what we read off it."""

    row: dict[str, str]
    reading: Reading
    verdict: Verdict

    def accepted(self, name: str) -> set[str]:
        """Every label that would do."""
        second = self.row.get(f"{name}_also") or self.row.get(f"{name}_2") or ""
        return {self.row[name], *second.split("|")} - {""}

    @property
    def tone(self) -> str:
        """Our tone as one of three: mixed and not read count as neutral."""
        label = self.reading.tone.label
        return label if label in ("negative", "positive") else "neutral"

    @property
    def flagged(self) -> bool:
        """Did it go to Urgent?"""
        return self.reading.danger.grade in ("person", "hazard")

    @property
    def dangerous(self) -> bool:
        """Is it labelled a danger?"""
        return self.row["kind"] == "danger" or self.row["outcome"] == "urgent"

    @property
    def candidates(self) -> list[str]:
        """Our services, best first."""
        return [s.category for s in self.reading.services]


def judged(rows: Iterable[dict[str, str]]) -> list[Judged]:
    """Reads and walks each, as the app would."""
    council = councilfile.shipped_council()
    reader = MentionReader(council)
    ground = Ground(charts.load("council"), council, "bench", NOW, NOW.date())
    found = []
    for row in rows:
        heard = Heard(row["id"], row["title"], row["text"], channel=row["channel"])
        reading = reader.read(heard)
        facts = facts_of(heard, reading, Around(source="bench"))
        found.append(Judged(row, reading, walk(ground.chart, facts)))
    return found


def table(file: Path) -> list[dict[str, str]]:
    """The rows of an unquoted table."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))


def macro_f1(truth: Sequence[str], said: Sequence[str]) -> float:
    """The mean of the F1 of each label that is there."""
    scores = []
    for label in sorted(set(truth)):
        right = sum(t == s == label for t, s in zip(truth, said, strict=True))
        wrong = sum((t == label) != (s == label) for t, s in zip(truth, said, strict=True))
        scores.append(2 * right / (2 * right + wrong) if right else 0.0)
    return sum(scores) / len(scores)


def wrong_polarity(truth: Sequence[str], said: Sequence[str]) -> float:
    """The share called pleased where annoyed, or the other way round."""
    poles = {"negative", "positive"}
    return share(t != s and {t, s} == poles for t, s in zip(truth, said, strict=True))


def share(held: Iterable[bool]) -> float:
    """The share of what held, 0 of nothing."""
    all_ = list(held)
    return sum(all_) / len(all_) if all_ else 0.0


def report(items: list[Judged]) -> dict[str, float]:
    """Every figure of one set."""
    truth = [TONES[j.row["sentiment"]] for j in items]
    said = [j.tone for j in items]
    named = [j for j in items if j.row["category"] != "none"]
    unnamed = [j for j in items if j.row["category"] == "none" and not j.row["category_also"]]
    firm = [j for j in items if j.verdict.outcome is not None]
    return {
        "tone macro-F1": macro_f1(truth, said),
        "tone wrong polarity": wrong_polarity(truth, said),
        "service top 1, of those with one": share(
            bool(j.candidates) and j.candidates[0] in j.accepted("category") for j in named
        ),
        "service top 1, as named (or none)": share(
            (j.reading.best.category if j.reading.best else "none") in j.accepted("category")
            for j in items
        ),
        "service top 3": share(bool(set(j.candidates[:3]) & j.accepted("category")) for j in named),
        "service top 1, first label only": share(
            bool(j.candidates) and j.candidates[0] == j.row["category"] for j in named
        ),
        "service top 3, first label only": share(
            j.row["category"] in j.candidates[:3] for j in named
        ),
        "false naming (none meant)": share(j.reading.best is not None for j in unnamed),
        "danger recall": share(j.flagged for j in items if j.dangerous),
        "danger flagged": share(j.flagged for j in items),
        "kind": share(str(j.reading.kind.value) in j.accepted("kind") for j in items),
        "best guess accepted": share(j.verdict.guess in j.accepted("outcome") for j in items),
        "share firm": len(firm) / len(items),
        "firm and accepted": share(j.verdict.outcome in j.accepted("outcome") for j in firm),
    }


def by_voice(items: list[Judged]) -> dict[str, list[Judged]]:
    """The sets by the writer that an id names before its hyphen."""
    voices: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        voices[item.row["id"].partition("-")[0]].append(item)
    return dict(sorted(voices.items())) if len(voices) > 1 else {}


def held() -> float:
    """The memory that this process holds, in MB; 0 where the platform does not say."""
    status = Path("/proc/self/status")
    return int(status.read_text().split("VmRSS:")[1].split()[0]) / 1024 if status.exists() else 0.0


def costs() -> None:
    """What one reading takes, all of it, for three lengths."""
    reader = MentionReader(councilfile.shipped_council())
    words = (
        "the bins on our road have been left again and nobody at the council answers the phone, "
    )
    for length in (140, 1_800, 5_000):
        texts = [
            Heard("", "", (f"{n} weeks now, " + words * (length // len(words) + 1))[:length])
            for n in range(200)
        ]
        for heard in texts[:20]:
            reader.read(heard)
        began = time.process_time()
        for heard in texts:
            reader.read(heard)
        spent = (time.process_time() - began) / len(texts)
        print(f"{length:6} characters: {spent * 1000:.3f} ms")
    print(f"memory of this process, with all that it measured: {held():.0f} MB")


def confusion(items: list[Judged]) -> None:
    """Which first steps we miss most often, and for what."""
    missed = Counter(
        (j.row["outcome"], j.verdict.guess)
        for j in items
        if j.verdict.guess not in j.accepted("outcome")
    )
    print("missed most:", ", ".join(f"{a} as {b} {n}" for (a, b), n in missed.most_common(12)))


def tones(file: Path) -> None:
    """Our tone on a strange set, beside plain VADER with the usual thresholds."""
    rows = [r for r in table(file) if r.get("label") in TONES.values()]
    reader = MentionReader(councilfile.shipped_council())
    truth = [r["label"] for r in rows]
    ours = []
    for row in rows:
        label = reader.read(Heard("", "", row["text"], channel="x")).tone.label
        ours.append(label if label in ("negative", "positive") else "neutral")
    plain = []
    for row in rows:
        score = vader.score(row["text"]).compound
        plain.append("positive" if score >= 0.05 else "negative" if score <= -0.05 else "neutral")
    for name, said in (("ours", ours), ("plain VADER", plain)):
        f1, wrong = macro_f1(truth, said), wrong_polarity(truth, said)
        print(f"{file.name}, {len(rows)} texts, {name}: macro-F1 {f1:.3f}, wrong {wrong:.3f}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--tones", type=Path, action="append", default=[])
    asked = parser.parse_args()
    items = judged(table(asked.file))
    sets = {"all": items, **by_voice(items)}
    figures = {name: report(of) for name, of in sets.items()}
    print(f"{'':36}" + "".join(f"{name:>9}" for name in sets))
    print(f"{'mentions':36}" + "".join(f"{len(of):9}" for of in sets.values()))
    for figure in figures["all"]:
        print(f"{figure:36}" + "".join(f"{f[figure]:9.3f}" for f in figures.values()))
    confusion(items)
    for file in asked.tones:
        tones(file)
    costs()


if __name__ == "__main__":
    main()
