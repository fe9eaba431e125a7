"""Intervals and quantiles by their definitions, in exact fractions where a rank decides."""
from collections import Counter
from fractions import Fraction
from functools import cache
from math import sqrt

Z = 1.959963984540054
TAIL = Fraction(1, 40)


def wilson(hits, n):
    """The 95% interval of a proportion, as fractions of one."""
    if n == 0:
        return None, None
    p, square = hits / n, Z * Z
    centre = (p + square / (2 * n)) / (1 + square / n)
    half = Z * sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n)
    return (0.0 if hits == 0 else centre - half), (1.0 if hits == n else centre + half)


def quantile(ordered, p):
    """Type 7 of a sorted list of integers or fractions: place (n - 1)p, exactly."""
    if not ordered:
        return None
    place = (len(ordered) - 1) * Fraction(p)
    below = int(place)
    share = place - below
    if share == 0:
        return Fraction(ordered[below])
    return ordered[below] + share * (ordered[below + 1] - ordered[below])


def quantile_with(ordered, below, above, p):
    """The quantile with unknown values below or above all known ones; None where it falls among values without limit."""
    values = below + ordered + above
    if not values:
        return None
    place = (len(values) - 1) * Fraction(p)
    first = int(place)
    share = place - first
    needed = values[first:first + 1 if share == 0 else first + 2]
    if None in needed:
        return None
    return Fraction(needed[0]) if share == 0 else needed[0] + share * (needed[1] - needed[0])


@cache
def order_ranks(n, p):
    """Ranks (from 1) of the 95% interval of a quantile; None where the sample is too small for an end.

    lower: the largest l with P(B(n,p) <= l - 1) <= 0.025; upper: the smallest u with P(B(n,p) >= u) <= 0.025.
    """
    p = Fraction(p)
    a, b = p.numerator, p.denominator - p.numerator
    total = p.denominator ** n
    lower = upper = None
    term, above, k = a ** n, 0, n       # term = ways of exactly k, above = ways of at least k
    while True:
        above += term
        if above * 40 <= total:
            upper = k
        if (total - above) * 40 <= total:
            lower = k if k >= 1 else None
            break
        if k == 0:
            break
        term = term * k * b // ((n - k + 1) * a)
        k -= 1
    return lower, upper


def order_interval(ordered, p):
    if not ordered:
        return None, None
    lower, upper = order_ranks(len(ordered), p)
    return (None if lower is None else ordered[lower - 1]), (None if upper is None else ordered[upper - 1])


def newcombe(x1, n1, x2, n2):
    """Method 10: the 95% interval of a difference of two proportions, from the Wilson limits of each."""
    p1, p2 = x1 / n1, x2 / n2
    (l1, u1), (l2, u2) = wilson(x1, n1), wilson(x2, n2)
    difference = p1 - p2
    return (difference - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), difference + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2))


def survival_median(ended, unfinished):
    """Kaplan and Meier: the first day by which half had ended; None where it is not reached.

    Those that ended on a day come before those that were last seen unfinished on it.
    """
    deaths, leavers = Counter(ended), Counter(unfinished)
    at_risk, survivors = deaths.total() + leavers.total(), 1.0
    for day in sorted(set(deaths) | set(leavers)):
        if deaths[day]:
            survivors *= 1 - deaths[day] / at_risk
            if survivors <= 0.5 + 1e-9:
                return day
        at_risk -= deaths[day] + leavers[day]
    return None
