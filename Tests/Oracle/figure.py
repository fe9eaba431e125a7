"""What a figure is, and where a row stands in it."""
from dataclasses import dataclass, field

from logic import Turning, both

NOT_RECORDED = "(not recorded)"
HOURS = "hour_of_week"


@dataclass
class Figure:
    id: str
    population: tuple
    terms: list                     # further conditions
    measure: str                    # share, mean, count, count_per_hour, quantiles
    value: object = None            # of a row
    unit: str = "percent"
    statistic: str = ""
    quantiles: dict = field(default_factory=dict)
    table: str = "contacts"
    period: str = "offered"
    due: object = None
    missing_is_miss: bool = False
    standard: str = ""
    by: tuple = ()
    headline: bool = True
    dated_settings: tuple = ()
    trailing_days: int = 0
    left_out: bool = False
    plausible: tuple | None = None  # lowest and highest value of what is averaged or ranked, in milliseconds
    lists_exclusions: bool = True   # of the statistics over one population, the first

    def variant(self, id, **changes):
        return Figure(**{**self.__dict__, "id": id, "headline": False, **changes})

    def statistics(self):
        return list(self.quantiles) if self.quantiles else [self.statistic or self.measure]


@dataclass
class Standing:
    kind: str                   # considered, excluded or not_due
    reason: str = ""
    scope: object = True        # True, or None when a condition is unknown
    doubtful: bool = False      # for the bounds
    value: object = None
    turned: object = None       # the value with its limits taken the other way


def stand(figure, row, as_of, scope=True):
    """None when the row is no candidate. `scope` says whether it is a row of the figure's table at all."""
    if row.malformed:
        return Standing("considered", scope=None, doubtful=True)
    conditions, exclusions = figure.population
    for condition in conditions + figure.terms:
        if scope is False:
            return None
        scope = both(scope, condition(row))
    if scope is False:
        return None
    doubtful = row.rejected or scope is None
    for reason, excluded in exclusions:
        out = excluded(row)
        if out:
            return Standing("excluded", reason)
        doubtful = doubtful or out is None
    if figure.due:
        due = figure.due(row)
        if due is not None and due >= as_of:
            return Standing("not_due")
        if due is None:                 # what should have happened by then cannot be told either
            return Standing("considered", scope=None, doubtful=True)
    turned = figure.value.turned(row) if isinstance(figure.value, Turning) else None
    return Standing("considered", scope=scope, doubtful=doubtful, value=figure.value(row), turned=turned)
