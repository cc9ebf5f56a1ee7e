"""The tail of a negative binomial count, held against a sum of its terms."""

from __future__ import annotations

from math import exp, inf, isclose, lgamma, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.tails import at_least, log_at_least, quantile

means = st.floats(0.001, 400)
spreads = st.floats(1, 60)


def chance(count: int, mean: float, variance: float) -> float:
    if variance <= mean * (1 + 1e-9):
        return exp(count * log(mean) - mean - lgamma(count + 1))
    size = mean * mean / (variance - mean)
    ways = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    return exp(ways + size * log(size / (size + mean)) + count * log(mean / (size + mean)))


@settings(deadline=None, max_examples=150)
@given(st.integers(1, 900), means, spreads)
def test_the_tail_is_what_its_terms_sum_to(count: int, mean: float, spread: float) -> None:
    variance = mean * spread
    below = sum(chance(n, mean, variance) for n in range(count))
    assert at_least(count, mean, variance) == pytest.approx(max(0.0, 1 - below), abs=1e-8)


@settings(deadline=None, max_examples=150)
@given(st.floats(0.01, 0.99), means, spreads)
def test_a_quantile_is_the_smallest_count_not_exceeded_so_often(
    share: float, mean: float, spread: float
) -> None:
    count = quantile(share, mean, mean * spread)
    assert 1 - at_least(count + 1, mean, mean * spread) >= share - 1e-9
    assert count == 0 or 1 - at_least(count, mean, mean * spread) <= share + 1e-9


def test_a_small_chance_does_not_underflow() -> None:
    assert -30_000 < log_at_least(3_000, 1, 1) < -700
    assert -20_000 < log_at_least(3_000, 1, 40) < -50


def test_the_two_ways_to_sum_agree_where_they_meet() -> None:
    one, other = (log_at_least(20, 10, variance) for variance in (29.9999, 30.0001))
    assert isclose(one, other, rel_tol=1e-4)


def test_the_edges_are_told_as_they_are() -> None:
    assert at_least(0, 5, 6) == 1
    assert at_least(3, 0, 0) == 0
    assert log_at_least(0, 5, 6) == 0
    assert log_at_least(1, 0, 0) == -inf
    assert quantile(0.9, 0, 0) == 0
    with pytest.raises(ValueError, match="between"):
        quantile(1.0, 3, 4)
