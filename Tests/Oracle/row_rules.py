"""Rules over one row of a canonical table that only warn: what they find is counted and changes nothing."""
from logic import DAY, less, total


def of_exhibit(row):
    if less(row.exam_started_at, row.submitted_at):
        yield "DQ26a", "exam_started_at"
    if less(row.completed_at, row.exam_started_at):
        yield "DQ26b", "completed_at"


def of_wanted(row):
    if less(row.pnc_circulated_at, total(row.wanted_at, -DAY)):
        yield "DQ26d", "pnc_circulated_at"


RULES = {"digital_forensics": of_exhibit, "wanted": of_wanted}


def broken(table, row):
    """(rule, column) of every such rule that is false for a row."""
    return RULES[table](row) if table in RULES else ()
