"""Trains the reading model on our own examples: python -m benchmarks.train

Wants scikit-learn (pip install -e '.[train]'). Reads resources/training/*.tsv and writes
resources/reading/model.bin. How sharp the likelihoods are is fitted on examples that the model of
that turn was not trained on. Deterministic: the same examples give the same file.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.svm import LinearSVC

from listener import councilfile
from listener.reading.model import features_of, pairs_of, tokens_of
from listener.reading.normal import plain_of
from listener.reading.tone import mood_of, mood_token

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "resources" / "training"
MODEL = ROOT / "resources" / "reading" / "model.bin"
LETTERS = 0.5  # what a run of letters counts beside a word: chosen on examples by other writers
ALSO = 0.3  # what a label counts that somebody else would have given
SOFT = {"category": 0.4, "tone": 0.3, "kind": 0.3, "outcome": 0.3, "danger": 0.3}
LEAST = {"word": 3, "pair": 3, "letters": 4}  # texts that must hold a feature
TURNS = 3
NAMELESS = 0.2  # of the examples forget where they were said: imports often do not know it


@dataclass(frozen=True, slots=True)
class Example:
    """One written text with its labels; `also` are others that would do."""

    channel: str
    title: str
    text: str
    labels: dict[str, str]
    also: dict[str, tuple[str, ...]]


def examples(folder: Path = EXAMPLES) -> list[Example]:
    """Every example, in the order of the files."""
    found = []
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            channel, title, text, tone, kind, category, also, outcome, or_, danger = line.split(
                "\t"
            )
            labels = {
                "tone": tone, "kind": kind, "category": category, "outcome": outcome,
                "danger": danger,
            }  # fmt: skip
            others = {"category": _split(also), "outcome": _split(or_)}
            found.append(Example(channel, title, text, labels, others))
    return found


def _split(many: str) -> tuple[str, ...]:
    return tuple(filter(None, many.split("|")))


def phrases() -> list[Example]:
    """The council's own phrases, each as an example of its category alone."""
    return [
        Example("other", "", phrase, {"category": s.category}, {})
        for s in councilfile.shipped_council().services
        for phrase in s.phrases
    ]


def tokens(example: Example, channel: str | None = None) -> list[str]:
    """The tokens as the reader makes them."""
    plain = plain_of(example.title, example.text)
    said = channel or example.channel
    return [*tokens_of(plain.lower, said, bool(example.title)), mood_token(mood_of(plain))]


def counted(tokens: Sequence[str]) -> Counter[str]:
    """How often each feature is in a text."""
    count = Counter(f for word in dict.fromkeys(tokens) for f in features_of(word))
    count.update(list(pairs_of(tokens)))
    return count


def kind_of(feature: str) -> str:
    """word, pair or letters."""
    return "word" if feature[0] == "=" else "pair" if " " in feature else "letters"


class Table:
    """Features with their weights before learning: rare ones count more."""

    def __init__(self, counts: Sequence[Counter[str]]) -> None:
        texts = Counter(f for c in counts for f in c)
        names = sorted(f for f, n in texts.items() if n >= LEAST[kind_of(f)])
        self.names = names
        self.at = {name: n for n, name in enumerate(names)}
        whole = len(counts)
        self.weight = np.array(
            [
                (np.log((whole + 1) / (texts[f] + 1)) + 1)
                * (LETTERS if kind_of(f) == "letters" else 1)
                for f in names
            ]
        )

    def matrix(self, counts: Sequence[Counter[str]]) -> sp.csr_matrix:
        """One row a text, its length 1; the squared length adds up feature by feature."""
        places, values, ends, lengths = [], [], [0], []
        for count in counts:
            length = 0.0
            for feature, n in count.items():
                at = self.at.get(feature)
                if at is not None:
                    places.append(at)
                    values.append(n * self.weight[at])
                    length += n * self.weight[at] ** 2
            ends.append(len(places))
            lengths.append(max(length, 1e-9) ** -0.5)
        made = sp.csr_matrix((values, places, ends), shape=(len(counts), len(self.names)))
        return sp.diags(lengths) @ made


def learn(
    table: sp.csr_matrix, items: Sequence[Example], task: str
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The labels of a task, their weights and their offsets."""
    own = [n for n, e in enumerate(items) if task in e.labels]
    more = [(n, a) for n in own for a in items[n].also.get(task, ())]
    picked = [*own, *(n for n, _ in more)]
    labels = [*(items[n].labels[task] for n in own), *(a for _, a in more)]
    counts = np.array([1.0] * len(own) + [ALSO] * len(more))
    machine = LinearSVC(C=SOFT[task], random_state=1).fit(
        table[picked], labels, sample_weight=counts
    )
    return list(machine.classes_), machine.coef_, machine.intercept_


def sharpness(scores: np.ndarray, labels: list[str], truth: Sequence[str]) -> float:
    """The factor that makes the likelihoods of unseen examples most fitting (log-loss)."""
    at = np.array([labels.index(t) if t in labels else -1 for t in truth])
    scores, at = scores[at >= 0], at[at >= 0]

    def loss(factor: float) -> float:
        raised = factor * (scores - scores.max(axis=1, keepdims=True))
        return float((np.log(np.exp(raised).sum(axis=1)) - raised[np.arange(len(at)), at]).mean())

    return float(min(np.arange(0.5, 12.0, 0.25), key=loss))


def unseen_scores(
    counts: Sequence[Counter[str]], items: Sequence[Example], task: str, turns: int = TURNS
) -> tuple[np.ndarray, list[str], list[str]]:
    """The scores of each example by a model that did not see it."""
    fold = np.arange(len(items)) % turns
    scored, truth, labels = [], [], sorted({e.labels[task] for e in items if task in e.labels})
    for turn in range(turns):
        seen = [n for n in range(len(items)) if fold[n] != turn]
        rest = [n for n in range(len(items)) if fold[n] == turn and task in items[n].labels]
        table = Table([counts[n] for n in seen])
        found, weights, offsets = learn(
            table.matrix([counts[n] for n in seen]), [items[n] for n in seen], task
        )
        part = table.matrix([counts[n] for n in rest]) @ weights.T + offsets
        whole = np.full((len(rest), len(labels)), -3.0)
        for column, label in enumerate(found):
            whole[:, labels.index(label)] = part[:, column]
        scored.append(whole)
        truth += [items[n].labels[task] for n in rest]
    return np.vstack(scored), labels, truth


def train(items: Sequence[Example], sharp: Callable[[str], float]) -> bytes:
    """The model of these examples, packed."""
    chance = random.Random(3)
    counts = [counted(tokens(e, "other" if chance.random() < NAMELESS else None)) for e in items]
    table = Table(counts)
    matrix = table.matrix(counts)
    tasks, weights, offsets, first = [], [], [0.0, 0.0], 2
    for task in SOFT:
        labels, made, intercepts = learn(matrix, items, task)
        tasks.append({"name": task, "labels": labels, "first": first, "sharpness": sharp(task)})
        first += len(labels)
        weights.append(made)
        offsets += [round(float(o), 5) for o in intercepts]
        print(f"{task}: {len(labels)} labels", file=sys.stderr, flush=True)
    return packed(table, np.vstack(weights), tasks, offsets)


def packed(
    table: Table, weights: np.ndarray, tasks: list[dict[str, object]], offsets: list[float]
) -> bytes:
    """The rows as bytes, each lane with a scale of its own."""
    rows = (
        weights * table.weight
    ).T  # a feature's whole pull, as the text's length divides it later
    scales = np.quantile(np.abs(rows), 0.99999, axis=0) / 127
    lanes = np.clip(np.round(rows / scales), -127, 127).astype(int) + 128
    square = table.weight**2
    of_square = float(square.max() / 255)
    count = np.ones((len(rows), 1), int)
    whole = np.hstack([count, np.round(square / of_square)[:, None].astype(int), lanes])
    names = "\n".join(table.names).encode("utf-8")
    head = {
        "tasks": tasks, "offsets": offsets, "names": len(names),
        "scales": [1.0, of_square, *(float(f"{s:.6g}") for s in scales)],
    }  # fmt: skip
    plain = json.dumps(head, ensure_ascii=False).encode("utf-8") + b"\n" + names
    return zlib.compress(plain + whole.astype(np.uint8).tobytes(), 9)


def fitted_sharpness(items: Sequence[Example]) -> Callable[[str], float]:
    """How sharp each task's likelihoods are, fitted on unseen examples, with what they reach."""
    counts = [counted(tokens(e)) for e in items]

    def of(task: str) -> float:
        scores, labels, truth = unseen_scores(counts, items, task)
        best = [labels[n] for n in scores.argmax(axis=1)]
        right = sum(b == t for b, t in zip(best, truth, strict=True)) / len(truth)
        made = sharpness(scores, labels, truth)
        print(f"{task}: {right:.3f} of unseen examples, sharpness {made}", file=sys.stderr)
        return made

    return of


def curve(items: Sequence[Example], file: Path) -> None:
    """What more examples bring: the best label's share that would do on labelled mentions."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [counted(tokens(Example(r["channel"], r["title"], r["text"], {}, {}))) for r in rows]
    shuffled = random.Random(1).sample(items, len(items))
    for many in (1000, 2000, 4000, 8000, 12000, 16000, len(items)):
        some = [*shuffled[:many], *phrases()]
        counts = [counted(tokens(e)) for e in some]
        table = Table(counts)
        matrix, judged = table.matrix(counts), table.matrix(asked)
        said = []
        for task in ("category", "outcome"):
            labels, weights, offsets = learn(matrix, some, task)
            best = (judged @ weights.T + offsets).argmax(axis=1)
            do = [{r[task], *r[f"{task}_also"].split("|")} for r in rows]
            right = sum(labels[b] in d for b, d in zip(best, do, strict=True))
            said.append(f"{task} {right / len(rows):.3f}")
        print(f"{min(many, len(items)):6} examples: {', '.join(said)}", flush=True)


def main() -> None:
    """Trains and writes the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--most", type=int, help="only so many examples, drawn by chance")
    parser.add_argument("--curve", type=Path, metavar="FILE", help="only measure what more brings")
    asked = parser.parse_args()
    items = examples()
    if asked.curve:
        curve(items, asked.curve)
        return
    if asked.most:
        items = random.Random(1).sample(items, min(asked.most, len(items)))
    began = time.monotonic()
    made = train([*items, *phrases()], fitted_sharpness(items))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(made)
    print(f"{len(items)} examples, {len(made) / 1e6:.1f} MB, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
