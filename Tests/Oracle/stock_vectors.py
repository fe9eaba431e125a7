"""Worked examples of the forecast, of hours across the nights on which clocks change, and of what is open at an instant."""
from datetime import date
from types import SimpleNamespace

import demand
import stocks
from decode import HOUR, midnight

# VECTORS section 8: what came and what was forecast in three hours.
CAME, FORECAST = (10, 0, 5), (8, 2, 5)


def forecast(hold):
    figures = {figure.id: figure for figure in demand.figures()}
    rows = [SimpleNamespace(forecast=expected, facts=SimpleNamespace(offered=came))
            for came, expected in zip(CAME, FORECAST)]
    off, over, came = (sum(figures[id].value(row) for row in rows)
                       for id in ("C18.off_by", "C18.over_by", "C18.forecast_offered"))
    hold((off, over, came) == (4, 0, 15), f"forecast: off by {off}, over by {over} of {came}")


def hours(hold):
    # From 00:30 to 03:30 local: two hours in March, four in October.
    for day, count, elapsed in ((date(2026, 3, 29), 3, 2), (date(2025, 10, 26), 5, 4)):
        start = midnight(day) + HOUR // 2
        row = SimpleNamespace(malformed=False, rejected=False)
        parts = [p for p, _ in stocks.by_hour([(row, None)], lambda _: start, lambda _: start + elapsed * HOUR, start + 10 * HOUR)]
        hold(len(parts) == count and sum(p.amount for p in parts) == elapsed * HOUR, f"hours of {day}: {len(parts)}")
    row = SimpleNamespace(malformed=False, rejected=False)
    unended = [p for p, _ in stocks.by_hour([(row, None)], lambda _: start, lambda _: None, start + 10 * HOUR)]
    hold([p.amount for p in unended] == [None], "an interval without an end is one part of unknown length")


def instants(hold):
    as_of = midnight(date(2026, 4, 1))
    end = as_of - 1
    for begun, finished, count in ((end, None, 1), (end + 1, None, 0), (end - 1, end, 0), (end - 1, end + 1, 1)):
        row = SimpleNamespace(malformed=False, rejected=False)
        found = list(stocks.open_at([(row, None)], lambda _: begun, lambda _: finished, lambda _: False,
                                    (date(2026, 3, 31), date(2026, 3, 31)), as_of))
        hold(len(found) == count, f"open at the month's last millisecond: {begun - end}, {len(found)}")


def check(hold):
    forecast(hold)
    hours(hold)
    instants(hold)
