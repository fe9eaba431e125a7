"""Registered offenders as they stand at the as-of (O01–O05), and cases that wait to be acted on (E01)."""
from datetime import timedelta

from decode import day_of
from figure import Figure
from incidents import Facts, Unknown
from investigation import column
from logic import DAY, at_most, both, coalesce, equal, less, no
from periods import ONE_DAY
from recording import HALF
from suspects import days_banded, lately, since

SETTINGS = {"rso_review_days": 90, "intel_review": 28 * DAY}
MEMBERS = {"risk": column("risk_level"), "team": column("team")}
CASE_MEMBERS = {"risk": column("risk")}


def derive(offenders, visits_of, as_of_day):
    """`visits_of` gives the visits that a row may look at, by offender."""
    today = as_of_day + ONE_DAY             # the day on which the as-of falls: all of the day before it has ended
    for row in offenders:
        if row.malformed:
            row.facts = Unknown()
            continue
        f = row.facts = Facts()
        due = row.visit_due_on
        visits = () if row.offender_hash is None else visits_of(row).get(row.offender_hash, ())
        seen = coalesce(at_most(due, row.last_visit_on), False) or any(
            coalesce(v.successful, True) and v.visited_at is not None and at_most(due, day_of(v.visited_at)) is True
            for v in visits)
        f.overdue = both(less(due, today), no(seen))
        f.days_overdue = (today - due) // timedelta(days=1) * DAY if f.overdue else None


def active(row):
    return equal(row.management, "active")


def figures(as_of_day):
    today = as_of_day + ONE_DAY
    everyone = ([active], [])

    def reviewed(row):
        last = row.last_supervisor_review_on
        return None if last is None else (today - last).days <= SETTINGS["rso_review_days"]

    def figure(id, terms, measure, value, **more):
        return Figure(id, everyone, terms, measure, value, **{"table": "offenders", "period": "taken_at", "by": ("risk",),
                                                               **more})
    overdue = lambda row: row.facts.overdue
    yield figure("O01", [overdue], "count", lambda row: True, unit="offenders", standard="visits-overdue")
    yield figure("O01.share", [], "share", overdue, headline=False)
    yield figure("O02", [overdue], "quantiles", lambda row: row.facts.days_overdue, unit="days",
                 quantiles={"median": HALF, "longest": 1})
    yield figure("O03", [], "share", lambda row: at_most(today, row.arms_review_due), missing_is_miss=True)
    yield figure("O04", [], "share", reviewed, missing_is_miss=True)
    yield figure("O05", [], "per", column("manager_hash"), quantiles={"mean": "mean"}, unit="offenders", by=("team",))
    e01 = Figure("E01", ([], []), [], "count", lambda e: True, unit="cases", statistic="open", table="enforcement_open",
                 period="taken_at", by=("risk",))
    yield e01
    yield days_banded(e01.variant("E01.age", statistic=""), since("referred_at"), 28, 90, 180)
    yield e01.variant("E01.fresh", measure="share", statistic="", unit="percent",
                      value=lately("last_intel_review_at", SETTINGS["intel_review"]))


def case_ended(row):
    return None if row.status is None else row.status != "waiting"
