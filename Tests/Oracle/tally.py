"""Rows of figures added up by period and member."""
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from decode import day_of
from figure import NOT_RECORDED, RANKED, stand
from periods import month, week


class Cell:
    """Counts of one figure in one period and member."""
    __slots__ = ("hits", "denominator", "missing", "not_evidenced", "not_due", "turned", "moved", "undated", "excluded",
                 "certain", "doubtful", "values", "sure", "unsure", "immature")

    def __init__(self):
        self.hits = self.denominator = self.missing = self.not_evidenced = self.not_due = 0
        self.turned = self.moved = self.undated = self.immature = 0
        self.excluded = Counter()
        self.certain, self.doubtful = [0, 0, 0], [0, 0, 0]      # miss, hit, unknown
        # Values and how often: of the denominator, of certain and of doubtful rows.
        self.values, self.sure, self.unsure = Counter(), Counter(), Counter()

    def enter(self, figure, standing, rejected, rows=1):
        value = standing.value
        ranked = figure.measure in RANKED
        slot = 2 if value is None else 1 if ranked or value is True else 0
        if rejected:                    # a rejected record is in no count, but it may matter
            if standing.kind == "considered":
                self.doubtful[slot] += rows
                if ranked and value is not None:
                    self.unsure[value] += rows
            return
        if standing.kind == "excluded":
            self.excluded[standing.reason] += rows
            return
        if standing.kind == "not_due":
            self.not_due += rows
            return
        (self.doubtful if standing.doubtful else self.certain)[slot] += rows
        if ranked and value is not None:
            (self.unsure if standing.doubtful else self.sure)[value] += rows
        if standing.scope is None:
            self.missing += rows
            return
        if value is None:
            if not figure.missing_is_miss:
                self.missing += rows
                return
            self.not_evidenced += rows
        self.denominator += rows
        self.immature += rows * (standing.immature is True)
        if value is None:
            return
        if ranked:
            self.values[value] += rows
        elif value is True:
            self.hits += rows
        self.turned += rows * (standing.turned is True)
        self.moved += rows * (standing.turned is not None and standing.turned != value)

    @property
    def considered(self):
        return self.denominator + self.missing + self.not_due + sum(self.excluded.values())


@dataclass
class Table:
    """The rows of a table, each with the span of local days that its file covers, and what figures ask of them."""
    rows: list
    coverage: tuple                 # first and last local day of the exports that it comes from
    member: object                  # of a row and a dimension
    scope: object = lambda row: True
    anchor: object = getattr        # of a row and the name of a time
    instants: object = None         # of a stock: whether an instant is that of its week, and of its month
    of_as_of: bool = False          # whether rows say how things stand at the as-of, and nothing of days before
    nameless: dict = field(default_factory=dict)    # the members of a record that could not be read, where they have a name
    known: dict = field(default_factory=dict)

    def places(self, period):
        """For every row: its anchor, the Monday of its week and the first of its month; None where there is none."""
        if period not in self.known:
            self.known[period] = [self.place(row, period) for row, _ in self.rows]
        return self.known[period]

    def place(self, row, period):
        anchor = None if row.malformed else self.anchor(row, period)
        if anchor is None:
            return None
        day = day_of(anchor)
        of_week, of_month = self.instants(anchor) if self.instants else (True, True)
        return anchor, of_week and week(day).start, of_month and month(day).start

    def members(self, dimension):
        key = "member", dimension
        if key not in self.known:
            nobody = self.nameless.get(dimension, NOT_RECORDED)
            self.known[key] = [nobody if row.malformed else self.member(row, dimension) for row, _ in self.rows]
        return self.known[key]


class Tally:
    """All cells of one figure."""

    def __init__(self, figure, table, as_of):
        self.figure, self.stock = figure, table.instants is not None
        self.as_of_day = day_of(as_of - 1)
        # By Monday; by dimension, member and first of the month: how many rows stand how, each way by its number.
        weeks, months, numbers = defaultdict(Counter), defaultdict(Counter), {}
        # By dimension and member: rows that may belong to any period of their file.
        self.undated = defaultdict(Counter)
        members = [table.members(dimension) for dimension in figure.by]
        self.members = {d: set() for d in figure.by}
        for place, ((row, span), when) in enumerate(zip(table.rows, table.places(figure.period))):
            scope = table.scope(row)
            if scope is False:
                continue
            standing = stand(figure, row, as_of, scope, when and when[0])
            if standing is None:
                continue
            groups = [("all", "all")] + [(d, m[place]) for d, m in zip(figure.by, members)]
            if when is None:
                for group in groups:
                    self.undated[group][span, standing] += 1
                continue
            # A member that only rejected rows name is none; one that is open at the end of a week alone is one.
            if not row.rejected:
                for dimension, name in groups[1:]:
                    self.members[dimension].add(name)
            number = numbers.setdefault((standing, row.rejected), len(numbers))
            _, monday, first = when
            if monday:
                weeks[monday][number] += 1
            if first:
                for dimension, name in groups:
                    months[dimension, name, first][number] += 1
        self.weeks, self.months, self.stands = dict(weeks), dict(months), list(numbers)

    def values(self):
        """What occurs in the denominator of any period, sorted by bytes."""
        occurring = {number for (dimension, _, _), counts in self.months.items() if dimension == "all" for number in counts}
        found = {standing.value for standing, rejected in map(self.stands.__getitem__, occurring)
                 if not rejected and standing.kind == "considered" and standing.scope is True}
        return sorted((value for value in found - {None}), key=str.encode)

    def counts(self, period, dimension, name):
        if period.kind == "week":
            yield self.weeks.get(period.start, {})
            return
        # A stock is that of the period's last instant.
        day = month(min(period.end, self.as_of_day)).start if self.stock else period.start
        while day <= period.end:
            yield self.months.get((dimension, name, day), {})
            day = month(day).end + timedelta(days=1)

    def cell(self, period, dimension, name):
        total, cell = Counter(), Cell()
        for counts in self.counts(period, dimension, name):
            for number, rows in counts.items():
                total[number] += rows
        for number, rows in total.items():
            standing, rejected = self.stands[number]
            cell.enter(self.figure, standing, rejected, rows)
        for (span, standing), rows in self.undated.get((dimension, name), {}).items():
            if period.overlaps(span):
                cell.enter(self.figure, standing, True, rows)
                cell.undated += rows * (standing.kind == "considered")
        return cell
