"""Rows of figures added up by period and member, and turned into the rows that are published."""
from collections import Counter, defaultdict
from datetime import date, timedelta
from fractions import Fraction

import statistics as maths
from decode import day_of
from kpis import HOURS, NOT_RECORDED, SETTINGS, figures, member, stand
from periods import clocks_change, days, labels_of, month, spine, week

# id: (rule, value, [(from, status)]); the first level has no beginning that matters here
STANDARDS = {
    "999-answer": (">=", 90, [(date(2009, 1, 1), "national")]),
    "101-abandon": ("<=", 5, [(date.min, "unverified")]),
    "101-answer": (">=", 80, [(date.min, "unverified"), (date(2024, 10, 1), "local")]),
    "callback-kept": (">=", 100, [(date.min, "unverified")]),
}
SETTING_CHANGES = {"long_101": [date(2026, 10, 1)]}


class Cell:
    """Counts of one figure in one period and member; cells add up."""
    __slots__ = ("hits", "denominator", "missing", "not_evidenced", "not_due", "excluded", "certain", "doubtful",
                 "values", "sure")

    def __init__(self):
        self.hits = self.denominator = self.missing = self.not_evidenced = self.not_due = 0
        self.excluded = Counter()
        self.certain, self.doubtful = [0, 0, 0], [0, 0, 0]      # miss, hit, unknown
        self.values, self.sure = [], []

    def add(self, other):
        self.hits += other.hits
        self.denominator += other.denominator
        self.missing += other.missing
        self.not_evidenced += other.not_evidenced
        self.not_due += other.not_due
        self.excluded.update(other.excluded)
        self.certain = [a + b for a, b in zip(self.certain, other.certain)]
        self.doubtful = [a + b for a, b in zip(self.doubtful, other.doubtful)]
        self.values += other.values
        self.sure += other.sure

    def enter(self, figure, standing, rejected):
        if rejected:                    # a rejected record is in no count, but it may matter
            if standing.kind == "considered":
                self.doubtful[slot(figure, standing.value)] += 1
            return
        if standing.kind == "excluded":
            self.excluded[standing.reason] += 1
            return
        if standing.kind == "not_due":
            self.not_due += 1
            return
        (self.doubtful if standing.doubtful else self.certain)[slot(figure, standing.value)] += 1
        if standing.scope is None:
            self.missing += 1
        elif standing.value is None:
            if figure.missing_is_miss:
                self.denominator += 1
                self.not_evidenced += 1
            else:
                self.missing += 1
        else:
            self.denominator += 1
            if figure.measure in ("mean", "quantiles"):
                self.values.append(standing.value)
                if not standing.doubtful:
                    self.sure.append(standing.value)
            elif standing.value is True:
                self.hits += 1

    @property
    def considered(self):
        return self.denominator + self.missing + self.not_due + sum(self.excluded.values())


def slot(figure, value):
    if value is None:
        return 2
    return 1 if figure.measure in ("mean", "quantiles") or value is True else 0


class Tally:
    """All cells of one figure."""

    def __init__(self, figure, files, as_of, coverage):
        self.figure = figure
        self.weeks, self.months = defaultdict(Cell), defaultdict(Cell)      # of a day; of (dimension, member, day)
        self.undated = []                                                  # (file span, member by dimension, standing)
        for file in files:
            for leg in file.legs:
                standing = stand(figure, leg, as_of)
                if standing is None:
                    continue
                anchor = None if leg.malformed else getattr(leg, figure.period)
                members = {d: NOT_RECORDED if leg.malformed else member(leg, d) for d in figure.by}
                if anchor is None:
                    self.undated.append((file.span, members, standing))
                    continue
                day = day_of(anchor)
                monday, first = week(day).start, month(day).start
                self.weeks[monday].enter(figure, standing, leg.rejected)
                self.months["all", "all", first].enter(figure, standing, leg.rejected)
                for d, m in members.items():
                    self.months[d, m, first].enter(figure, standing, leg.rejected)
        # A member that only rejected rows name is none.
        self.members = {d: {m for (dimension, m, _), cell in self.months.items() if dimension == d and cell.considered}
                        for d in figure.by}

    def cell(self, period, dimension, name):
        cell = Cell()
        if period.kind == "week":
            cell.add(self.weeks[period.start])
        else:
            day = period.start
            while day <= period.end:
                part = self.months.get((dimension, name, day))
                if part:
                    cell.add(part)
                day = month(day).end + timedelta(days=1)
        for span, members, standing in self.undated:
            if period.overlaps(span) and (dimension == "all" or members[dimension] == name):
                cell.enter(self.figure, standing, True)
        return cell


def rows_of(figure, files, as_of_day, as_of, coverage):
    """Every published row of a figure, keyed as the contract keys them; and its exclusions."""
    first, last = coverage
    covered_until = min(last, as_of_day)
    tally = Tally(figure, files, as_of, coverage)
    for period in spine(first, last, as_of_day):
        groups = [("all", "all")]
        for d in figure.by:
            if period.kind in ("financial_year", "rolling_12_months") or (period.kind == "month" and d != HOURS):
                groups += [(d, m) for m in sorted(tally.members[d])]
        for dimension, name in groups:
            cell = tally.cell(period, dimension, name)
            for statistic in figure.statistics():
                key = (figure.id, statistic, period.kind, period.id, dimension, name)
                yield key, row(figure, statistic, period, dimension, name, cell, first, covered_until)
            if figure.statistic in ("", "share:under 10 s") and not figure.left_out:
                order = [reason for reason, _ in figure.population[1]]
                exclusions = {(figure.id, period.kind, period.id, dimension, name, reason):
                              {"order": place + 1, "n": cell.excluded[reason]} for place, reason in enumerate(order)}
            else:
                exclusions = {}
            for k, v in exclusions.items():
                yield ("exclusion",) + k, v


def unit_number(milliseconds):
    return None if milliseconds is None else Fraction(milliseconds) / 1000


def hours_of(period, first, covered_until, name):
    """Elapsed local hours of the covered part of a period, those of one label if a label is given."""
    found = 0
    for day in days(max(period.start, first), min(period.end, covered_until)):
        found += len(labels_of(day)) if name is None else labels_of(day).count(int(name))
    return found


def measure(figure, statistic, period, dimension, name, cell, first, covered_until):
    """value, numerator, denominator, lower, upper, lowest, highest."""
    c0, c1, cn = cell.certain
    d0, d1, dn = cell.doubtful
    n, unknown = cell.denominator, cn + d0 + d1 + dn
    if figure.measure == "share":
        value = Fraction(100 * cell.hits, n) if n else None
        lower, upper = maths.wilson(cell.hits, n)
        below, above = c1 + c0 + cn + d0 + dn, c1 + c0 + cn + d1 + dn
        return (value, cell.hits, n, lower and 100 * lower, upper and 100 * upper,
                Fraction(100 * c1, below) if below else None,
                Fraction(100 * (c1 + cn + d1 + dn), above) if above else None)
    if figure.measure == "count":
        return n, n, n, None, None, c1, c1 + d0 + d1 + dn
    if figure.measure == "count_per_hour":
        hours = hours_of(period, first, covered_until, name if dimension == HOURS else None)
        rate = [Fraction(x, hours) if hours else None for x in (n, c1, c1 + d0 + d1 + dn)]
        return rate[0], n, n, None, None, rate[1], rate[2]
    if figure.measure == "mean":
        amount = unit_number(sum(cell.values))
        value = amount / n if n else None
        lowest = highest = value if unknown == 0 else None
        if unknown and figure.plausible:
            lowest, highest = (unit_number(Fraction(sum(cell.sure) + limit * unknown, len(cell.sure) + unknown))
                               for limit in figure.plausible)
            # Values beyond the plausible range may have been seen: the figure itself is always possible.
            if value is not None:
                lowest, highest = min(lowest, value), max(highest, value)
        return value, amount, n, None, None, lowest, highest
    ordered = sorted(cell.values)
    p = figure.quantiles[statistic]
    value = unit_number(maths.quantile(ordered, p))
    lower, upper = (unit_number(x) for x in maths.order_interval(ordered, p))
    least, most = figure.plausible or (None, None)
    if figure.plausible and ordered:
        least, most = min(least, ordered[0]), max(most, ordered[-1])
    sure = sorted(cell.sure)
    lowest = maths.quantile_with(sure, [least] * unknown, [], p)
    highest = maths.quantile_with(sure, [], [most] * unknown, p)
    return value, None, n, lower, upper, unit_number(lowest), unit_number(highest)


def meets(rule, value, level):
    return {">=": value >= level, "<=": value <= level, "<": value < level, ">": value > level}[rule]


def verdict(state, standard, n, value, lower, upper, lowest, highest):
    if state != "ok":
        return ""
    if not standard:
        return "no_standard"
    rule, level, status = standard
    if status == "reference":
        return "reference_only"
    if n < SETTINGS["small_n"]:
        return "too_few"
    if lowest is not None and highest is not None and meets(rule, lowest, level) != meets(rule, highest, level):
        return "depends_on_unknowns"
    met = "met" if meets(rule, value, level) else "not_met"
    if lower is not None and upper is not None and level not in (0, 100):
        if meets(rule, lower, level) != meets(rule, upper, level):
            return met + "_within_chance"
    return met


def row(figure, statistic, period, dimension, name, cell, first, covered_until):
    value, numerator, denominator, lower, upper, lowest, highest = measure(
        figure, statistic, period, dimension, name, cell, first, covered_until)
    outside = period.start > covered_until or period.end < first
    cut = period.start < first or period.end > covered_until
    empty = outside or (denominator == 0 and not figure.measure.startswith("count"))
    state = "left_out" if figure.left_out else "empty" if empty else "part" if cut else "ok"
    standard, changes = None, []
    if figure.standard:
        rule, level, levels = STANDARDS[figure.standard]
        in_force = [status for start, status in levels if start <= period.start]
        standard = (rule, level, in_force[-1]) if in_force else None
        changes += [start for start, _ in levels]
    for setting in figure.dated_settings:
        changes += SETTING_CHANGES[setting]
    flags = []
    if 0 < denominator < SETTINGS["small_n"]:
        flags.append("small")
    if any(period.start < change <= period.end for change in changes):
        flags.append("definition_changed")
    if period.kind in ("day", "week") and clocks_change(period):
        flags.append("clock_change")
    if figure.trailing_days and period.start - timedelta(days=figure.trailing_days) < first:
        flags.append("first_28_days")
    found = {
        "headline": "yes" if figure.headline else "no",
        "period_label": period.label, "period_start": str(period.start), "period_end": str(period.end),
        "value": value, "unit": figure.unit, "numerator": numerator, "denominator": denominator,
        "lower": lower, "upper": upper, "lowest": lowest, "highest": highest,
        "considered": cell.considered, "missing": cell.missing, "not_evidenced": cell.not_evidenced,
        "not_due": cell.not_due, "excluded": sum(cell.excluded.values()),
        "standard": figure.standard if standard else "", "standard_rule": standard[0] if standard else "",
        "standard_value": standard[1] if standard else None, "standard_status": standard[2] if standard else "",
        "verdict": verdict(state, standard, denominator, value, lower, upper, lowest, highest),
        "state": state, "marker": "", "flags": ";".join(flags),
    }
    if state == "left_out":
        for column in ("value", "numerator", "denominator", "lower", "upper", "lowest", "highest", "considered",
                       "missing", "not_evidenced", "not_due", "excluded"):
            found[column] = None
        found["flags"] = ""
    return found


def everything(ingested, as_of_day, as_of):
    """({row key: columns}, {exclusion key: columns}) of all figures."""
    files = ingested.files
    spans = [f.span for f in files if f.span]
    coverage = min(s[0] for s in spans), max(s[1] for s in spans)
    results, exclusions = {}, {}
    for figure in figures():
        for key, columns in rows_of(figure, files, as_of_day, as_of, coverage):
            if key[0] == "exclusion":
                exclusions[key[1:]] = columns
            else:
                results[key] = columns
    return results, exclusions
