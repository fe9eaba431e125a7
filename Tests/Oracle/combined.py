"""Figures made of two others: a share less another, a count or sum by another."""
from fractions import Fraction

import statistics as maths
from standards import marker, standard_of, verdict

EMPTIED = ("value", "numerator", "lower", "upper", "lowest", "highest", "boundary_value", "boundary_rows", "standard_value",
           "open_share", "value_with_excluded", "numerator_with_excluded", "denominator_with_excluded")
FLAGS = ("break", "rebased", "excluded_period", "small", "definition_changed", "clock_change", "first_28_days")
WORSE = ("ok", "part", "immature", "empty", "left_out")


def flags_of(*rows):
    found = {flag for row in rows for flag in row["flags"].split(";")}
    return [flag for flag in FLAGS if flag in found]


def base(figure, a, b):
    """What both kinds have in common; `b` gives the period."""
    found = dict(b)
    found.update(dict.fromkeys(EMPTIED))
    state = max(a["state"], b["state"], key=WORSE.index)
    found.update(headline="yes" if figure.headline else "no", unit=figure.unit, standard="", standard_rule="",
                 standard_status="", verdict="no_standard" if state == "ok" else "", state=state, robust="",
                 flags=";".join(flags_of(a, b)))
    return found


WITH = ("value_with_excluded", "numerator_with_excluded", "denominator_with_excluded")


def whole(row):
    """(value, numerator, denominator) without regard to the spans that the force leaves out."""
    return tuple(row[c] for c in WITH) if row["denominator_with_excluded"] is not None else (
        row["value"], row["numerator"], row["denominator"])


def has_spans(*rows):
    return any(row["denominator_with_excluded"] is not None for row in rows)


def difference(figure, of, minus, shares):
    """A share less another, over rows that are never the same; `shares` are their hits and denominators."""
    found = base(figure, minus, of)
    for column in ("denominator", "considered", "missing", "not_evidenced", "not_due", "excluded"):
        found[column] = of[column] + minus[column]
    if of["denominator"] and minus["denominator"]:
        found["value"] = of["value"] - minus["value"]
        found["lower"], found["upper"] = (100 * x for x in maths.newcombe(*shares))
    if None not in (of["lowest"], of["highest"], minus["lowest"], minus["highest"]):
        found["lowest"], found["highest"] = of["lowest"] - minus["highest"], of["highest"] - minus["lowest"]
    if has_spans(of, minus):
        (a, _, n), (b, _, m) = whole(of), whole(minus)
        found.update(zip(WITH, (None if None in (a, b) else a - b, None, n + m)))
    found["marker"] = marker(found["state"], found["flags"])
    return found


def ratio(figure, period, top, bottom):
    """Rows or sums of one figure for those of another. Where the rows went that are in neither stands in the lines of
    both; what is divided by is shown without its fraction."""
    found = base(figure, top, bottom)
    n = int(bottom["numerator"])
    found.update(numerator=top["numerator"], denominator=n, considered=n, missing=0, not_evidenced=0, not_due=0, excluded=0)

    def divided(a, b):
        return Fraction(figure.times * a) / b if b and a is not None else None

    def bound(a, small, large):
        """What is divided may be below zero, where it is a difference that was added up."""
        return divided(a, large if a is not None and a < 0 else small)

    if found["state"] != "empty":
        found["value"] = divided(top["numerator"], bottom["numerator"])
    if has_spans(top, bottom):
        (_, a, _), (_, b, _) = whole(top), whole(bottom)
        found.update(zip(WITH, (divided(a, b), a, b)))
    found["lowest"] = bound(top["lowest"], bottom["highest"], bottom["lowest"])
    found["highest"] = bound(top["highest"], bottom["lowest"], bottom["highest"])
    if found["state"] in ("ok", "part") and not n:
        found.update(state="empty", verdict="")
    flags = [flag for flag in flags_of(top, bottom) if flag != "small"]
    if 0 < n < 30 and found["value"] is not None:
        flags.append("small")
    found["flags"] = ";".join(flag for flag in FLAGS if flag in flags)
    found["marker"] = marker(found["state"], found["flags"])
    standard, status, _ = standard_of(figure, period)
    if standard:
        found.update(standard=figure.standard, standard_rule=standard[0], standard_value=standard[1], standard_status=status,
                     verdict=verdict(found["state"], standard, n, found["value"], None, None, None, None))
    return found
