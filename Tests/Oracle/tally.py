"""Rows of figures added up by period and member."""
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta

from decode import day_of
from figure import NOT_RECORDED, stand
from periods import month, week


class Cell:
    """Counts of one figure in one period and member; cells add up."""
    __slots__ = ("hits", "denominator", "missing", "not_evidenced", "not_due", "turned", "moved", "undated", "excluded",
                 "certain", "doubtful", "values", "sure")

    def __init__(self):
        self.hits = self.denominator = self.missing = self.not_evidenced = self.not_due = 0
        self.turned = self.moved = self.undated = 0
        self.excluded = Counter()
        self.certain, self.doubtful = [0, 0, 0], [0, 0, 0]      # miss, hit, unknown
        self.values, self.sure = [], []

    def add(self, other):
        self.hits += other.hits
        self.denominator += other.denominator
        self.missing += other.missing
        self.not_evidenced += other.not_evidenced
        self.not_due += other.not_due
        self.turned += other.turned
        self.moved += other.moved
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
            self.turned += standing.turned is True
            self.moved += standing.turned is not None and standing.turned != standing.value

    @property
    def considered(self):
        return self.denominator + self.missing + self.not_due + sum(self.excluded.values())


def slot(figure, value):
    if value is None:
        return 2
    return 1 if figure.measure in ("mean", "quantiles") or value is True else 0


@dataclass
class Table:
    """The rows of a table, each with the span of local days that its file covers, and what figures ask of them."""
    rows: list
    coverage: tuple                 # first and last local day of the exports that it comes from
    member: object                  # of a row and a dimension
    scope: object = lambda row: True
    anchor: object = getattr        # of a row and the name of a time


class Tally:
    """All cells of one figure."""

    def __init__(self, figure, table, as_of):
        self.figure = figure
        self.weeks, self.months = defaultdict(Cell), defaultdict(Cell)      # of a day; of (dimension, member, day)
        self.undated = []                                                  # (file span, member by dimension, standing)
        for row, span in table.rows:
            scope = table.scope(row)
            if scope is False:
                continue
            standing = stand(figure, row, as_of, scope)
            if standing is None:
                continue
            anchor = None if row.malformed else table.anchor(row, figure.period)
            members = {d: NOT_RECORDED if row.malformed else table.member(row, d) for d in figure.by}
            if anchor is None:
                self.undated.append((span, members, standing))
                continue
            day = day_of(anchor)
            monday, first = week(day).start, month(day).start
            self.weeks[monday].enter(figure, standing, row.rejected)
            self.months["all", "all", first].enter(figure, standing, row.rejected)
            for d, m in members.items():
                self.months[d, m, first].enter(figure, standing, row.rejected)
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
                cell.undated += standing.kind == "considered"
        return cell
