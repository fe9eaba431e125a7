"""The worked cases of the attendance clock, and a stock over a few hours."""
from datetime import date, datetime

import attendance
import cad
import expansions
import incidents
import tally
from decode import civil, midnight, readings
from figure import stand

AS_OF = midnight(date(2026, 1, 21))
# case: first grade, regrades (clock, grade), arrival, and what else is known
CASES = {
    "a": ("1", [], "10:14:59", {}), "b": ("1", [], "10:15:00", {}), "c": ("1", [], "10:15:01", {}),
    "d": ("3", [("10:20:00", "1")], "10:34:00", {}),
    "e": ("3", [("10:00:40", "2"), ("10:10:00", "1")], "10:24:00", {}),
    "f": ("1", [("10:10:00", "2")], "10:50:00", {}), "g": ("1", [("10:16:00", "2")], "10:50:00", {}),
    "h": ("1", [("10:05:00", "3"), ("10:40:00", "1")], "10:50:00", {}),
    "i": ("3", [("10:05:00", "1"), ("10:10:00", "2")], "11:04:00", {}),
    "j": ("1", [("11:00:00", "3")], "10:10:00", {}), "k": ("1", [], None, {"status": "open"}),
    "l": ("1", [], None, {"received": "23:50:00", "status": "open"}),
    "r": ("1", [], "23:55:00", {"received": "23:51:00", "status": "open"}),
    "m": ("1", [], "10:04:00", {"cancelled": "10:05:00"}), "n": ("1", [], None, {"cancelled": "10:20:00"}),
    "o": ("1", [], None, {"status": "duplicate"}), "p": ("1", [], "10:19:00", {"rurality": "rural"}),
    "q": ("1", [], "10:00:31", {}),
}
# id: hits, denominator, not evidenced, not due, excluded
EXPECTED = {"A01": (7, 12, 2, 2, 2), "A01b": (7, 10, 0, 2, 2), "A01.arrival": (7, 11, 2, 2, 2), "A03": (2, 2, 0, 0, 0),
            "A03.arrival": (3, 3, 0, 0, 0), "A12": (4, 17, 0, 0, 1), "A12.late": (1, 17, 0, 0, 1)}
NEWCOMBE = [((56, 70, 48, 80), .0524315, .3338727), ((9, 10, 3, 10), .1705227, .8090180),
            ((6, 7, 2, 7), .0582279, .8062496), ((5, 56, 0, 29), -.0381371, .1925600),
            ((0, 10, 0, 20), -.1611252, .2775328), ((0, 10, 0, 10), -.2775328, .2775328),
            ((10, 10, 0, 20), .6790860, 1), ((10, 10, 0, 10), .6075094, 1),
            ((140, 180, 820, 960), -.1457953, -.0168780), ((30, 30, 28, 30), -.0566522, .2132346)]


def at(clock, day="20/01/2026"):
    return clock and readings(civil(f"{day} {clock}", cad.UK))[0][0]


def rows():
    log_class, unit_class, regrade_class = map(cad.row_class, (cad.LOGS, cad.UNITS, cad.REGRADES))
    logs, units, regrades = [], [], []
    for name, (grade, steps, arrival, more) in CASES.items():
        log = log_class()
        log.incident_id, log.initial_grade, log.origin = name, grade, "999"
        log.call_received_at = at(more.get("received", "10:00:00"))
        log.created_at = log.call_received_at + 30_000
        log.status, log.rurality = more.get("status", "closed"), more.get("rurality", "urban")
        log.cancelled_by_caller_at = at(more.get("cancelled"))
        log.duplicate_of = "a" if log.status == "duplicate" else None
        log.closed_at = at("12:00:00") if log.status == "closed" else None
        logs.append(log)
        for clock, to in steps:
            step = regrade_class()
            step.incident_id, step.changed_at, step.grade_to = name, at(clock), to
            regrades.append(step)
        if arrival:
            unit = unit_class()
            unit.incident_id, unit.resource_hash, unit.arrived_at = name, "x", at(arrival)
            units.append(unit)
    return logs, units, regrades


def waiting_log(received, assigned):
    """A log of grade 2 that waits until a unit is assigned, and that unit."""
    log, unit = cad.row_class(cad.LOGS)(), cad.row_class(cad.UNITS)()
    log.incident_id, log.initial_grade, log.origin, log.status = "w", "2", "999", "open"
    log.call_received_at = log.created_at = received
    unit.incident_id, unit.assigned_at = "w", assigned
    return log, unit


def check(hold):
    logs, units, regrades = rows()
    incidents.derive(logs, units, regrades, [], [], AS_OF)
    figures = {figure.id: figure for figure in attendance.figures()}
    for name, expected in EXPECTED.items():
        cell = tally.Cell()
        for log in logs:
            if standing := stand(figures[name], log, AS_OF):
                cell.enter(figures[name], standing, False)
        found = (cell.hits, cell.denominator, cell.not_evidenced, cell.not_due, sum(cell.excluded.values()))
        hold(found == expected, f"{name}: {found}, not {expected}")
    clocks = {log.incident_id: log.facts for log in logs}
    for name, start, due in (("d", "10:20:00", "10:35:00"), ("e", "10:10:00", "10:25:00"), ("f", "10:00:00", "11:00:00"),
                             ("h", "10:00:00", "10:15:00"), ("i", "10:05:00", "11:05:00"), ("p", "10:00:00", "10:20:00")):
        f = clocks[name]
        hold(f.due == at(due) and f.due - f.target == at(start), f"clock of case {name}")
    # The night of 25 October 2026 has 25 hours: from 00:30 summer time to 02:30 winter time three hours end.
    start, end = (readings(datetime(2026, 10, 25, hour, 30))[0][0] for hour in (0, 2))
    log, unit = waiting_log(start, end)
    incidents.derive([log], [unit], [], [], [], end + 1)
    taken = list(expansions.unresourced([(log, None)], end + 1))
    labels = [expansions.waiting_member(w, "hour_of_week") for w, _ in taken]
    hold(labels == ["144", "145", "145"], f"hours of a night that the clocks change in: {labels}")
    hold(not any(w.doubtful for w, _ in taken), "an open log waits for certain")
