"""What others published: the file's records, and comparisons.csv from it and the figures of financial years."""
import csv
from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction

from compare import close, table
from fates import File
from statistics import newcombe

NAME = "benchmarks/benchmarks_20260401.csv"
COMPARED = {"I17", "I18", "I19", "I20", "I22", "I25"}
FORCE = "Loamshire Police"


def read(inputs):
    path = inputs / NAME
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def files(inputs):
    rows = read(inputs)
    if not rows:
        return []
    ledger = Counter(physical=len(rows) + 1, header=1, accepted=len(rows))
    return [File("benchmarks", NAME, date(2026, 4, 1), ledger)]


def expected(inputs, own):
    """(kpi, statistic, from, to, benchmark) -> numerator, denominator, value; only of years that `own` has whole."""
    found, group = {}, defaultdict(list)
    for row in read(inputs):
        figure = next((f for f in own if f["kpi"] == row["kpi"] and row["statistic"] in ("", f["statistic"])
                       and (f["period_start"], f["period_end"]) == (row["from"], row["to"])), None)
        if figure is None or row["kpi"] not in COMPARED:
            continue
        key = (row["kpi"], figure["statistic"], row["from"], row["to"])
        top, bottom = row["numerator"], row["denominator"]
        value = Fraction(row["percent"]) if row["percent"] else Fraction(100 * int(top), int(bottom))
        found[*key, row["force"]] = (top, bottom, value, figure)
        if row["most_similar"] == "Y" and row["force"] != FORCE and top:
            group[key].append((int(top), int(bottom), figure))
    for key, rows in group.items():
        top, bottom = sum(r[0] for r in rows), sum(r[1] for r in rows)
        found[*key, "most similar group"] = (str(top), str(bottom), Fraction(100 * top, bottom), rows[0][2])
    return found


def compare(report, inputs, published):
    path = published / "comparisons.csv"
    if not path.exists():
        report.check(not read(inputs), "comparisons: not published", "comparison")
        return 0
    own = [row for row in table(published / "results.csv")
           if row["period_type"] == "financial_year" and row["state"] in ("ok", "immature", "empty")]
    ours = expected(inputs, own)
    theirs = {(r["kpi"], r["statistic"], r["period_start"], r["period_end"], r["benchmark"]): r
              for r in table(path)}
    for key in ours.keys() ^ theirs.keys():
        report.check(False, f"comparisons: {key}: only {'ours' if key in ours else 'published'}", "comparison")
    for key in ours.keys() & theirs.keys():
        (top, bottom, value, figure), row = ours[key], theirs[key]
        good = [row["numerator"], row["denominator"], row["own_value"]] == [top, bottom, figure["value"]]
        good = good and close(value, row["value"])
        if figure["value"]:
            good = good and close(Fraction(figure["value"]) - value, row["difference"])
        if top and figure["value"]:
            low, high = newcombe(int(figure["numerator"]), int(figure["denominator"]), int(top), int(bottom))
            good = good and close(100 * low, row["lower"]) and close(100 * high, row["upper"])
        report.check(good, f"comparisons: {key}: {row}", "comparison")
    return len(theirs)
