"""What the figures say of the force's findings: before the inspection, since, and what lies between."""
from datetime import date
from itertools import takewhile

import plain_yaml
import statistics as maths
import xmr
from calendar_file import names
from compare import compare_rows, table
from periods import ONE_DAY, Period, month, month_after
from standards import meets, standard_of

LOWER = ("C06", "C09", "Q")         # of the figures that findings name, those of which less is better
WORDS = {True: "special cause, improving", False: "special cause, concerning"}


def months_of(account, first, last):
    """The whole months from one day to another that the data cover."""
    found, start = [], first
    covered = min(account.last, account.as_of_day)
    while start <= last:
        period = month(start)
        if account.first <= period.start and period.end <= min(covered, last):
            found.append(period)
        start = month_after(start)
    return found


def pooled(account, months):
    """{statistic: (columns, cell)} over whole months; nothing without one."""
    if not months:
        return {}
    period = Period("span", "", "", months[0].start, months[-1].end)
    return {statistic: (columns, cell) for statistic, columns, cell in account.rows(period, "all", "all")}


def point(account, period, statistic):
    """A month's value where the month is whole, finished and has one."""
    found = next(columns for name, columns, _ in account.rows(period, "all", "all") if name == statistic)
    return found["value"] if found["state"] == "ok" else None


def segment(figure, months):
    """The newest months that no break parts."""
    start = max([b.on for b in figure.breaks if months and b.on <= months[-1].end], default=date.min)
    return [m for m in months if m.end >= start]


def variation(account, statistic):
    """What the chart says of the newest month."""
    months = segment(account.figure, months_of(account, month(account.first).start, account.as_of_day))
    points = [p if p is None else float(p) for p in (point(account, m, statistic) for m in months)]
    if not points or points[-1] is None or xmr.limits(points)[1] is None:
        return ""
    named = xmr.named(xmr.flags(points)[len(points) - 1])
    said = "common cause" if named is None else WORDS[named[1] != account.figure.id.startswith(LOWER)]
    return said if sum(p is not None for p in points) >= xmr.BASE else said + ", trial limits"


def standing(account, statistic, since, after):
    """(the standard's columns, months that meet it, the newest of them in a row)."""
    figure = account.figure
    standard = standard_of(figure, since[0])[0] if since else None
    columns = {"standard": figure.standard if standard else "", "standard_rule": standard[0] if standard else "",
               "standard_value": standard[1] if standard else None, "months_met": None, "months_sustained": None}
    if standard and standard[2] not in ("reference", "aim"):
        values = {m: point(account, m, statistic) for m in after}
        good = {m for m, value in values.items() if value is not None and meets(standard[0], value, standard[1])}
        columns["months_met"] = len(good.intersection(since))
        newest = list(takewhile(good.__contains__, reversed(segment(figure, after))))
        columns["months_sustained"] = len(newest)
    return columns


def found_of(account, inspected):
    """{statistic: columns} of one figure and one inspection."""
    at = month(inspected).start
    before = months_of(account, month_after(at, -12), at - ONE_DAY)
    after = months_of(account, month_after(at), account.as_of_day)
    since = after[-12:]
    old, new = pooled(account, before), pooled(account, since)
    for statistic in account.statistics:
        (a, old_cell), (b, new_cell) = old.get(statistic, (None, None)), new.get(statistic, (None, None))
        row = {"difference": None, "lower": None, "upper": None}
        for name, months, columns in (("baseline", before, a), ("since", since, b)):
            row |= {f"{name}_from": str(months[0].start) if months else "",
                    f"{name}_to": str(months[-1].end) if months else "", f"{name}_months": len(months)}
            row |= {f"{name}_{c}": columns and columns[c] for c in ("value", "numerator", "denominator")}
        row |= {f"since_{c}": b and b[c] for c in ("lowest", "highest")} | {"since_state": b["state"] if b else ""}
        if a and b and None not in (a["value"], b["value"]):
            row["difference"] = b["value"] - a["value"]
            if account.figure.measure == "share":
                interval = maths.newcombe(new_cell.hits, new_cell.denominator, old_cell.hits, old_cell.denominator)
                row["lower"], row["upper"] = (100 * x for x in interval)
        row |= standing(account, statistic, since, after)
        row["variation"] = variation(account, statistic)
        yield statistic, row


def wanted(force):
    """Every finding, with its inspection."""
    path = force / "inspections.yaml"
    return [(inspection, finding) for inspection in (plain_yaml.load(path)["inspections"] if path.exists() else [])
            for finding in inspection["findings"]]


def patterns(force):
    return [pattern for _, finding in wanted(force) for pattern in finding["figures"]]


def compare(report, force, accounts, published):
    path = published / "findings.csv"
    rows = table(path) if path.exists() else []
    theirs = {tuple(row[c] for c in ("finding", "kpi", "statistic")): row for row in rows}
    ours = {}
    for inspection, finding in wanted(force):
        for id, account in accounts.items():
            if names(finding["figures"], id):
                for statistic, row in found_of(account, date.fromisoformat(inspection["on"])):
                    closed = finding.get("closed", {})
                    ours[finding["id"], id, statistic] = row | {
                        "inspection": inspection["id"], "inspection_on": inspection["on"], "kind": finding["kind"],
                        "text": finding["text"], "does_not_show": finding["does_not_show"],
                        "closed_by": closed.get("by", ""), "closed_on": closed.get("on", ""),
                        "closed_ref": closed.get("ref", "")}
    compare_rows(report, "findings", ours, theirs, None)
    return len(theirs)
