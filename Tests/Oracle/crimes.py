"""Crimes as the definitions derive them: outcomes by what was known, events, decisions that victims are told of."""
from decode import day_of
from figure import NOT_RECORDED
from incidents import Facts, Unknown, earliest, first, grouped
from logic import DAY, HOUR, MINUTE, SECOND, at_most, both, coalesce, either, equal, less, no, total
from mapped import sources
from windows import ingest_sources

SETTINGS = {"crime_link_within": 72 * HOUR, "record_within": 24 * HOUR, "plan_within": 72 * HOUR, "review_every": 28 * DAY,
            "update_every_days": 28, "fast_close": 24 * HOUR, "notify_days": 5, "notify_days_enhanced": 1,
            "referral_days": 2, "confirm_within": 5 * DAY, "late_entry": 24 * HOUR, "burst_size": 10, "burst_window": MINUTE}

CHARGED, FORMAL, INFORMAL = "Charged or summonsed", "Out of court (formal)", "Out of court (informal)"
PREVENTED = "Prosecution prevented or not in the public interest"
NO_SUPPORT = "Evidential difficulties (victim does not support)"
GROUPS = {"0": "Not yet assigned", "1": CHARGED, "2": FORMAL, "3": FORMAL, "4": "Taken into consideration", "5": PREVENTED,
          "6": FORMAL, "7": INFORMAL, "8": INFORMAL, "9": PREVENTED, "10": PREVENTED, "11": PREVENTED, "12": PREVENTED,
          "13": PREVENTED, "14": NO_SUPPORT, "15": "Evidential difficulties (victim supports)", "16": NO_SUPPORT,
          "17": PREVENTED, "18": "No suspect identified", "19": "National fraud bureau",
          "20": "Responsibility transferred", "21": "Further investigation not in the public interest",
          "22": "Diversionary activity"}
POSITIVE, NO_OUTCOME, OF_WHICH = {"1", "2", "3", "6", "7", "8"}, {"0", "19"}, {"1A", "2A", "3A"}
DECISIONS = ("arrest", "interview", "release", "bail_change", "no_investigation")


TABLES = ("crimes", "crime_events", "outcomes")


def ingest(inputs, force, definitions, as_of, as_of_day):
    """By table: what was read of each of its sources."""
    mapped = sources(force, definitions, TABLES)
    found = ingest_sources(mapped, inputs, as_of, as_of_day)
    return {table: [found[source.name] for source in mapped if source.table == table] for table in TABLES}


class Sight:
    """The rows that a row can look at: accepted ones see accepted ones, rejected ones all that could be read."""

    def __init__(self, crimes, events, outcomes):
        self.crimes = grouped(crimes, lambda c: c.crime_id)
        self.events = grouped(events, lambda e: e.crime_id)
        self.history = grouped(outcomes, lambda o: o.crime_id)

    def events_of(self, crime_id, kind):
        return [e for e in self.events.get(crime_id, ()) if e.event_type == kind]


# Populations: (conditions, exclusions in order), functions of a crime.

TRANSFERRED = ("transferred", lambda c: equal(c.status, "transferred"))
FRAUD = ("fraud", lambda c: coalesce(c.is_fraud_cma, False))
CANCELLED = ("cancelled", lambda c: either(equal(c.status, "cancelled"), c.cancelled_at is not None))
SCREENED_OUT = ("screened_out", lambda c: coalesce(no(c.investigation_required), False))


def has_outcome(c):
    return c.facts.has_outcome


def of_somebody(c):
    return equal(c.victim_type, "individual")


OURS = ([], [TRANSFERRED, FRAUD])
COUNTED = ([], [TRANSFERRED, FRAUD, CANCELLED])
INV = ([], COUNTED[1] + [SCREENED_OUT])
VIC = ([of_somebody], COUNTED[1])
DA = ([lambda c: c.is_domestic_abuse], COUNTED[1])
FINISHED, FINISHED_INV = ([has_outcome], COUNTED[1]), ([has_outcome], INV[1])
VIC_AND_INV = ([of_somebody], INV[1])


def holds(population, row):
    """Whether a population has a row; a reason that is unknown leaves nothing out."""
    if row.malformed:
        return None
    conditions, exclusions = population
    found = True
    for condition in conditions:
        found = both(found, condition(row))
    return False if any(reason(row) for _, reason in exclusions) else found


def known_at(outcome):
    """`superseded` is today's flag: it counts only where nobody says when the row was entered."""
    if outcome.entered_at is not None:
        return outcome.entered_at
    return None if coalesce(outcome.superseded, False) else outcome.outcome_at


def latest_outcome(history, as_of):
    """(whether any was known before the as-of, the one entered last)."""
    known = [o for o in history if less(known_at(o), as_of)]
    ordered = [o for o in known if o.outcome_at is not None]
    newest = None
    for o in ordered:
        if newest is None or (known_at(o), o.outcome_at) >= (known_at(newest), newest.outcome_at):
            newest = o
    return bool(known), newest


def derive_crime(c, sight, logs, as_of):
    f = c.facts
    f.log = earliest(logs, c.incident_id)
    any_known, newest = latest_outcome(sight.history.get(c.crime_id, ()), as_of)
    f.raw_code = (newest and newest.outcome_code) if any_known else "0"
    f.raw_outcome_at = newest and newest.outcome_at
    f.outcome = f.raw_code and f.raw_code.rstrip("A")
    f.group = GROUPS.get(f.outcome)
    is_outcome = None if f.outcome is None else f.outcome not in NO_OUTCOME
    f.is_outcome = is_outcome
    f.has_outcome = both(is_outcome, less(f.raw_outcome_at, as_of))
    f.assigned_at = f.raw_outcome_at if f.has_outcome else None
    f.finished_at = coalesce(f.assigned_at, c.cancelled_at)
    f.positive = both(f.has_outcome, None if f.outcome is None else f.outcome in POSITIVE)
    f.charged = both(f.has_outcome, equal(f.outcome, "1"))
    f.victim_out = both(f.has_outcome, None if f.outcome is None else f.outcome in ("14", "16"))
    f.days_taken = None
    if f.assigned_at is not None and c.recorded_at is not None:
        taken = (day_of(f.assigned_at) - day_of(c.recorded_at)).days
        f.days_taken = taken * DAY if taken >= 0 else None
    f.record_delay = None
    if c.recorded_at is not None and c.reported_at is not None:
        delay = c.recorded_at - c.reported_at
        f.record_delay = delay if delay >= 0 else 0 if delay >= -60 * SECOND else None
    f.plan_delay = None
    if c.plan_at is not None and c.allocated_at is not None:
        f.plan_delay = max(0, c.plan_at - c.allocated_at)
    f.update_every = coalesce(c.agreed_update_days, SETTINGS["update_every_days"]) * DAY
    f.arrests = f.reviews = f.contacts = None
    if c.crime_id is not None:
        f.arrests = len(sight.events_of(c.crime_id, "arrest"))
        f.reviews, f.contacts = (sorted(e.event_at for e in sight.events_of(c.crime_id, kind) if e.event_at is not None)
                                 for kind in ("supervisor_review", "victim_contact"))


def derive_event(e, sight, calendar):
    f = e.facts = Facts()
    f.crime = earliest(sight.crimes, e.crime_id)
    f.is_decision = None if e.event_type is None else e.event_type in DECISIONS
    if f.is_decision is not True:
        f.has_victim = f.told_at = f.due_on = f.allowed_days = None
        return
    f.has_victim = None
    f.told_at = None
    if e.crime_id is not None:
        f.has_victim = any(holds(VIC, c) is True for c in sight.crimes.get(e.crime_id, ()))
        notices = sight.events_of(e.crime_id, "victim_decision_notice")
        timed = lambda n: n.event_at
        own = first([n for n in notices if equal(n.decision_at, e.event_at)], timed)
        later = first([n for n in notices if n.decision_at is None and at_most(e.event_at, n.event_at)], timed)
        f.told_at = coalesce(own and own.event_at, later and later.event_at)
    enhanced = f.crime is not None and f.crime.enhanced_rights is True
    f.allowed_days = SETTINGS["notify_days_enhanced" if enhanced else "notify_days"]
    f.due_on = None if e.event_at is None else calendar.after(day_of(e.event_at), f.allowed_days)


def derive_bursts(events):
    """How many reviews the same officer entered in the minute that ends with each, and whether one is in a burst."""
    reviews = [e for e in events if e.event_type == "supervisor_review" and e.officer_hash is not None
               and e.event_at is not None]
    by_officer = grouped(reviews, lambda e: e.officer_hash)
    width = SETTINGS["burst_window"]
    for rows in by_officer.values():
        rows.sort(key=lambda e: e.event_at)
        start = 0
        for place, e in enumerate(rows):
            while rows[start].event_at < e.event_at - width:
                start += 1
            end = place
            while end + 1 < len(rows) and rows[end + 1].event_at == e.event_at:
                end += 1
            e.facts.ending_here = end - start + 1
    return by_officer


def in_burst(e, by_officer):
    if e.officer_hash is None:
        return None
    return any(at_most(e.event_at, n.event_at) and at_most(n.event_at, total(e.event_at, SETTINGS["burst_window"]))
               and n.facts.ending_here >= SETTINGS["burst_size"] for n in by_officer.get(e.officer_hash, ()))


def derive(crimes, events, outcomes, logs, calendar, as_of):
    """Facts of all rows; logs have theirs already."""
    for row in (*crimes, *events, *outcomes):
        row.facts = Unknown() if row.malformed else Facts()
    readable = [[row for row in rows if not row.malformed] for rows in (crimes, events, outcomes, logs)]
    accepted = [[row for row in rows if not row.rejected] for rows in readable]
    for rows in (readable, accepted):       # what accepted rows are told of each other comes last and stands
        sight, own_logs = Sight(*rows[:3]), grouped(rows[3], lambda l: l.incident_id)
        mine = [[row for row in part if rows is accepted or row.rejected] for part in rows]
        for c in mine[0]:
            derive_crime(c, sight, own_logs, as_of)
        for e in mine[1]:
            derive_event(e, sight, calendar)
        for o in mine[2]:
            o.facts.crime = earliest(sight.crimes, o.crime_id)
        by_officer = derive_bursts(rows[1])
        for e in mine[1]:
            e.facts.by_officer = by_officer


MEMBERS = {"offence": lambda c: c.offence_group, "area": lambda c: c.area, "team": lambda c: c.team,
           "domestic_abuse": lambda c: c.is_domestic_abuse, "enhanced": lambda c: coalesce(c.enhanced_rights, False),
           "outcome_group": lambda c: c.facts.group}


NAMELESS = {"enhanced": "no"}


def shown(value):
    return NOT_RECORDED if value is None else "yes" if value is True else "no" if value is False else value


def member(c, dimension):
    return shown(MEMBERS[dimension](c))


def member_of_crime(row, dimension):
    """A member of a row that belongs to a crime, which may not be here."""
    crime = row.facts.crime
    return NAMELESS.get(dimension, NOT_RECORDED) if crime is None else member(crime, dimension)


def anchor(c, period):
    return c.facts.assigned_at if period == "assigned_at" else getattr(c, period)


def is_row(event, holds_it):
    """Whether an event is a row of a table of some types: one of unknown type is none, unless it was rejected."""
    return False if holds_it is None and not event.rejected else holds_it


def of_type(event, kind):
    return is_row(event, equal(event.event_type, kind))


def is_decision(event):
    return is_row(event, event.facts.is_decision)
