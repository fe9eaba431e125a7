"""Rules that look across tables; they change nothing, they count."""
from collections import Counter

from logic import DAY, MINUTE, both, equal, less, total


def broken_by_log(log):
    """(rule, table) of every rule over logs, incidents and responses that is false for an accepted log."""
    f = log.facts
    if less(log.created_at, total(log.call_received_at, -MINUTE)):
        yield "DQ11a", "logs"
    if less(f.first_assigned, total(log.created_at, -MINUTE)):
        yield "DQ11b", "incidents"
    if less(log.closed_at, f.arrived):
        yield "DQ11d", "responses"
    if f.at_scene_already:
        yield "DQ12", "responses"
    if (both(equal(f.judged_grade, "1"), less(DAY, f.resp))
            or both(equal(f.judged_grade, "2"), less(7 * DAY, f.resp))):
        yield "DQ13", "responses"
    if (log.attended is True and f.arrived is None) or (log.attended is False and f.arrived is not None):
        yield "DQ14", "responses"
    if log.duplicate_of is not None and (f.parent is None or log.duplicate_of == log.incident_id):
        yield "DQ15", "incidents"
    if equal(log.final_grade, f.last_step) is False:
        yield "DQ16b", "responses"
    if log.call_id is not None and f.leg is None:
        yield "DQ23a", "incidents"


def accepted(rows):
    return (row for row in rows if not row.rejected and not row.malformed)


def count(logs, units, regrades, entries, legs):
    """How many rows break each rule: (rule, table) -> count."""
    found = Counter()
    for log in accepted(logs):
        found.update(broken_by_log(log))
    for rule, table, rows in (("DQ23b", "resources", units), ("DQ23c", "entries", entries)):
        found[rule, table] = sum(row.facts.log is None for row in accepted(rows))
    for regrade in accepted(regrades):
        found["DQ16a", "regrades"] += equal(regrade.grade_from, regrade.facts.before) is False
        found["DQ23d", "regrades"] += regrade.facts.log is None
    ids = {log.incident_id for log in accepted(logs)}
    for leg in accepted(legs):
        found["DQ23e", "legs"] += leg.incident_id is not None and leg.incident_id not in ids
    return found
