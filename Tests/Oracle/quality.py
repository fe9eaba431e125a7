"""Figures of how far the exports can be trusted, but for those of the run itself."""
from attendance import others
from crimes import FINISHED, SETTINGS, in_burst
from decode import day_of, local_of
from figure import Figure
from kpis import INBOUND
from logic import Turning, less
from periods import ONE_DAY


def on_the_quarter(log):
    if log.facts.arrived is None:
        return None
    arrived = local_of(log.facts.arrived)
    return arrived.second == 0 and arrived.minute % 15 == 0


def last_day_of_month(crime):
    if crime.facts.assigned_at is None:
        return None
    day = day_of(crime.facts.assigned_at)
    return (day + ONE_DAY).month != day.month


def entered_late(outcome, order):
    if outcome.entered_at is None or outcome.outcome_at is None:
        return None
    return order(SETTINGS["late_entry"], outcome.entered_at - outcome.outcome_at)


def figures():
    def share(id, table, period, terms, value, **more):
        return Figure(id, more.pop("population", ([], [])), terms, "share", value, table=table, period=period,
                      headline=False, **more)

    yield share("Q05.call", "incidents", "received_at", [lambda l: l.call_id is not None], lambda l: l.facts.leg is None)
    yield share("Q05.incident", "crimes", "recorded_at", [lambda c: c.incident_id is not None],
                lambda c: c.facts.log is None)
    yield share("Q07", "responses", "received_at", [lambda l: l.facts.arrived is not None], on_the_quarter, by=("area",))
    yield share("Q08", "outcome_history", "outcome_at", [lambda o: o.entered_at is not None], Turning(entered_late, less))
    yield share("Q09", "review_bursts", "event_at", [], lambda e: in_burst(e, e.facts.by_officer), by=("team",))
    missing_arrival = next(figure for figure in others() if figure.id == "A24")
    yield missing_arrival.variant("Q02", standard="")
    yield share("Q10", "contacts", "offered", [], lambda l: l.caller is None, population=INBOUND, by=("channel",))
    for name, table, period, unit in (("calls", "contacts", "offered", "contacts"),
                                      ("incidents", "incidents", "created_at", "logs"),
                                      ("crimes", "crimes", "recorded_at", "crimes")):
        yield Figure(f"Q12.{name}", ([], []), [], "count", lambda row: True, table=table, period=period, unit=unit,
                     headline=False)
    yield share("Q09.month_end", "crimes", "assigned_at", [], last_day_of_month, population=FINISHED)
