"""What is published of a figure in a period: its value, interval, bounds, verdict, and whether the verdict would stand."""
from datetime import date, datetime, time

import combined
from calendar_file import flags_of_calendar, names
from figure import HOURS
from measures import measure, percent
from periods import clocks_change, spine
from standards import SMALL, marker, robust, standard_of, verdict
from tally import Tally

SETTING_CHANGES = {"long_101": [date(2026, 10, 1)]}
IMMATURE_ABOVE = 10
COMBINED = ("difference", "ratio_of")
OF_NOTHING = ("count", "count_per_hour", "sum")     # measures that are 0 of no rows
NUMBERS = ("value", "numerator", "denominator", "lower", "upper", "lowest", "highest", "considered", "missing",
           "not_evidenced", "not_due", "excluded", "boundary_value", "boundary_rows", "open_share", "value_with_excluded",
           "numerator_with_excluded", "denominator_with_excluded")


def row(figure, statistic, period, dimension, name, cell, first, last, as_of_day, twin=None, of_as_of=False):
    """`twin` is the cell of the figure without the spans that the force leaves out."""
    value, numerator, denominator, lower, upper, lowest, highest = measure(
        figure, statistic, period, dimension, name, cell, first, as_of_day)
    covered_until = min(last, as_of_day)
    outside = period.start > covered_until or period.end < first
    cut = (period.start < first and not of_as_of) or period.end > covered_until
    empty = outside or (denominator == 0 and figure.measure not in OF_NOTHING)
    open_share = percent(cell.immature, denominator) if figure.immature else None
    unreached = figure.measure == "survival" and value is None
    immature = unreached or (open_share or 0) > IMMATURE_ABOVE
    state = "left_out" if figure.left_out else "empty" if empty else "immature" if immature else "part" if cut else "ok"
    value = None if empty else value
    standard, status, changes = standard_of(figure, period)
    for setting in figure.dated_settings:
        changes = changes + SETTING_CHANGES[setting]
    flags = flags_of_calendar(figure, period)
    if 0 < denominator < SMALL and not unreached:
        flags.append("small")
    if any(period.start < change <= period.end for change in changes):
        flags.append("definition_changed")
    if period.kind in ("day", "week") and clocks_change(period):
        flags.append("clock_change")
    if figure.trailing and datetime.combine(period.start, time()) - figure.trailing < datetime.combine(first, time()):
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
        "verdict": judged, "state": state, "marker": marker(state, flags), "flags": ";".join(flags),
        "robust": robust(figure, judged, standard, cell),
        "boundary_value": percent(cell.turned, denominator) if turns else None,
        "boundary_rows": cell.moved if turns else None, "open_share": open_share, "value_with_excluded": None,
        "numerator_with_excluded": None, "denominator_with_excluded": None,
    }
    if twin:
        value, numerator, denominator = measure(figure, statistic, period, dimension, name, twin, first, as_of_day)[:3]
        empty = outside or (denominator == 0 and figure.measure not in OF_NOTHING)
        found.update(value_with_excluded=None if empty else value, numerator_with_excluded=numerator,
                     denominator_with_excluded=denominator)
    if state == "left_out":
        found.update(dict.fromkeys(NUMBERS))
        found["flags"] = ""
        found["marker"] = "x"
    return found


def groups_of(period, figure, members):
    yield "all", "all"
    for d in figure.by:
        if period.kind in ("financial_year", "rolling_12_months") or (period.kind == "month" and d != HOURS):
            for m in sorted(members[d]):
                yield d, m


def overlapped(figure, period):
    return any(period.overlaps((span.first, span.last)) for span in figure.spans)


class Account:
    """All cells of a figure, and of its twin without the spans that the force leaves out."""

    def __init__(self, figure, table, as_of, as_of_day):
        self.figure, self.as_of_day = figure, as_of_day
        # Rows of the as-of say how things stand in a period that ends with it, whole.
        self.of_as_of = table.of_as_of
        self.first, self.last = table.coverage
        self.tally = Tally(figure, table, as_of)
        self.members = self.tally.members
        self.twin = Tally(figure.without_spans(), table, as_of) if figure.spans else None
        if figure.labels:
            self.statistics = [f"share:{label}" for label in figure.labels]
        elif figure.measure == "mix":
            self.statistics = [f"share:{value}" for value in self.tally.values()]
        else:
            self.statistics = list(figure.quantiles) or [figure.statistic or figure.measure]

    def periods(self):
        return spine(self.first, self.last, self.as_of_day, self.of_as_of)

    def rows(self, period, dimension, name):
        """(statistic, columns, cell) of a period and member."""
        cell = self.tally.cell(period, dimension, name)
        twin = self.twin.cell(period, dimension, name) if self.twin and overlapped(self.figure, period) else None
        for statistic in self.statistics:
            yield statistic, row(self.figure, statistic, period, dimension, name, cell, self.first, self.last,
                                 self.as_of_day, twin, self.of_as_of), cell


def rows_of(account):
    """Every published row of a figure, keyed as the contract keys them; and its exclusions."""
    figure = account.figure
    for period in account.periods():
        for dimension, name in groups_of(period, figure, account.members):
            cell = None
            for statistic, columns, cell in account.rows(period, dimension, name):
                yield (figure.id, statistic, period.kind, period.id, dimension, name), columns
            if cell and not figure.left_out:
                for place, reason in enumerate(figure.reasons()):
                    yield (("exclusion", figure.id, period.kind, period.id, dimension, name, reason),
                           {"order": place + 1, "n": cell.excluded[reason]})


def combinations(figure, a, b, as_of_day):
    """The rows of a difference from its two shares, of a ratio from its two counts; periods are the second's."""
    members = {d: a.members.get(d, set()) | b.members.get(d, set()) for d in figure.by}
    whole = a if figure.measure == "difference" else b
    for period in whole.periods():
        for dimension, name in groups_of(period, figure, members):
            (_, of, cell), (_, minus, other) = (next(part.rows(period, dimension, name)) for part in (a, b))
            if figure.measure == "difference":
                found = combined.difference(figure, of, minus, (cell.hits, cell.denominator, other.hits, other.denominator))
            else:
                found = combined.ratio(figure, period, of, minus)
            statistic = figure.statistic or figure.measure
            yield (figure.id, statistic, period.kind, period.id, dimension, name), found


def everything(figures, tables, as_of_day, as_of, only=(), kept=()):
    """({row key: columns}, {exclusion key: columns}) of all figures, or of those whose ids begin as asked; and {id: account}
    of those that patterns name."""
    results, exclusions, accounts = {}, {}, {}
    chosen = [figure for figure in figures if not only or figure.id.startswith(only)]
    parts = {part for figure in chosen if figure.measure in COMBINED for part in figure.value}
    for figure in figures:
        asked = not only or figure.id.startswith(only)
        if figure.measure in COMBINED:
            if asked:
                results.update(combinations(figure, *(accounts[part] for part in figure.value), as_of_day))
            continue
        if not asked and figure.id not in parts:
            continue
        account = Account(figure, tables[figure.table], as_of, as_of_day)
        if figure.id in parts or names(kept, figure.id):
            accounts[figure.id] = account
        if not asked:
            continue
        for key, columns in rows_of(account):
            if key[0] == "exclusion":
                exclusions[key[1:]] = columns
            else:
                results[key] = columns
    return results, exclusions, {id: account for id, account in accounts.items() if names(kept, id)}
