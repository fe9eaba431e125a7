"""Exhibits with a digital forensics unit (D01–D03) and the investigations that wait for them (D04)."""
from decode import day_of
from figure import Figure
from incidents import Facts, Unknown, earliest
from investigation import column
from logic import DAY, Turning, at_most, equal
from recording import HALF, NINE_TENTHS
from suspects import days_banded, of_crime, since

MEMBERS = {"priority": column("priority"), "device": column("device_type"), "offence": of_crime("offence_group")}


def derive(exhibits, crimes_by_id):
    for row in exhibits:
        if row.malformed:
            row.facts = Unknown()
            continue
        row.facts = Facts()
        row.facts.crime = earliest(crimes_by_id(row), row.crime_id)


def days_between(begun, finished):
    """Local days from one to the other, as milliseconds; unknown where the end comes first."""
    def found(row):
        a, b = getattr(row, begun), getattr(row, finished)
        if a is None or b is None or day_of(b) < day_of(a):
            return None
        return (day_of(b) - day_of(a)).days * DAY
    return found


def lasted(begun, finished, as_of_day):
    """(whether it ended, days); what is unfinished has lasted to the last day that is known."""
    def found(row):
        a, b = getattr(row, begun), getattr(row, finished)
        if a is None:
            return None
        days = ((as_of_day if b is None else day_of(b)) - day_of(a)).days
        return (b is not None, days) if days >= 0 else None
    return found


def waits(case):
    """Whether exhibits of the case were submitted by the instant and none of them is completed."""
    exhibits = case.crime.facts.exhibits
    if exhibits is None:
        return None
    here = [x for x in exhibits if at_most(x.submitted_at, case.taken_at)]
    return bool(here) and not any(at_most(x.completed_at, case.taken_at) for x in here)


def figures(as_of_day):
    everything = ([], [])
    d01 = Figure("D01", everything, [], "count", lambda x: True, unit="exhibits", statistic="open",
                 table="exhibits_waiting", period="taken_at", by=("priority", "device"))
    yield d01
    yield days_banded(d01.variant("D01.age", by=("priority",), statistic=""), since("submitted_at"), 30, 90, 180, 365)
    d02 = Figure("D02", everything, [lambda x: x.exam_started_at is not None], "quantiles",
                 days_between("submitted_at", "exam_started_at"), quantiles={"median": HALF, "p90": NINE_TENTHS},
                 table="exhibits", period="exam_started_at", unit="days", by=("priority", "offence"))
    yield d02
    yield d02.variant("D02.finish", terms=[lambda x: x.completed_at is not None], period="completed_at",
                      value=days_between("submitted_at", "completed_at"))
    for id, finished in (("D02.start_survival", "exam_started_at"), ("D02.finish_survival", "completed_at")):
        yield d02.variant(id, terms=[], period="submitted_at", measure="survival", statistic="survival_median", quantiles={},
                          value=lasted("submitted_at", finished, as_of_day), by=("priority",))
    yield Figure("D03", everything, [lambda x: equal(x.priority, "urgent"), lambda x: x.target_due_at is not None], "share",
                 Turning(lambda x, order: order(x.completed_at, x.target_due_at), at_most), table="exhibits",
                 period="target_due_at", due=lambda x: x.target_due_at, missing_is_miss=True)
    yield Figure("D04", everything, [waits], "count", lambda o: True, unit="cases", statistic="open", table="open_cases",
                 period="taken_at", by=("offence",), needs=("digital_forensics",))
