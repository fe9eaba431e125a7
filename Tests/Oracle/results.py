"""What is published of a figure in a period: its value, interval, bounds, verdict, and whether the verdict would stand."""
from datetime import date, timedelta
from fractions import Fraction

import statistics as maths
from figure import HOURS
from periods import clocks_change, days, labels_of, spine
from tally import Tally

# id: (rule, value, [(from, status)]); the first level has no beginning that matters here
STANDARDS = {
    "999-answer": (">=", 90, [(date(2009, 1, 1), "national")]),
    "101-abandon": ("<=", 5, [(date.min, "unverified")]),
    "101-answer": (">=", 80, [(date.min, "unverified"), (date(2024, 10, 1), "local")]),
    "callback-kept": (">=", 100, [(date.min, "unverified")]),
    "g1-attend": (">=", 90, [(date.min, "reference")]),
    "g2-attend": (">=", 90, [(date.min, "reference")]),
    "g3-attend": (">=", 90, [(date.min, "reference")]),
    "no-late-downgrade": ("<=", 0, [(date.min, "unverified")]),
    "missing-arrival": ("<", 5, [(date.min, "unverified")]),
    "evidence-100": (">=", 100, [(date.min, "unverified")]),
}
AIMS = {"evidence-100"}                     # shown and never judged
SETTING_CHANGES = {"long_101": [date(2026, 10, 1)]}
SMALL = 30
MILLISECONDS = {"seconds": 1000, "minutes": 60_000, "hours": 3_600_000}
NUMBERS = ("value", "numerator", "denominator", "lower", "upper", "lowest", "highest", "considered", "missing",
           "not_evidenced", "not_due", "excluded", "boundary_value", "boundary_rows")


def hours_of(period, first, as_of_day, name):
    """Elapsed local hours of a period since the data begin, those of one label if a label is given."""
    found = 0
    for day in days(max(period.start, first), min(period.end, as_of_day)):
        found += len(labels_of(day)) if name is None else labels_of(day).count(int(name))
    return found


def percent(hits, n):
    return Fraction(100 * hits, n) if n else None


def extremes(cell):
    """(hits, rows) at the lowest and at the highest share that the unknown rows allow."""
    c0, c1, cn = cell.certain
    d0, d1, dn = cell.doubtful
    return (c1, c1 + c0 + cn + d0 + dn), (c1 + cn + d1 + dn, c1 + c0 + cn + d1 + dn)


def measure(figure, statistic, period, dimension, name, cell, first, as_of_day):
    """value, numerator, denominator, lower, upper, lowest, highest."""
    c1, n = cell.certain[1], cell.denominator
    unknown = cell.certain[2] + sum(cell.doubtful)
    if figure.measure == "share":
        lower, upper = maths.wilson(cell.hits, n)
        lowest, highest = extremes(cell)
        return (percent(cell.hits, n), cell.hits, n, lower and 100 * lower, upper and 100 * upper, percent(*lowest),
                percent(*highest))
    if figure.measure == "count":
        return n, n, n, None, None, c1, c1 + sum(cell.doubtful)
    if figure.measure == "count_per_hour":
        hours = hours_of(period, first, as_of_day, name if dimension == HOURS else None)
        # What may have waited at every hour adds one to a stock; what may have arrived at any adds one row.
        always = cell.undated if figure.statistic == "open" else 0
        rate = [Fraction(x, hours) if hours else None for x in (n, c1, c1 + sum(cell.doubtful) - always)]
        return rate[0], n, n, None, None, rate[1], rate[2] if rate[2] is None else rate[2] + always

    def in_unit(milliseconds):
        return None if milliseconds is None else Fraction(milliseconds) / MILLISECONDS[figure.unit]

    if figure.measure == "mean":
        amount = in_unit(sum(cell.values))
        value = amount / n if n else None
        lowest = highest = value if unknown == 0 else None
        if unknown and figure.plausible:
            lowest, highest = (in_unit(Fraction(sum(cell.sure) + limit * unknown, len(cell.sure) + unknown))
                               for limit in figure.plausible)
            # Values beyond the plausible range may have been seen: the figure itself is always possible.
            if value is not None:
                lowest, highest = min(lowest, value), max(highest, value)
        return value, amount, n, None, None, lowest, highest
    ordered = sorted(cell.values)
    p = figure.quantiles[statistic]
    lower, upper = (in_unit(x) for x in maths.order_interval(ordered, p))
    least, most = figure.plausible or (None, None)
    if figure.plausible and ordered:
        least, most = min(least, ordered[0]), max(most, ordered[-1])
    sure = sorted(cell.sure)
    lowest = maths.quantile_with(sure, [least] * unknown, [], p)
    highest = maths.quantile_with(sure, [], [most] * unknown, p)
    return in_unit(maths.quantile(ordered, p)), None, n, lower, upper, in_unit(lowest), in_unit(highest)


def meets(rule, value, level):
    return {">=": value >= level, "<=": value <= level, "<": value < level, ">": value > level}[rule]


def word(rule, level, n, value, lower, upper):
    """The verdict on one value: arithmetic, then chance."""
    if n < SMALL:
        return "too_few"
    met = "met" if meets(rule, value, level) else "not_met"
    if lower is not None and upper is not None and level not in (0, 100):
        if meets(rule, lower, level) != meets(rule, upper, level):
            return met + "_within_chance"
    return met


def verdict(state, standard, n, value, lower, upper, lowest, highest):
    if state != "ok":
        return ""
    if not standard:
        return "no_standard"
    rule, level, status = standard
    if status == "reference" or status == "aim":
        return "reference_only"
    found = word(rule, level, n, value, lower, upper)
    if found != "too_few" and lowest is not None and highest is not None:
        if meets(rule, lowest, level) != meets(rule, highest, level):
            return "depends_on_unknowns"
    return found


def robust(figure, found, standard, cell):
    """Whether the word is the same at the lowest and the highest share, each with its own number of rows."""
    if found in ("", "no_standard", "reference_only"):
        return ""
    if found == "depends_on_unknowns":
        return "no"
    rule, level, _ = standard
    for hits, n in extremes(cell):
        lower, upper = (x and 100 * x for x in maths.wilson(hits, n))
        if word(rule, level, n, percent(hits, n), lower, upper) != found:
            return "no"
    return "yes"


def standard_of(figure, period):
    """((rule, value, status) in force on the period's first day or None, the status shown, the days it changes on)."""
    if not figure.standard:
        return None, "", []
    rule, level, levels = STANDARDS[figure.standard]
    in_force = [status for start, status in levels if start <= period.start]
    changes = [start for start, _ in levels]
    if not in_force:
        return None, "", changes
    return (rule, level, "aim" if figure.standard in AIMS else in_force[-1]), in_force[-1], changes


def row(figure, statistic, period, dimension, name, cell, first, last, as_of_day):
    value, numerator, denominator, lower, upper, lowest, highest = measure(
        figure, statistic, period, dimension, name, cell, first, as_of_day)
    covered_until = min(last, as_of_day)
    outside = period.start > covered_until or period.end < first
    cut = period.start < first or period.end > covered_until
    empty = outside or (denominator == 0 and not figure.measure.startswith("count"))
    state = "left_out" if figure.left_out else "empty" if empty else "part" if cut else "ok"
    value = None if empty else value
    standard, status, changes = standard_of(figure, period)
    for setting in figure.dated_settings:
        changes = changes + SETTING_CHANGES[setting]
    flags = []
    if 0 < denominator < SMALL:
        flags.append("small")
    if any(period.start < change <= period.end for change in changes):
        flags.append("definition_changed")
    if period.kind in ("day", "week") and clocks_change(period):
        flags.append("clock_change")
    if figure.trailing_days and period.start - timedelta(days=figure.trailing_days) < first:
        flags.append("first_28_days")
    judged = verdict(state, standard, denominator, value, lower, upper, lowest, highest)
    turns = hasattr(figure.value, "turned")
    found = {
        "headline": "yes" if figure.headline else "no",
        "period_label": period.label, "period_start": str(period.start), "period_end": str(period.end),
        "value": value, "unit": figure.unit, "numerator": numerator, "denominator": denominator,
        "lower": lower, "upper": upper, "lowest": lowest, "highest": highest,
        "considered": cell.considered, "missing": cell.missing, "not_evidenced": cell.not_evidenced,
        "not_due": cell.not_due, "excluded": sum(cell.excluded.values()),
        "standard": figure.standard if standard else "", "standard_rule": standard[0] if standard else "",
        "standard_value": standard[1] if standard else None, "standard_status": status,
        "verdict": judged, "state": state, "marker": "", "flags": ";".join(flags),
        "robust": robust(figure, judged, standard, cell),
        "boundary_value": percent(cell.turned, denominator) if turns else None,
        "boundary_rows": cell.moved if turns else None,
    }
    if state == "left_out":
        found.update(dict.fromkeys(NUMBERS))
        found["flags"] = ""
    return found


def difference_row(figure, period, of, minus, shares):
    """A share less another, over rows that are never the same; `shares` are their hits and denominators."""
    found = dict(of)
    both = of["denominator"] and minus["denominator"]
    for column in ("denominator", "considered", "missing", "not_evidenced", "not_due", "excluded"):
        found[column] = of[column] + minus[column]
    found.update(dict.fromkeys(("value", "numerator", "lower", "upper", "lowest", "highest", "boundary_value",
                                "boundary_rows", "standard_value")))
    if both:
        found["value"] = of["value"] - minus["value"]
        found["lower"], found["upper"] = (100 * x for x in maths.newcombe(*shares))
    if None not in (of["lowest"], of["highest"], minus["lowest"], minus["highest"]):
        found["lowest"], found["highest"] = of["lowest"] - minus["highest"], of["highest"] - minus["lowest"]
    state = of["state"] if of["state"] == minus["state"] else "empty" if "empty" in (of["state"], minus["state"]) else "part"
    flags = set(of["flags"].split(";")) | set(minus["flags"].split(";"))
    order = ("small", "definition_changed", "clock_change")
    found.update(headline="yes" if figure.headline else "no", unit=figure.unit, standard="", standard_rule="",
                 standard_status="", verdict="no_standard" if state == "ok" else "", state=state, robust="",
                 flags=";".join(f for f in order if f in flags))
    return found


def groups_of(period, figure, members):
    yield "all", "all"
    for d in figure.by:
        if period.kind in ("financial_year", "rolling_12_months") or (period.kind == "month" and d != HOURS):
            for m in sorted(members[d]):
                yield d, m


def rows_of(figure, tally, coverage, as_of_day):
    """Every published row of a figure, keyed as the contract keys them; and its exclusions."""
    first, last = coverage
    for period in spine(first, last, as_of_day):
        for dimension, name in groups_of(period, figure, tally.members):
            cell = tally.cell(period, dimension, name)
            for statistic in figure.statistics():
                key = (figure.id, statistic, period.kind, period.id, dimension, name)
                yield key, row(figure, statistic, period, dimension, name, cell, first, last, as_of_day)
            if figure.lists_exclusions and not figure.left_out:
                for place, (reason, _) in enumerate(figure.population[1]):
                    yield (("exclusion", figure.id, period.kind, period.id, dimension, name, reason),
                           {"order": place + 1, "n": cell.excluded[reason]})


def differences(figure, of, minus, coverage, as_of_day):
    """The rows of a difference from the tallies of its two shares."""
    first, last = coverage
    members = {d: of.members[d] | minus.members[d] for d in figure.by}
    for period in spine(first, last, as_of_day):
        for dimension, name in groups_of(period, figure, members):
            parts, shares = [], []
            for tally in (of, minus):
                cell = tally.cell(period, dimension, name)
                parts.append(row(tally.figure, "share", period, dimension, name, cell, first, last, as_of_day))
                shares += [cell.hits, cell.denominator]
            key = (figure.id, "difference", period.kind, period.id, dimension, name)
            yield key, difference_row(figure, period, *parts, shares)


def everything(figures, tables, as_of_day, as_of):
    """({row key: columns}, {exclusion key: columns}) of all figures."""
    results, exclusions, tallies = {}, {}, {}
    wanted = {part for figure in figures if figure.measure == "difference" for part in figure.value}
    for figure in figures:
        table = tables[figure.table]
        if figure.measure == "difference":
            of, minus = (tallies[part] for part in figure.value)
            results.update(differences(figure, of, minus, table.coverage, as_of_day))
            continue
        tally = Tally(figure, table, as_of)
        if figure.id in wanted:
            tallies[figure.id] = tally
        for key, columns in rows_of(figure, tally, table.coverage, as_of_day):
            if key[0] == "exclusion":
                exclusions[key[1:]] = columns
            else:
                results[key] = columns
    return results, exclusions
