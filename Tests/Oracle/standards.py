"""Levels that figures are held against, and what is said of a figure beside one."""
from datetime import date

import statistics as maths
from measures import extremes, percent

# id: (rule, value, [(from, status)]); the first level has no beginning that matters here. A level without a status is
# the end of the one before it.
BENCHMARK_YEAR = [(date(2022, 4, 1), "reference"), (date(2023, 4, 1), "")]
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
    "recorded-24h": (">=", 100, [(date.min, "national")]),
    "notify-in-time": (">=", 100, [(date.min, "national")]),
    "refer-in-time": (">=", 100, [(date.min, "national")]),
    "charge-benchmark": (">=", 5.7, BENCHMARK_YEAR),
    "no-suspect-benchmark": ("<=", 39.3, BENCHMARK_YEAR),
    "unassigned-benchmark": ("<=", 8, BENCHMARK_YEAR),
    "visits-overdue": ("<=", 0, [(date.min, "unverified")]),
    "occupancy": ("between", 75, [(date.min, "reference")]),       # to 85; only ever shown
    "days-to-outcome": ("<=", 14, [(date.min, "reference")]),
    "da-withdrawn": ("<=", 54.8, [(date.min, "reference")]),
}
AIMS = {"evidence-100", "recorded-24h", "notify-in-time", "refer-in-time", "visits-overdue"}      # shown and never judged
SMALL = 30


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
    for hits, n in extremes(cell.certain, cell.doubtful):
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
    if not in_force or not in_force[-1]:
        return None, "", changes
    return (rule, level, "aim" if figure.standard in AIMS else in_force[-1]), in_force[-1], changes


def marker(state, flags):
    """The letter that tables of the public sector write in place of a value or beside it."""
    letters = {"left_out": "x", "empty": "z", "part": "p", "immature": "p"}
    return letters.get(state, "u" if "small" in flags else "")
