"""Rules over crimes, their events and their outcomes; they change nothing, they count."""
from collections import Counter

from crimes import OF_WHICH
from decode import day_of
from logic import DAY, MINUTE, less, total
from table_rules import accepted


def later_day(a, b):
    return a is not None and b is not None and day_of(a) > day_of(b)


def broken_by_crime(c):
    """(rule, table) of every rule that is false for a crime."""
    f = c.facts
    if less(c.recorded_at, total(c.reported_at, -MINUTE)):
        yield "DQ18", "crimes"
    if c.status == "open" and f.raw_code not in (None, "0"):
        yield "DQ19b", "crimes"
    if later_day(c.recorded_at, f.raw_outcome_at):
        yield "DQ19c", "crimes"
    if c.status == "closed" and f.raw_code == "0":
        yield "DQ19d", "crimes"
    if f.raw_code in OF_WHICH:
        yield "DQ20", "crimes"
    if less(c.plan_at, total(c.allocated_at, -DAY)):
        yield "DQ21a", "crimes"
    if f.victim_out and later_day(c.withdrawal_at, f.assigned_at):
        yield "DQ22", "crimes"
    if c.incident_id is not None and f.log is None:
        yield "DQ23f", "crimes"


def count(crimes, events, outcomes):
    """How many rows break each rule: (rule, table) -> count."""
    found = Counter()
    for crime in accepted(crimes):
        found.update(broken_by_crime(crime))
    for event in accepted(events):
        crime = event.facts.crime
        if event.event_type == "supervisor_review":
            found["DQ21b", "reviews"] += less(event.event_at, crime and crime.allocated_at) is True
        if event.facts.is_decision:
            found["DQ23g", "decisions"] += crime is None
    for outcome in accepted(outcomes):
        found["DQ23h", "outcome_history"] += outcome.facts.crime is None
    return found
