"""What demand takes: units' hours (A23), call handlers' time (C16), and how good the forecast was (C18.*)."""
from bisect import bisect_right
from collections import Counter, defaultdict

from decode import HOUR
from figure import HOURS, NOT_RECORDED, Figure
from incidents import Facts, Unknown, hour_of_week
from investigation import column
from kpis import NOT_INBOUND, TEST
from logic import total
from stocks import shown

ON_CONTACTS, STAFFED = ("handling", "wrap"), ("available", "handling", "wrap")


def released(unit):
    """A unit without an end is free when its log is closed."""
    if unit.cleared_at is not None:
        return unit.cleared_at
    return unit.facts.log.closed_at if unit.facts.log is not None else None


def derive_states(states):
    """A state without an end ends when the same agent's next begins. Accepted rows see accepted ones."""
    readable = [row for row in states if not row.malformed]
    starts = []
    for rows in ([row for row in readable if not row.rejected], readable):
        found = defaultdict(list)
        for row in rows:
            if row.agent_hash is not None and row.started_at is not None:
                found[row.agent_hash].append(row.started_at)
        for times in found.values():
            times.sort()
        starts.append(found)
    for row in states:
        row.facts = Unknown() if row.malformed else Facts()
        if row.malformed:
            continue
        row.facts.finished_at = row.ended_at
        if row.ended_at is None and row.started_at is not None and row.agent_hash is not None:
            times = starts[row.rejected].get(row.agent_hash, [])
            place = bisect_right(times, row.started_at)
            row.facts.finished_at = times[place] if place < len(times) else None


def by_hours(members):
    """The members of what is made of a row for an hour."""
    def member(part, dimension):
        if dimension == HOURS:
            return NOT_RECORDED if part.hour is None else hour_of_week(part.hour)
        return shown(None if part.row.malformed else members[dimension](part.row))
    return member


def of_log(name):
    return lambda unit: getattr(unit.facts.log, name, None)


UNIT_MEMBERS = {"area": of_log("area"), "grade": of_log("initial_grade")}
AGENT_MEMBERS = {"queue": column("queue")}


def forecast_member(row, dimension):
    if dimension == HOURS:
        return NOT_RECORDED if row.interval_start is None else hour_of_week(row.interval_start)
    return shown(row.channel)


def is_offered(leg):
    """Whether a contact counts as one that came: inbound, and no test."""
    return leg.contact is not False and not any(out(leg) is True for _, out in (TEST, NOT_INBOUND))


def derive_forecast(rows, legs):
    """What came in the hour and channel of each forecast. Accepted rows see accepted contacts."""
    came = [Counter(), Counter()]
    for leg in legs:
        if leg.malformed or leg.offered is None or leg.channel is None or not is_offered(leg):
            continue
        key = leg.offered // HOUR * HOUR, leg.channel
        came[1][key] += 1
        came[0][key] += not leg.rejected
    for row in rows:
        row.facts = Unknown() if row.malformed else Facts()
        if row.malformed:
            continue
        known = row.interval_start is not None and row.channel is not None
        row.facts.offered = came[row.rejected][row.interval_start, row.channel] if known else None


def figures():
    everything = ([], [])

    def part(id, value, terms=(), **more):
        return Figure(id, everything, list(terms), "sum", value, **{
            "table": "agent_hours", "period": "hour", "unit": "seconds", "by": (HOURS, "queue"), "headline": False, **more})

    def state_in(states):
        return lambda part: None if part.row.state is None else part.row.state in states

    def misses(row):
        return total(row.facts.offered, None if row.forecast is None else -row.forecast)

    yield part("A23", lambda p: p.amount, table="committed_hours", unit="hours", by=(HOURS, "area", "grade"), headline=True)
    yield part("C16.handling", lambda p: p.amount, [state_in(ON_CONTACTS)])
    yield part("C16.staffed", lambda p: p.amount, [state_in(STAFFED)])
    yield ratio("C16", "agent_hours", ("C16.handling", "C16.staffed"), (HOURS, "queue"), headline=True,
                standard="occupancy")
    forecast = {"table": "forecast_hours", "period": "interval_start", "due": lambda row: total(row.interval_start, HOUR),
                "unit": "contacts", "by": (HOURS, "channel")}
    yield part("C18.off_by", lambda row: None if misses(row) is None else abs(misses(row)), **forecast)
    yield part("C18.over_by", lambda row: None if misses(row) is None else -misses(row), signed=True,
               **forecast)
    yield part("C18.forecast_offered", lambda row: row.facts.offered, **forecast)
    for id, top in (("C18.error", "C18.off_by"), ("C18.bias", "C18.over_by")):
        yield ratio(id, "forecast_hours", (top, "C18.forecast_offered"), (HOURS, "channel"), headline=False)


def ratio(id, table, parts, by, **more):
    return Figure(id, ([], []), [], "ratio_of", parts, table=table, times=100, statistic="ratio", by=by, **more)
