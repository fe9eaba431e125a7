"""The figures of crime recording (R01–R06) and the logs that they look at."""
from fractions import Fraction

from attendance import INC
from crimes import COUNTED, OURS, SETTINGS, VIC
from figure import Figure
from incidents import CODES, earliest, grouped
from logic import DAY, Turning, at_most, both, coalesce, either, equal, no, total

REFUSED = ("refused", "not_asked")
HALF, NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)


def values_of(cell):
    """A cell with several values, taken apart: spaces around a value and empty values do not count."""
    return [part for part in (p.strip(" \t\u00a0") for p in (cell or "").split(";")) if part]


class Links:
    """Crimes by the log that they were recorded from, and those that logs name."""

    def __init__(self, logs, crimes):
        own, known = grouped(logs, lambda l: l.incident_id), grouped(crimes, lambda c: c.crime_id)

        def merged(incident_id):
            log = earliest(own, incident_id)
            return coalesce(log and log.facts.root, incident_id)

        self.recorded = grouped(crimes, lambda c: merged(c.incident_id))
        self.named = {}
        for log in logs:
            for crime_id in values_of(log.crime_ids):
                crime = earliest(known, crime_id)
                place = merged(log.incident_id)
                if place is not None:
                    self.named.setdefault(place, []).append(crime and crime.recorded_at)


def derive_log(log, links):
    f = log.facts
    coded = equal(f.category, "crime")
    # Without a key nobody knows what the log's other rows say.
    f.links, f.crime_coded, f.has_crime = links, either(coded, None), None
    if log.incident_id is not None:
        closed_as = [CODES[code][0] for code in values_of(log.closing_codes) if code in CODES]
        f.crime_coded = either(coded, "crime" in closed_as)
        f.has_crime = bool(links.recorded.get(log.incident_id) or links.named.get(log.incident_id))
    f.link_by = total(f.closed_when, SETTINGS["crime_link_within"])


def derive(logs, crimes):
    logs, crimes = ([row for row in rows if not row.malformed] for rows in (logs, crimes))
    everything = Links(logs, crimes)
    accepted = Links(*([row for row in rows if not row.rejected] for rows in (logs, crimes)))
    for log in logs:
        derive_log(log, everything if log.rejected else accepted)


def linked_in_time(log):
    """A crime that the log names and that is not among the crimes gives no time: the log's word is taken."""
    f = log.facts
    if log.incident_id is None:
        return None
    return (any(at_most(c.recorded_at, f.link_by) for c in f.links.recorded.get(log.incident_id, ()))
            or any(coalesce(at_most(at, f.link_by), True) for at in f.links.named.get(log.incident_id, ())))


def not_linked(log):
    return both(no(linked_in_time(log)), no(coalesce(log.no_crime_rationale, False)))


def given(name):
    def value(c):
        answer = getattr(c, name)
        return answer is not None and answer not in REFUSED
    return value


def figures():
    def recorded(id, population, terms, measure, value, **more):
        return Figure(id, population, terms, measure, value, **{"table": "crimes", "period": "reported_at", **more})

    yield recorded("R01", COUNTED, [], "share", Turning(
        lambda c, order: order(c.facts.record_delay, SETTINGS["record_within"]), at_most), standard="recorded-24h",
        by=("offence", "domestic_abuse", "area"))
    yield recorded("R02", COUNTED, [], "quantiles", lambda c: c.facts.record_delay, unit="hours",
                   quantiles={"median": HALF, "p90": NINE_TENTHS}, plausible=(0, 365 * DAY),
                   by=("offence", "domestic_abuse"))
    audit = {"table": "incident_recording", "period": "received_at"}
    yield Figure("R03", INC, [lambda l: equal(l.status, "closed"), lambda l: l.facts.crime_coded], "share",
                 not_linked, due=lambda l: l.facts.link_by, by=("category", "area"), **audit)
    yield Figure("R04", INC, [lambda l: equal(l.facts.category, "asb")], "share", lambda l: l.facts.has_crime,
                 by=("area",), **audit)
    ethnicity = recorded("R05", VIC, [], "share", given("victim_ethnicity_self"), period="recorded_at",
                         by=("team", "offence"))
    yield ethnicity
    yield ethnicity.variant("R05.sex", value=given("victim_sex"))
    yield ethnicity.variant("R05.age", value=given("victim_age_band"))
    yield ethnicity.variant("R05.answers", measure="mix", by=("team",),
                            value=lambda c: coalesce(c.victim_ethnicity_self, "not recorded"))
    cancelled = recorded("R06.cancelled", OURS, [lambda c: c.cancelled_at is not None], "count", lambda c: True,
                         unit="crimes", period="cancelled_at", by=("offence",), headline=False)
    yield cancelled
    yield recorded("R06.recorded", OURS, [], "count", lambda c: True, unit="crimes", period="recorded_at", by=("offence",),
                   headline=False)
    yield recorded("R06", ([], []), [], "ratio_of", ("R06.cancelled", "R06.recorded"), unit="per 100", times=100,
                   statistic="ratio", by=("offence",))
    yield cancelled.variant("R06.approved", measure="share", value=lambda c: c.cancel_fcr_approved, missing_is_miss=True,
                            unit="percent")
