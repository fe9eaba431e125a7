"""Rows that are open at the ends of weeks and months, and hours that intervals touch."""
from bisect import bisect_left

from crime_expansions import ends, place_of
from decode import HOUR
from figure import NOT_RECORDED
from logic import less


class Taken:
    """A row at an instant at which it is open. `doubtful` when it cannot be told whether it is."""
    __slots__ = ("row", "taken_at", "doubtful", "rejected", "malformed")

    def __init__(self, row, taken_at, doubtful):
        self.row, self.taken_at, self.doubtful = row, taken_at, doubtful
        self.rejected, self.malformed = row.rejected, row.malformed


def open_at(rows, begun, finished, ended, coverage, as_of):
    """(row, span of its file) for every row and end of a week or month with begun ≤ instant < finished. A row without a
    beginning may be open at any. `ended` says whether it has ended though nobody wrote down when."""
    taken = ends(coverage[0], as_of) if coverage else []
    for row, span in rows:
        start = None if row.malformed else begun(row)
        if start is None:
            yield Taken(row, None, True), span
            continue
        until = finished(row)
        doubtful = until is None and ended(row) is not False
        stop = as_of if until is None else min(until, as_of)
        for instant in taken[bisect_left(taken, start):bisect_left(taken, stop)]:
            yield Taken(row, instant, doubtful), span


class Touched:
    """The part of an interval that lies in one local hour; without an amount where the interval has no end."""
    __slots__ = ("row", "hour", "amount", "doubtful", "rejected", "malformed")

    def __init__(self, row, hour, amount, doubtful=False):
        self.row, self.hour, self.amount, self.doubtful = row, hour, amount, doubtful
        self.rejected, self.malformed = row.rejected, row.malformed


def by_hour(rows, begun, finished, as_of):
    """(part, span of its file) for every hour that an interval touches before the as-of. An interval without an end, or
    one that ends before it begins, is one part of unknown length where it begins."""
    for row, span in rows:
        start = None if row.malformed else begun(row)
        if start is None:
            yield Touched(row, None, None, True), span
            continue
        if start >= as_of:
            continue
        until, hour = finished(row), start // HOUR * HOUR          # London's hours begin with those of UTC
        if until is None or less(until, start):
            yield Touched(row, hour, None), span
            continue
        until = min(until, as_of)
        while hour < until and start < until:
            stop = min(hour + HOUR, until)
            yield Touched(row, hour, stop - max(hour, start)), span
            hour += HOUR


def scope(part):
    return None if part.doubtful else True


def of_row(members):
    """The members of what is made of a row, by functions of the row."""
    def member(part, dimension):
        value = None if part.row.malformed else members[dimension](part.row)
        return shown(value)
    return member


def of_itself(members):
    def member(row, dimension):
        return shown(members[dimension](row))
    return member


def shown(value):
    return NOT_RECORDED if value is None else "yes" if value is True else "no" if value is False else value
