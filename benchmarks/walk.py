"""How long a walk takes: microseconds for the longest ways through each chart.

Run with `python -m benchmarks.walk`. The bar is 50 µs a walk on one core.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from listener import charts
from rules.facts import Fact, Facts, Value
from rules.flowchart import Flowchart, walk

BAR = 50.0  # µs
ROUNDS, WALKS = 9, 2_000
FOUND_NOTHING = (
    "info_request", "abusive", "political", "names_politician", "pre_election", "consultation",
    "positive", "invites_reply", "notice", "doubtful_claim", "known_false_claim", "question",
    "fault", "complaint", "second_time", "venting", "already_routed", "open_issue",
)  # fmt: skip
QUIET = dict.fromkeys(FOUND_NOTHING, False)
MENTIONS: Mapping[str, Mapping[str, Value]] = {
    "a first report, firm": {"fault": True, "ours": True},
    "a second time? (asked)": {"fault": True, "complaint": True, "second_time": None, "ours": True},
    "nothing found": {},
    "a request, firm": {"info_request": True},
}


def microseconds(chart: Flowchart, facts: Facts) -> float:
    """The best of several rounds: the other ones measure what else the machine did."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for _ in range(WALKS):
            walk(chart, facts)
        best = min(best, time.perf_counter() - began)
    return best / WALKS * 1e6


def main() -> int:
    """Prints a line a walk; 1 where one is slower than the bar."""
    slowest = 0.0
    for name in charts.shipped():
        for what, known in MENTIONS.items():
            given = {"danger": "none", "about_us": True, "people": 1.0, **QUIET, **known}
            facts = Facts({n: Fact(v, f"{n} was read") for n, v in given.items()})
            steps = len(walk(charts.load(name), facts).steps)
            took = microseconds(charts.load(name), facts)
            slowest = max(slowest, took)
            print(f"{name:<10} {what:<24} {steps:>2} steps  {took:5.1f} µs")
    print(f"slowest {slowest:.1f} µs, bar {BAR:.0f} µs")
    return int(slowest > BAR)


if __name__ == "__main__":
    raise SystemExit(main())
