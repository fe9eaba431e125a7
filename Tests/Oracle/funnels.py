"""funnels.csv from the benchmarks' own file and the figures of financial years: limits by chance alone and widened
(Spiegelhalter 2005, untransformed, z-scores winsorised at their type 7 10% and 90%)."""
from collections import defaultdict
from math import sqrt

from benchmarks import COMPARED, FORCE, read
from compare import table

FEWEST = 10
Z = {"95": 1.959963984540054, "998": 3.090232306167813}
COLUMNS = ["numerator", "denominator", "value", "average", "dispersion", "tau"] + [
    f"{kind}{side}_{level}" for kind in ("", "widened_") for level in Z for side in ("lower", "upper")]


def type_seven(values, share):
    values = sorted(values)
    place = (len(values) - 1) * share
    whole = min(int(place + 1e-12), len(values) - 2)
    return values[whole] + (values[whole + 1] - values[whole]) * (place - whole)


def limits(average, count, added):
    return {f"{side}_{level}": 100 * min(1, max(0, average + sign * z * sqrt(average * (1 - average) / count + added)))
            for level, z in Z.items() for side, sign in (("lower", -1), ("upper", 1))}


def place(share, average, count, added):
    half = {level: z * sqrt(average * (1 - average) / count + added) for level, z in Z.items()}
    for level, name in (("998", "0.001"), ("95", "0.025")):
        if share < average - half[level]:
            return f"low {name}"
        if share > average + half[level]:
            return f"high {name}"
    return "inside"


def funnel(members):
    """[(force, hits, count)] -> {force: columns}; nothing where there is none."""
    hits, count = sum(m[1] for m in members), sum(m[2] for m in members)
    if len(members) < FEWEST or not 0 < hits < count:
        return {}
    average = hits / count
    weights = [m[2] / (average * (1 - average)) for m in members]
    scores = [(m[1] / m[2] - average) * sqrt(w) for m, w in zip(members, weights)]
    low, high = type_seven(scores, 0.1), type_seven(scores, 0.9)
    squares = sum(min(max(z, low), high) ** 2 for z in scores)
    room = sum(weights) - sum(w * w for w in weights) / sum(weights)
    added = max(0, (squares - (len(members) - 1)) / room)
    found = {}
    for force, top, bottom in members:
        found[force] = {
            "numerator": top, "denominator": bottom, "value": 100 * top / bottom, "average": 100 * average,
            "dispersion": squares / len(members), "tau": 100 * sqrt(added), "forces": len(members),
            "class": place(top / bottom, average, bottom, 0), "widened_class": place(top / bottom, average, bottom, added),
            **limits(average, bottom, 0), **{f"widened_{k}": v for k, v in limits(average, bottom, added).items()}}
    return found


def expected(inputs, own):
    others = defaultdict(list)
    for row in read(inputs):
        whole = [f for f in own if f["kpi"] == row["kpi"] and row["statistic"] in ("", f["statistic"])
                 and (f["period_start"], f["period_end"]) == (row["from"], row["to"])]
        if not whole or row["kpi"] not in COMPARED or not row["numerator"] or row["force"] == FORCE:
            continue
        if row.get("area", "N") == "Y":
            continue
        others[row["kpi"], whole[0]["statistic"], row["from"], row["to"]].append(
            (row["force"], float(row["numerator"]), float(row["denominator"])))
    found = {}
    for key, members in others.items():
        mine = next(f for f in own if (f["kpi"], f["statistic"], f["period_start"], f["period_end"]) == key)
        if not mine["denominator"] or int(mine["denominator"]) == 0 or not mine["statistic"].startswith("share"):
            continue
        ours = (FORCE, float(mine["numerator"]), float(mine["denominator"]))
        for force, columns in funnel([ours] + members).items():
            found[*key, force] = columns
    return found


def compare(report, inputs, published):
    own = [row for row in table(published / "results.csv")
           if row["period_type"] == "financial_year" and row["state"] in ("ok", "immature", "empty")]
    ours = expected(inputs, own)
    theirs = {(r["kpi"], r["statistic"], r["period_start"], r["period_end"], r["force"]): r
              for r in table(published / "funnels.csv")}
    for key in ours.keys() ^ theirs.keys():
        report.check(False, f"funnels: {key}: only {'ours' if key in ours else 'published'}", "funnel")
    for key in ours.keys() & theirs.keys():
        mine, row = ours[key], theirs[key]
        good = all(abs(float(row[name]) - mine[name]) <= 1e-9 * max(1, abs(mine[name])) for name in COLUMNS)
        good = good and all(row[name] == str(mine[name]) for name in ("forces", "class", "widened_class"))
        report.check(good, f"funnels: {key}: {row} instead of {mine}", "funnel")
    return len(theirs)
