"""The tail of a negative binomial count: how rarely so many are counted, and what is usual.

A count of posts has more spread than Poisson's: posts draw replies, and days differ. Mean m and
variance v > m give the negative binomial of size m²/(v − m); v <= m gives Poisson's. The sums run
over the terms of the probability function, each found from the one before (Johnson, Kemp and Kotz,
Univariate Discrete Distributions, 3rd ed., 5.1 and 4.1), so that no table or library is needed.
"""

from __future__ import annotations

from math import exp, inf, lgamma, log, log1p, sqrt

_LONGEST = 10_000  # terms
_FEW = 30.0  # variance up to which the terms are summed: they are few
_ENOUGH = 1e-10  # of the sum: a smaller term ends it
_NEARLY = 1 + 1e-9  # a variance below this many means is Poisson's


def _size(mean: float, variance: float) -> float:
    """The size of the negative binomial; infinite for Poisson's."""
    return mean * mean / (variance - mean) if variance > mean * _NEARLY else inf


def _log_chance(count: float, mean: float, size: float) -> float:
    """The natural logarithm of the chance of exactly count."""
    if size == inf:
        return count * log(mean) - mean - lgamma(count + 1)
    return (
        lgamma(count + size)
        - lgamma(size)
        - lgamma(count + 1)
        - size * log1p(mean / size)
        - count * log1p(size / mean)
    )


def log_at_least(count: float, mean: float, variance: float) -> float:
    """The natural logarithm of the chance of count or more, for a count above the mean.

    Nothing underflows: the chance of a thousand where one is usual is still told. A mean of 0
    makes every count above it impossible (−inf).
    """
    if count <= 0:
        return 0.0
    if mean <= 0:
        return -inf
    size = _size(mean, variance)
    if size == inf or variance < _FEW:
        return min(0.0, _log_chance(count, mean, size) + log(_terms(count, mean, size)))
    # The chance is an incomplete beta function of mean / (mean + size).
    part = _fraction(count, size, mean / (mean + size))
    return min(0.0, _log_chance(count, mean, size) + log(part))


def _terms(count: float, mean: float, size: float) -> float:
    """The chances of count and of all above it, as a multiple of that of count."""
    share = mean if size == inf else mean / (mean + size)
    term = total = 1.0
    at = count
    for _ in range(_LONGEST):
        term *= share / (at + 1) if size == inf else share * (at + size) / (at + 1)
        total += term
        at += 1
        if term < _ENOUGH * total:
            break
    return total


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function of x below (a + 1) / (a + b + 2).

    Its steps are as many as the root of the larger of a and b, where the terms of the sum are as
    many as the spread (Press et al., Numerical Recipes, 3rd ed., 6.4, by Lentz's method).
    """
    c = 1.0
    d = 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _LONGEST):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / (1 + even * d)
        c = 1 + even / c
        value *= d * c
        d = 1 / (1 + odd * d)
        c = 1 + odd / c
        step = d * c
        value *= step
        if abs(step - 1) < _ENOUGH:
            break
    return value


def at_least(count: float, mean: float, variance: float) -> float:
    """The chance of count or more, in [0, 1]."""
    if count <= 0:
        return 1.0
    if count > mean:
        return exp(log_at_least(count, mean, variance))
    size = _size(mean, variance)
    # Below the mean the terms fall towards nought: the rest of one is summed.
    at = count - 1
    term = total = 1.0
    while at > 0:
        back = at / mean if size == inf else at * (1 + size / mean) / (at - 1 + size)
        term *= back
        total += term
        at -= 1
        if term < _ENOUGH * total:
            break
    return max(0.0, 1 - exp(_log_chance(count - 1, mean, size)) * total)


def quantile(share: float, mean: float, variance: float) -> int:
    """The smallest count that is not exceeded with at least this chance; share in (0, 1)."""
    if not 0 < share < 1:
        raise ValueError("a share lies between 0 and 1")
    if mean <= 0:
        return 0
    low, high = -1, int(mean + 4 * sqrt(max(variance, mean))) + 4
    while 1 - at_least(high + 1, mean, variance) < share:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if 1 - at_least(middle + 1, mean, variance) < share:
            low = middle
        else:
            high = middle
    return high
