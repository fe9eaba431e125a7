"""What a figure is, and where a row stands in it."""
from dataclasses import dataclass, field
from datetime import timedelta
from typing import NamedTuple

from decode import day_of
from logic import Turning, both

NOT_RECORDED = "(not recorded)"
HOURS = "hour_of_week"
RANKED = ("mean", "sum", "quantiles", "mix", "per", "survival")        # measures of a value other than yes and no


@dataclass
class Figure:
    id: str
    population: tuple
    terms: list                     # further conditions
    measure: str                    # share, mean, sum, count, count_per_hour, quantiles, mix, per, survival, ratio_of, difference
    value: object = None            # of a row; of a ratio or difference the ids of its parts
    unit: str = "percent"
    statistic: str = ""
    quantiles: dict = field(default_factory=dict)
    labels: tuple = ()              # of a mix, when its parts are declared
    table: str = "contacts"
    period: str = "offered"
    due: object = None
    missing_is_miss: bool = False
    standard: str = ""
    by: tuple = ()
    headline: bool = True
    dated_settings: tuple = ()
    trailing: timedelta | None = None   # of the window that ends with a row
    left_out: bool = False
    plausible: tuple | None = None  # lowest and highest value of what is averaged or ranked, in milliseconds
    times: int = 1                  # what a mean or a ratio is multiplied by
    immature: object = None         # of a row: whether its story is not finished
    triangle: int | None = None     # how many months after its own a cohort is followed
    signed: bool = False            # whether what is added up may be below zero
    needs: tuple = ()               # sources without which there is no figure
    breaks: tuple = ()              # of the force's calendar
    spans: tuple = ()

    def variant(self, id, **changes):
        return Figure(**{**self.__dict__, "id": id, "headline": False, **changes})

    def without_spans(self):
        return Figure(**{**self.__dict__, "spans": ()})

    def reasons(self):
        """Why rows are left out, in order: first the spans of the force's calendar."""
        return [span.reason for span in self.spans] + [reason for reason, _ in self.population[1]]


def banded(figure, of, edges, unit, closed="left"):
    """The figure as the shares of bands; `edges` are (label, low, high) in a unit, each band closed at one end."""
    def label_of(row):
        value = of(row)
        if value is None:
            return None
        for label, low, high in edges:
            if closed == "left" and (low is None or value >= low * unit) and (high is None or value < high * unit):
                return label
            if closed == "right" and (low is None or value > low * unit) and (high is None or value <= high * unit):
                return label
    figure.measure, figure.value, figure.labels, figure.unit = "mix", label_of, tuple(e[0] for e in edges), "percent"
    return figure


class Standing(NamedTuple):
    kind: str                       # considered, excluded or not_due
    reason: str = ""
    scope: object = True            # True, or None when a condition is unknown
    doubtful: bool = False          # for the bounds
    value: object = None
    turned: object = None           # the value with its limits taken the other way
    immature: object = None


NOT_DUE, UNKNOWN = Standing("not_due"), Standing("considered", scope=None, doubtful=True)


def stand(figure, row, as_of, scope=True, anchor=None):
    """None when the row is no candidate. `scope` says whether it is a row of the figure's table at all, `anchor` is the
    time that decides its period."""
    if row.malformed:
        return UNKNOWN
    conditions, exclusions = figure.population
    for condition in conditions:
        if scope is False:
            return None
        scope = both(scope, condition(row))
    for condition in figure.terms:
        if scope is False:
            return None
        scope = both(scope, condition(row))
    if scope is False:
        return None
    doubtful = row.rejected or scope is None
    for span in figure.spans:
        if anchor is None:
            doubtful = True
        elif span.first <= day_of(anchor) <= span.last:
            return Standing("excluded", span.reason)
    for reason, excluded in exclusions:
        out = excluded(row)
        if out:
            return Standing("excluded", reason)
        doubtful = doubtful or out is None
    if figure.due:
        due = figure.due(row)
        if due is None:                 # what should have happened by then cannot be told either
            return UNKNOWN
        if due >= as_of:
            return NOT_DUE
    turned = figure.value.turned(row) if isinstance(figure.value, Turning) else None
    immature = figure.immature and figure.immature(row)
    return Standing("considered", "", scope, doubtful, figure.value(row), turned, immature)
