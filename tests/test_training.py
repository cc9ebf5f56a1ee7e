"""The examples that the reading model learns from: whole rows, known labels, no templates."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from listener.councilfile import shipped_council
from listener.mention import CHANNELS
from rules.facts import KINDS
from rules.flowchart import OUTCOMES

FOLDER = Path(__file__).parents[1] / "resources" / "training"
HEAD = [
    "channel", "title", "text", "tone", "kind", "category", "category_also", "outcome",
    "outcome_also", "danger",
]  # fmt: skip
TYPES = {
    "hazard": {
        "gas", "electric", "fire", "water", "collapse", "road", "needles", "tree", "animal",
        "other",
    },
    "person": {
        "self_harm", "child", "adult", "staff", "threat", "domestic", "missing", "medical", "crime",
        "hate",
    },
}  # fmt: skip


def rows() -> list[tuple[str, dict[str, str]]]:
    found = []
    for file in sorted(FOLDER.glob("*.tsv")):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].split("\t") == HEAD, file.name
        for number, line in enumerate(lines[1:], 2):
            cells = line.split("\t")
            assert len(cells) == len(HEAD), f"{file.name}:{number}"
            found.append((f"{file.name}:{number}", dict(zip(HEAD, cells, strict=True))))
    return found


def test_every_label_is_one_that_we_know() -> None:
    categories = {s.category for s in shipped_council().services} | {"none"}
    for where, row in rows():
        assert row["channel"] in CHANNELS, where
        assert row["tone"] in {"neg", "neu", "pos"}, where
        assert row["kind"] in KINDS, where
        assert {row["category"], *_also(row, "category_also")} <= categories, where
        assert {row["outcome"], *_also(row, "outcome_also")} <= OUTCOMES.keys(), where
        grade, _, kind = row["danger"].partition(":")
        assert kind in TYPES[grade] if kind else grade in {"none", "words"}, where


def test_every_category_kind_outcome_and_danger_has_its_examples() -> None:
    found = rows()
    for name, least in (("category", 60), ("kind", 100), ("danger", 30)):
        counts = Counter(row[name] for _, row in found)
        assert min(counts.values()) >= least, (name, counts.most_common()[-1])
    outcomes = Counter(row["outcome"] for _, row in found)
    assert outcomes.keys() == OUTCOMES.keys() - {"attach"}  # told by open issues, never by words


def test_no_text_is_there_twice_and_none_is_made_from_a_template() -> None:
    """Texts of one mould share long runs of words; people seldom do."""
    said: dict[str, str] = {}
    runs: Counter[str] = Counter()
    found = rows()
    for where, row in found:
        words = re.findall(r"\w+", f"{row['title']} {row['text']}".lower())
        whole = " ".join(words)
        assert whole not in said, f"{where} says what {said.get(whole)} says"
        said[whole] = where
        runs.update({" ".join(words[n : n + 7]) for n in range(len(words) - 6)})
    shared = sum(n - 1 for n in runs.values() if n > 1)
    assert shared < len(found) / 50
    beginnings = Counter(" ".join(text.split()[:4]) for text in said)
    assert beginnings.most_common(1)[0][1] < len(found) / 500, beginnings.most_common(5)


def _also(row: dict[str, str], name: str) -> set[str]:
    return {label for label in row[name].split("|") if label}
