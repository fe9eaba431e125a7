"""Several rows of one crime: the days on which a review or a word to the victim falls due, and the ends of weeks and
months at which an investigation is open."""
from bisect import bisect_left, bisect_right
from datetime import timedelta

from crimes import INV, NAMELESS, SETTINGS, VIC_AND_INV, holds, member
from decode import day_of, midnight
from figure import NOT_RECORDED
from logic import no, total
from periods import ONE_DAY, month, week


class Due:
    """A point at which something should have happened to a crime."""
    __slots__ = ("crime", "due_at", "doubtful", "rejected", "malformed")

    def __init__(self, crime, due_at, doubtful):
        self.crime, self.due_at, self.doubtful = crime, due_at, doubtful
        self.rejected, self.malformed = crime.rejected, False


class Open:
    """An investigation at an instant at which it is open. `doubtful` when it cannot be told whether it is."""
    __slots__ = ("crime", "taken_at", "doubtful", "rejected", "malformed")

    def __init__(self, crime, taken_at, doubtful):
        self.crime, self.taken_at, self.doubtful = crime, taken_at, doubtful
        self.rejected, self.malformed = crime.rejected, False

    @property
    def age(self):
        return None if self.taken_at is None else self.taken_at - self.crime.allocated_at


def happened(times, since, until):
    """Whether one of the sorted times lies after `since` and at or before `until`: none does when these are unknown."""
    if times is None:
        return None
    if since is None or until is None:
        return False
    return bisect_right(times, since) < bisect_right(times, until)


def points(rows, population, every, as_of):
    """(row, span of its file) at every step after allocation, before the crime is finished and before the as-of."""
    for crime, span in rows:
        held = holds(population, crime)
        if held is False or (crime.allocated_at is None and not crime.malformed):
            continue
        if crime.malformed:
            yield Due(crime, None, True), span          # on which days cannot be told
            continue
        until, step = min(as_of, crime.facts.finished_at or as_of), every(crime)
        due = crime.allocated_at + step
        while due < until:
            yield Due(crime, due, held is None), span
            due += step


def review_due(rows, as_of):
    return points(rows, INV, lambda crime: SETTINGS["review_every"], as_of)


def contact_due(rows, as_of):
    return points(rows, VIC_AND_INV, lambda crime: crime.facts.update_every, as_of)


def reviewed(due):
    return happened(due.crime.facts.reviews, total(due.due_at, -SETTINGS["review_every"]), due.due_at)


def contacted(due):
    return happened(due.crime.facts.contacts, total(due.due_at, -due.crime.facts.update_every), due.due_at)


def unreviewed(case):
    return no(happened(case.crime.facts.reviews, total(case.taken_at, -SETTINGS["review_every"]), case.taken_at))


def ends(first, as_of):
    """The last milliseconds of weeks and months, of the one that the as-of cuts just before it."""
    found, day = set(), first
    while midnight(day) < as_of:
        for period in (week(day), month(day)):
            found.add(min(midnight(period.end + ONE_DAY), as_of) - 1)
        day += timedelta(days=1)
    return sorted(found)


def open_cases(rows, first, as_of):
    """(row, span of its file) for every crime and end of a week or month at which it is investigated."""
    taken = ends(first, as_of)
    for crime, span in rows:
        held = holds(INV, crime)
        if held is False or (crime.allocated_at is None and not crime.malformed):
            continue
        if crime.malformed:
            yield Open(crime, None, True), span         # at which instants cannot be told
            continue
        until = crime.facts.finished_at
        ended = None if crime.status is None else crime.status != "open"
        doubtful = held is None or (until is None and ended is not False)
        stop = as_of if until is None else until
        for instant in taken[bisect_left(taken, crime.allocated_at):bisect_left(taken, stop)]:
            yield Open(crime, instant, doubtful), span


def scope(row):
    return None if row.doubtful else True


def member_of(row, dimension):
    return NAMELESS.get(dimension, NOT_RECORDED) if row.crime.malformed else member(row.crime, dimension)


def place_of(instant, as_of):
    """(whether the instant is that of its week, whether it is that of its month)."""
    day = day_of(instant)
    return tuple(instant == min(midnight(period.end + ONE_DAY), as_of) - 1 for period in (week(day), month(day)))
