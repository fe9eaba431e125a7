"""Incidents as the definitions derive them: copies, units, entries, regrades, and the attendance clock."""
from collections import defaultdict

from decode import day_of, local_of
from figure import HOURS, NOT_RECORDED
from logic import DAY, HOUR, MINUTE, SECOND, among, at_most, both, coalesce, either, elapsed, less, total

HOPS = 8
SETTINGS = {"thrive_grace": 10 * MINUTE, "regrade_within": 15 * MINUTE, "appointment_grace": 15 * MINUTE,
            "update_before": 15 * MINUTE, "update_after": 30 * MINUTE, "recall_window": 7 * DAY, "csi_within": 24 * HOUR}
# grade, place, first day in force, first day no longer in force, how soon somebody must be there
TARGETS = [("1", "urban", None, None, 15 * MINUTE), ("1", "rural", None, None, 20 * MINUTE),
           ("2", "urban", None, None, 60 * MINUTE), ("2", "rural", None, None, 60 * MINUTE),
           ("3", "urban", None, None, 48 * HOUR), ("3", "rural", None, None, 48 * HOUR)]
# what Loamshire's opening codes mean, and whether there is a victim
CODES = {"VAP": ("crime", True), "DOM": ("crime", True), "BUR": ("crime", True), "ROB": ("crime", True),
         "SEX": ("crime", True), "THF": ("crime", True), "DAM": ("crime", True), "SHP": ("crime", False),
         "DRG": ("crime", False), "ASB": ("asb", True), "NOI": ("asb", False), "RTC": ("transport", False),
         "OBS": ("transport", False), "MIS": ("psw", False), "CFW": ("psw", False), "SUS": ("psw", False),
         "ALM": ("psw", False)}


def within(grade, place, received):
    """The target of a grade and place on the local day of receipt."""
    if None in (grade, place, received):
        return None
    day = day_of(received)
    for g, p, start, end, target in TARGETS:
        if (g, p) == (grade, place) and (start is None or start <= day) and (end is None or day < end):
            return target
    return None


class Facts:
    """What is derived of one row."""


class Unknown:
    """What is derived of a row that could not be read."""

    def __getattr__(self, name):
        return None


def first(rows, time):
    """The earliest row whose time is known; of equal ones the earlier in the export."""
    timed = [row for row in rows if time(row) is not None]
    return min(timed, key=time) if timed else None


def last(rows, time):
    """The latest row whose time is known; of equal ones the later in the export."""
    found = None
    for row in rows:
        if time(row) is not None and (found is None or time(row) >= time(found)):
            found = row
    return found


def first_value(rows, time):
    row = first(rows, time)
    return None if row is None else time(row)


def find_roots(logs):
    """A duplicate's root is the log at the end of its chain; loops, long chains and unknown parents keep their own id."""
    parents = {}
    for log in logs:
        log.facts = f = Facts()
        f.copy_of = log.duplicate_of if log.status == "duplicate" else None
        f.received = coalesce(log.call_received_at, log.created_at)
        if log.incident_id is not None and parents.get(log.incident_id) is None:
            parents[log.incident_id] = f.copy_of
    for log in logs:
        place, above, hops, seen = log.incident_id, log.facts.copy_of, 0, {log.incident_id}
        if place is None:
            above = None
        while above is not None and above in parents:
            if above in seen or hops == HOPS:
                place = log.incident_id
                break
            seen.add(above)
            place, above, hops = above, parents[above], hops + 1
        log.facts.root = place


def grouped(rows, key):
    found = defaultdict(list)
    for row in rows:
        if key(row) is not None:
            found[key(row)].append(row)
    return found


def earliest(groups, key):
    return None if key is None or key not in groups else groups[key][0]


class Sight:
    """The rows that a row can look at: accepted ones see accepted ones, rejected ones all that could be read."""

    def __init__(self, logs, units, regrades, entries, legs):
        self.logs, self.copies = grouped(logs, lambda l: l.incident_id), grouped(logs, lambda l: l.facts.root)
        self.steps = grouped(regrades, lambda g: g.incident_id)
        self.legs = grouped(legs, lambda l: l.call_id)
        contacts = [leg for leg in legs if leg.contact is True]
        self.contacts, self.callers = grouped(contacts, lambda c: c.root), grouped(contacts, lambda c: c.caller)
        self.all_units, self.all_entries = units, entries

    def merge(self):
        """Units and entries of a duplicate belong to the log that it duplicates; done when each knows its own."""
        self.units = grouped(self.all_units, lambda u: u.facts.merged)
        self.entries = grouped(self.all_entries, lambda e: e.facts.merged)


def derive_child(row, sight):
    f = row.facts = Facts()
    log = earliest(sight.logs, row.incident_id)
    f.log = log
    f.merged = coalesce(log and log.facts.root, row.incident_id)


def derive_unit(unit, sight):
    derive_child(unit, sight)
    unit.facts.at_scene = None if unit.resource_type == "CSI" else unit.arrived_at


def grade_before(regrade, steps):
    before = last([s for s in steps if less(s.changed_at, regrade.changed_at)], lambda s: s.changed_at)
    return before and before.grade_to


def derive_regrade(regrade, sight):
    f = regrade.facts = Facts()
    f.log = log = earliest(sight.logs, regrade.incident_id)
    steps = sight.steps.get(regrade.incident_id, ())
    copies = sight.copies.get(regrade.incident_id, ())
    received = coalesce(first_value(copies, lambda c: c.facts.received), log and log.facts.received)
    initial = log and log.initial_grade
    place = coalesce(log and log.rurality, "urban")
    f.before = grade_before(regrade, steps)
    f.left = coalesce(regrade.grade_from, f.before, initial)
    if at_most(initial, f.left):
        held_from = received
    else:
        held_from = first_value([s for s in steps if both(at_most(s.grade_to, f.left),
                                                          at_most(s.changed_at, regrade.changed_at))],
                                lambda s: s.changed_at)
    due = total(held_from, within(f.left, place, received))
    f.lowered, f.raised = less(f.left, regrade.grade_to), less(regrade.grade_to, f.left)
    f.after_breach = less(due, regrade.changed_at)


def derive_incident(log, sight):
    """What its call, copies, units and codes say of a log."""
    f = log.facts
    copies = sight.copies.get(log.incident_id, ())
    f.parent = earliest(sight.logs, log.duplicate_of)
    f.received_at = coalesce(first_value(copies, lambda c: c.facts.received), f.received)
    f.must_attend = coalesce(log.attendance_required, among(log.initial_grade, ("1", "2", "3")))
    f.first_assigned = first_value(sight.units.get(log.incident_id, ()), lambda u: u.assigned_at)
    f.leg = earliest(sight.legs, log.call_id)
    call = earliest(sight.contacts, f.leg and f.leg.root)
    f.caller = call and call.caller
    f.category, f.has_victim = CODES.get(log.opening_code, (None, None))
    f.closed_when = None if less(log.closed_at, log.reopened_at) else log.closed_at
    f.recontacted = None
    if f.caller is not None:
        until = total(log.closed_at, SETTINGS["recall_window"])
        f.recontacted = any(
            n.disposition != "test" and n.direction in (None, "inbound")
            and less(log.closed_at, n.offered) is True and at_most(n.offered, until) is True
            for n in sight.callers.get(f.caller, ()))


def started(f, grades, judged, until):
    """The clock for a grade: receipt if the first grade was as urgent, else the first regrade that was, until then."""
    if at_most(f.initial, judged):
        return f.received_at
    raised = [g for g in grades if at_most(g.grade_to, judged) and (until is None or at_most(g.changed_at, until))]
    return coalesce(first_value(raised, lambda g: g.changed_at), f.received_at)


def derive_response(log, sight, as_of):
    """Which grade a log is judged by, from when, until when, and what happened meanwhile."""
    f = log.facts
    units, entries, grades = (groups.get(log.incident_id, ()) for groups in (sight.units, sight.entries, sight.steps))
    f.initial = log.initial_grade
    place = coalesce(log.rurality, "urban")
    f.arrived = first_value(units, lambda u: u.facts.at_scene)
    f.attended_any = either(log.attended, f.arrived is not None)
    f.stop_at = coalesce(f.arrived, f.closed_when, as_of)
    changed = lambda g: g.changed_at
    newest = last(grades, changed)
    f.last_step = newest and newest.grade_to
    f.last_grade = coalesce(log.final_grade, f.last_step, f.initial)
    if log.incident_id is not None and grades:
        stopped = last([g for g in grades if at_most(g.changed_at, f.stop_at)], changed)
        f.grade_at_stop = coalesce(stopped and stopped.grade_to, f.initial)
    else:
        f.grade_at_stop = coalesce(log.final_grade, f.initial)
    lowered = [g for g in grades if g.facts.lowered is True and less(g.changed_at, f.stop_at)]
    breached = [g for g in lowered if g.facts.after_breach is True]
    missed = first(breached, changed)
    f.missed_grade = missed and missed.facts.left
    f.judged_grade = coalesce(f.missed_grade, f.grade_at_stop)
    for prefix, grade, start in (("", f.judged_grade, started(f, grades, f.judged_grade, f.stop_at)),
                                 ("stop_", f.grade_at_stop, started(f, grades, f.grade_at_stop, f.stop_at)),
                                 ("first_", f.initial, f.received_at),
                                 ("final_", f.last_grade, started(f, grades, f.last_grade, None))):
        target = within(grade, place, f.received_at)
        setattr(f, prefix + "target", target)
        setattr(f, prefix + "resp", elapsed(start, f.arrived))
        setattr(f, prefix + "due", total(start, target))
    f.at_scene_already = coalesce(at_most(elapsed(log.created_at, f.arrived), SECOND), False)
    over = coalesce(min([t for t in (f.arrived, f.closed_when) if t is not None], default=None), as_of)
    f.late = f.due is not None and over > f.due
    early, late = total(f.due, -SETTINGS["update_before"]), total(f.due, SETTINGS["update_after"])
    if log.incident_id is None:
        f.told = f.downgraded = f.downgraded_late = f.upgraded_soon = None
    else:
        f.told = any(e.event_type == "victim_update" and at_most(early, e.event_at)
                     and (at_most(e.event_at, late) or less(e.event_at, f.arrived)) for e in entries)
        f.downgraded, f.downgraded_late = bool(lowered), bool(breached)
        soon = total(log.created_at, SETTINGS["regrade_within"])
        f.upgraded_soon = any(g.facts.raised and at_most(g.changed_at, soon) for g in grades)
    f.rechecked_at = first_value([e for e in entries if e.event_type == "rethrive" and less(f.due, e.event_at)
                                  and less(e.event_at, f.stop_at)], lambda e: e.event_at)
    f.to_create, f.to_assign = elapsed(f.received_at, log.created_at), elapsed(log.created_at, f.first_assigned)
    f.to_arrive = elapsed(f.first_assigned, f.arrived)
    f.armed_arrival = elapsed(log.armed_authorised_at, first_value(
        [u for u in units if u.resource_type == "ARV"], lambda u: u.arrived_at))
    f.csi_delay = elapsed(log.csi_requested_at, log.csi_attended_at)


def derive(logs, units, regrades, entries, legs, as_of):
    """Facts of all rows. `legs` have theirs already."""
    for log in logs:
        if log.malformed:
            log.facts = Unknown()
    logs, units, regrades, entries, legs = ([row for row in rows if not row.malformed]
                                            for rows in (logs, units, regrades, entries, legs))
    find_roots(logs)
    everything = Sight(logs, units, regrades, entries, legs)
    accepted = Sight(*([row for row in rows if not row.rejected] for rows in (logs, units, regrades, entries, legs)))

    def each(rows, work, *more):
        for row in rows:
            work(row, everything if row.rejected else accepted, *more)

    each(units, derive_unit)
    each(entries, derive_child)
    each(regrades, derive_regrade)
    accepted.merge()
    everything.merge()
    each(logs, derive_incident)
    each(logs, derive_response, as_of)


def anchor(log, period):
    return log.facts.received_at if period == "received_at" else getattr(log, period)


MEMBERS = {"area": lambda log: log.area, "rurality": lambda log: log.rurality, "channel": lambda log: log.origin,
           "domestic_abuse": lambda log: log.is_domestic_abuse, "vulnerable": lambda log: log.vulnerable_flag,
           "category": lambda log: log.facts.category, "team": lambda log: log.team}


def hour_of_week(instant):
    local = local_of(instant)
    return str(24 * local.weekday() + local.hour)


def member(log, dimension, grade):
    """`grade` names the fact that the table's dimension of that name shows."""
    if dimension == HOURS:
        return NOT_RECORDED if log.facts.received_at is None else hour_of_week(log.facts.received_at)
    value = getattr(log.facts, grade) if dimension == "grade" else MEMBERS[dimension](log)
    if value is None:
        return NOT_RECORDED
    return "yes" if value is True else "no" if value is False else value
