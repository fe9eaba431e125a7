"""What a figure comes to over the rows of a cell: its value, its interval, and what unknown rows could make of it."""
from collections import Counter
from fractions import Fraction

import statistics as maths
from figure import HOURS
from periods import days, labels_of

MILLISECONDS = {"seconds": 1000, "minutes": 60_000, "hours": 3_600_000, "days": 86_400_000}


def hours_of(period, first, as_of_day, name):
    """Elapsed local hours of a period since the data begin, those of one label if a label is given."""
    found = 0
    for day in days(max(period.start, first), min(period.end, as_of_day)):
        found += len(labels_of(day)) if name is None else labels_of(day).count(int(name))
    return found


def percent(hits, n):
    return Fraction(100 * hits, n) if n else None


def extremes(certain, doubtful):
    """(hits, rows) at the lowest and at the highest share that the unknown rows allow."""
    c0, c1, cn = certain
    d0, d1, dn = doubtful
    return (c1, c1 + c0 + cn + d0 + dn), (c1 + cn + d1 + dn, c1 + c0 + cn + d1 + dn)


def unknown(cell):
    return cell.certain[2] + sum(cell.doubtful)


def measure(figure, statistic, period, dimension, name, cell, first, as_of_day):
    """value, numerator, denominator, lower, upper, lowest, highest."""
    c1, n = cell.certain[1], cell.denominator
    if figure.measure == "share":
        return share(cell.hits, n, cell.certain, cell.doubtful)
    if figure.measure == "mix":
        return part(statistic.split(":", 1)[1], cell)
    if figure.measure == "count":
        return n, n, n, None, None, c1, c1 + sum(cell.doubtful)
    if figure.measure == "count_per_hour":
        hours = hours_of(period, first, as_of_day, name if dimension == HOURS else None)
        # What may have waited at every hour adds one to a stock; what may have arrived at any adds one row.
        always = cell.undated if figure.statistic == "open" else 0
        rate = [Fraction(x, hours) if hours else None for x in (n, c1, c1 + sum(cell.doubtful) - always)]
        return rate[0], n, n, None, None, rate[1], rate[2] if rate[2] is None else rate[2] + always
    if figure.measure == "sum":
        return added(figure, cell)
    if figure.measure == "per":
        return per(figure.quantiles[statistic], cell)
    if figure.measure == "survival":
        return survival(cell)
    return (mean if figure.measure == "mean" else quantiles)(figure, statistic, cell)


def share(hits, n, certain, doubtful):
    lower, upper = maths.wilson(hits, n)
    lowest, highest = extremes(certain, doubtful)
    return (percent(hits, n), hits, n, lower and 100 * lower, upper and 100 * upper, percent(*lowest), percent(*highest))


def part(value, cell):
    """The share of rows with one value, among those whose value is known."""
    sure, unsure = cell.sure[value], cell.unsure[value]
    return share(cell.values[value], cell.denominator, [cell.certain[1] - sure, sure, cell.certain[2]],
                 [cell.doubtful[1] - unsure, unsure, cell.doubtful[2]])


def per(p, cell):
    counts = sorted(cell.values.values())
    if p == "mean":
        value = Fraction(sum(counts), len(counts)) if counts else None
    else:
        value = maths.quantile(counts, p)
    return value, len(counts), cell.denominator, None, None, None, None


def survival(cell):
    """Days until it ended, of which half had; values are (whether it ended, days)."""
    def median(values, at_once=0, never=0):
        ended, unfinished = Counter({0: at_once}), Counter()
        for (has_ended, days), rows in values.items():
            (ended if has_ended else unfinished)[days] += rows
        unfinished[max((*ended, *unfinished)) + 1] += never
        return maths.survival_median(ended, unfinished)

    more = unknown(cell)
    return (median(cell.values), sum(n for (ended, _), n in cell.values.items() if ended), cell.denominator, None, None,
            median(cell.sure, at_once=more), median(cell.sure, never=more))


def in_unit(figure, milliseconds):
    return None if milliseconds is None else Fraction(milliseconds) / MILLISECONDS.get(figure.unit, 1)


def added(figure, cell):
    """What rows come to; without plausible limits a row more can add any amount, and takes none away unless a value may
    be below zero."""
    amount = in_unit(figure, sum(value * rows for value, rows in cell.values.items()))
    if not unknown(cell):
        return amount, amount, cell.denominator, None, None, amount, amount
    certain = in_unit(figure, sum(value * rows for value, rows in cell.sure.items()))
    return amount, amount, cell.denominator, None, None, None if figure.signed else certain, None


def mean(figure, statistic, cell):
    n, more = cell.denominator, unknown(cell)
    amount = in_unit(figure, sum(value * rows for value, rows in cell.values.items()))
    value = amount / n * figure.times if n else None
    lowest = highest = value if more == 0 else None
    if more and figure.plausible:
        known, certain = sum(value * rows for value, rows in cell.sure.items()), cell.certain[1]
        lowest, highest = (figure.times * in_unit(figure, Fraction(known + limit * more, certain + more))
                           for limit in figure.plausible)
        # Values beyond the plausible range may have been seen: the figure itself is always possible.
        if value is not None:
            lowest, highest = min(lowest, value), max(highest, value)
    return value, amount, n, None, None, lowest, highest


def quantiles(figure, statistic, cell):
    ordered, more = sorted(cell.values.elements()), unknown(cell)
    p = figure.quantiles[statistic]
    lower, upper = (in_unit(figure, x) for x in maths.order_interval(ordered, p))
    least, most = figure.plausible or (None, None)
    if figure.plausible and ordered:
        least, most = min(least, ordered[0]), max(most, ordered[-1])
    sure = sorted(cell.sure.elements())
    lowest = maths.quantile_with(sure, [least] * more, [], p)
    highest = maths.quantile_with(sure, [], [most] * more, p)
    return (in_unit(figure, maths.quantile(ordered, p)), None, cell.denominator, lower, upper, in_unit(figure, lowest),
            in_unit(figure, highest))
