"""The worked examples of the documents, so that the oracle itself is held to something."""
from datetime import date
from fractions import Fraction

import attendance_vectors
import crime_vectors
import kpis
import results
import statistics as maths
import stock_vectors
import tally
from decode import midnight
from figure import stand
from mapping import Leg

HALF, NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)
SAMPLE = [2, 3, 3, 4, 5, 6, 7, 7, 7, 9, 11, 12, 14, 15, 18, 20, 25, 31, 60, 240]
WILSON = {(0, 1): (0, .793451), (1, 1): (.206549, 1), (5, 10): (.236593, .763407), (27, 30): (.743789, .965400),
          (90, 100): (.825634, .944771), (9000, 10000): (.893966, .905727), (4773, 6708): (.700578, .722257)}
MEDIAN_RANKS = {5: (None, None), 6: (1, 6), 8: (1, 8), 9: (2, 8), 10: (2, 9), 15: (4, 12), 20: (6, 15), 25: (8, 18),
                30: (10, 21), 100: (40, 61), 101: (41, 61), 1000: (469, 532)}
P90_RANKS = {10: (7, None), 30: (23, None), 35: (28, None), 36: (29, 36), 37: (29, 37), 100: (84, 96), 1000: (881, 919)}
QUANTILES = [([], None, None), ([7], 7, 7), ([1, 2], 1.5, 1.9), ([1, 2, 2, 2, 3], 2, 2.6), ([1, 1, 1, 10], 1, 7.3),
             ([0] * 9 + [9], 0, .9), (SAMPLE, 10, 33.9), ([8001, 8002], 8001.5, None)]
NINE = midnight(date(2026, 3, 2)) + 9 * kpis.HOUR


def leg(call, answered=None, gave_up=None, by="handler", channel="101", caller="withheld", seq=1, offered=0, parent=None):
    """A leg by seconds after nine o'clock."""
    made = Leg()
    made.call_id, made.leg_seq, made.parent, made.channel, made.direction = call, seq, parent, channel, "inbound"
    made.offered = NINE + offered * 1000
    made.answered = None if answered is None else NINE + answered * 1000
    made.abandoned = None if gave_up is None else NINE + gave_up * 1000
    made.disposition = "abandoned" if answered is None else "answered"
    made.answered_by = None if answered is None else by
    made.caller = None if caller == "withheld" else caller
    return made


def calls():
    return [
        leg("1", 5, by="ivr", caller="a"), leg("1", 50, by="switchboard", caller="a", seq=2, offered=6),
        leg("1b", 660, caller="a", offered=60, parent="1"),
        leg("2", 4, by="switchboard", caller="b"), leg("2", gave_up=300, caller="b", seq=2, offered=10),
        leg("3", gave_up=4, caller="c"), leg("4", gave_up=5, caller="d"),
        leg("5", gave_up=120, caller="e"), leg("6", 3720, channel="livechat", caller="e", offered=3600),
        leg("7", gave_up=120, caller="f"), leg("8", 3721, caller="f", offered=3600),
        leg("9", gave_up=120),
    ]


CALLS = {"C06": (4, 7), "C06.handler": (5, 7), "C07": (5, 8), "C12": (1, 4), "C10": (1, 6), "C10.strict": (1, 8)}
EXCLUDED = {"C06": {"short_abandon": 1}, "C12": {"caller_withheld": 1}}


def check(report):
    def hold(good, what):
        report.check(bool(good), f"vector: {what}", "vector")

    def near(a, b):
        return (a is None) == (b is None) and (a is None or abs(float(a) - b) < 1e-6)

    for (hits, n), (low, high) in WILSON.items():
        lower, upper = maths.wilson(hits, n)
        hold(near(lower, low) and near(upper, high), f"Wilson {hits}/{n}")
    for p, table in ((HALF, MEDIAN_RANKS), (NINE_TENTHS, P90_RANKS)):
        for n, ranks in table.items():
            hold(maths.order_ranks(n, p) == ranks, f"ranks of {p} in {n}")
    for values, median, p90 in QUANTILES:
        hold(near(maths.quantile(values, HALF), median), f"median of {values}")
        hold(p90 is None or near(maths.quantile(values, NINE_TENTHS), p90), f"P90 of {values}")
    hold(maths.order_interval(SAMPLE, HALF) == (6, 18), "interval of the sample of 20")
    for shares, low, high in attendance_vectors.NEWCOMBE:
        lower, upper = maths.newcombe(*shares)
        hold(near(lower, low) and near(upper, high), f"Newcombe {shares}")
    attendance_vectors.check(hold)
    crime_vectors.check(hold)
    crime_vectors.check_charts(hold)
    stock_vectors.check(hold)
    legs = calls()
    kpis.derive(legs)
    figures = {f.id: f for f in kpis.figures()}
    as_of = midnight(date(2026, 4, 1))
    for name, (hits, n) in CALLS.items():
        cell = tally.Cell()
        for one in legs:
            standing = stand(figures[name], one, as_of, one.contact)
            if standing:
                cell.enter(figures[name], standing, False)
        hold((cell.hits, cell.denominator) == (hits, n), f"{name}: {cell.hits}/{cell.denominator}, not {hits}/{n}")
        hold(cell.excluded == EXCLUDED.get(name, cell.excluded), f"{name}: excluded {dict(cell.excluded)}")
    times = [kpis.DAY, kpis.DAY * 29, kpis.DAY * 29 + 1000]
    repeats = [leg(str(t), 1, channel="999", caller="x", offered=t // 1000) for t in times]
    kpis.derive(repeats)
    hold([r.facts.recent_999 for r in repeats] == [1, 2, 2], "28 days, both ends in")
    bound = tally.Cell()
    bound.certain, bound.doubtful = [90, 860, 30], [0, 0, 15]
    bound.hits, bound.denominator = 860, 950
    found = results.measure(figures["C01"], "share", None, "all", "all", bound, None, None)
    hold(near(found[5], 86_000 / 995) and near(found[6], 90_500 / 995), "bounds of 860/950")
