"""Reporting periods as spans of local days, their identifiers and labels, and the hours they hold."""
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from decode import DAY, HOUR, local_of, midnight

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    kind: str
    id: str
    label: str
    start: date
    end: date           # the last day, inclusive

    def overlaps(self, span):
        return span is not None and self.start <= span[1] and self.end >= span[0]


def month_after(day, months=1):
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@lru_cache(None)
def week(day):
    start = day - timedelta(days=day.weekday())
    year, number, _ = day.isocalendar()
    label = f"week from Mon {start.day} {MONTHS[start.month - 1]} {start.year}"
    return Period("week", f"{year}-W{number:02}", label, start, start + timedelta(days=6))


@lru_cache(None)
def month(day):
    start = day.replace(day=1)
    return Period("month", f"{day.year}-{day.month:02}", f"{MONTHS[day.month - 1]} {day.year}", start,
                  month_after(start) - ONE_DAY)


def financial(day):
    year = day.year if day.month >= 4 else day.year - 1
    return Period("financial_year", f"FY{year}-{(year + 1) % 100:02}", f"{year}/{(year + 1) % 100:02}",
                  date(year, 4, 1), date(year + 1, 3, 31))


def quarter(day):
    start = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    end = month_after(start, 3) - ONE_DAY
    number = ((start.month - 1) // 3 - 1) % 4 + 1
    label = (f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {end.year} "
             f"(Q{number} {financial(day).label})")
    return Period("quarter", f"{start.year}-Q{(start.month - 1) // 3 + 1}", label, start, end)


def rolling(last):
    """The twelve months that end with the month of `last`."""
    closing = month(last)
    return Period("rolling_12_months", f"R12-{closing.id}", f"12 months to {closing.label}",
                  month_after(closing.start, -11), closing.end)


def spine(first, last, as_of, of_as_of=False):
    """Every period from the one that holds the first covered day to the as-of; of rows of the as-of those that it lies
    in, twelve months only where they end with it."""
    for kind in (week, month, quarter, financial):
        period = kind(first)
        while period.start <= as_of:
            yield period
            period = kind(period.end + ONE_DAY)
    if of_as_of:
        if month(as_of).end == as_of:
            yield rolling(as_of)
        return
    day = first
    while month(day).start <= as_of:
        period = rolling(day)
        if period.start >= first and period.end <= min(last, as_of):
            yield period
        day = month(day).end + ONE_DAY


@lru_cache(None)
def labels_of(day):
    """The hour-of-week labels of a local day's elapsed hours: 23, 24 or 25 of them."""
    found, instant, end = [], midnight(day), midnight(day + ONE_DAY)
    while instant < end:
        found.append(24 * day.weekday() + local_of(instant).hour)
        instant += HOUR
    return tuple(found)


def clocks_change(period):
    day = period.start
    while day <= period.end:
        if midnight(day + ONE_DAY) - midnight(day) != DAY:
            return True
        day += ONE_DAY
    return False


def days(start, end):
    while start <= end:
        yield start
        start += ONE_DAY
