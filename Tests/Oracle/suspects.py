"""Suspects who are named and people who are wanted, from their exports: what is derived of each, and S01–S04."""
from decode import HOUR
from figure import Figure, banded
from incidents import Facts, Unknown, earliest
from investigation import column
from logic import DAY, Turning, at_most, both, coalesce, less, total
from recording import HALF

SETTINGS = {"wanted_review": 28 * DAY, "circulate_within": 24 * HOUR}


def derive_suspects(suspects, crimes_by_id):
    """`crimes_by_id` gives the crimes that a row may look at: for a rejected row, also rejected ones."""
    for row in suspects:
        if row.malformed:
            row.facts = Unknown()
            continue
        row.facts = Facts()
        row.facts.crime = earliest(crimes_by_id(row), row.crime_id)


def settled(row):
    return None if row.status is None else row.status != "outstanding"


def of_crime(name):
    return lambda row: getattr(row.facts.crime, name, None)


SUSPECT_MEMBERS = {"risk": column("risk"), "offence": of_crime("offence_group"), "team": of_crime("team"),
                   "domestic_abuse": of_crime("is_domestic_abuse")}
WANTED_MEMBERS = {"risk": column("risk")}


def circulation(row):
    if row.pnc_circulated_at is None or row.wanted_at is None:
        return None
    return max(0, row.pnc_circulated_at - row.wanted_at)


def since(begun):
    return lambda taken: total(taken.taken_at, -getattr(taken.row, begun)) if taken.taken_at is not None else None


def lately(name, width):
    """Whether what a column says happened by the instant and less than `width` before it; both limits turn together."""
    def found(taken, order):
        other = less if order is at_most else at_most
        time = getattr(taken.row, name)
        return coalesce(both(order(time, taken.taken_at), other(total(taken.taken_at, -width), time)), False)
    return Turning(found, at_most)


def days_banded(figure, of, *edges):
    labels = [(f"up to {edges[0]} d", None, edges[0])]
    labels += [(f"over {a} d to {b} d", a, b) for a, b in zip(edges, edges[1:])]
    return banded(figure, of, labels + [(f"over {edges[-1]} d", edges[-1], None)], DAY, closed="right")


def figures():
    everyone = ([], [])

    def stock(id, table, measure, value, **more):
        return Figure(id, everyone, [], measure, value, **{"table": table, "period": "taken_at", **more})

    s01 = stock("S01", "suspects_open", "count", lambda s: True, unit="suspects", statistic="open",
                by=("risk", "offence", "domestic_abuse", "team"))
    yield s01
    yield days_banded(s01.variant("S01.age", by=("risk",), statistic=""), since("named_at"), 7, 28, 90)
    yield stock("S02", "wanted_open", "share", Turning(
        lambda w, order: coalesce(order(w.row.pnc_circulated_at, w.taken_at), False), at_most),
        standard="evidence-100", by=("risk",))
    s03 = Figure("S03", everyone, [lambda w: w.pnc_circulated_at is not None], "quantiles", circulation,
                 quantiles={"median": HALF}, table="wanted", period="wanted_at", unit="hours", by=("risk",))
    yield s03
    limit = SETTINGS["circulate_within"]
    yield s03.variant("S03.in_time", terms=[], measure="share", quantiles={}, unit="percent", missing_is_miss=True,
                      due=lambda w: total(w.wanted_at, limit),
                      value=Turning(lambda w, order: order(circulation(w), limit), at_most))
    s04 = stock("S04", "wanted_open", "quantiles", since("wanted_at"), quantiles={"longest": 1}, unit="days", by=("risk",))
    yield s04
    yield s04.variant("S04.reviewed", measure="share", quantiles={}, unit="percent",
                      value=lately("last_review_at", SETTINGS["wanted_review"]))
