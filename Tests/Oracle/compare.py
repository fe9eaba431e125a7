"""What the program published, beside what we computed."""
from fractions import Fraction

import records
from fates import LEDGER

KEY = ["kpi", "statistic", "period_type", "period", "dimension", "member"]
COUNTS = {"numerator", "denominator", "considered", "missing", "not_evidenced", "not_due", "excluded", "boundary_rows",
          "numerator_with_excluded", "denominator_with_excluded"}
SHOWN = 20


def table(path):
    rows = records.records(path.read_bytes(), ",", lines_allowed=100, breakable=range(1000))
    cells = [[c.decode() for c in r.fields] for r in rows]
    return [dict(zip(cells[0], row)) for row in cells[1:]]


def close(ours, text):
    if ours is None or text == "":
        return ours is None and text == ""
    theirs = float(text)
    return abs(float(ours) - theirs) <= 1e-9 * max(abs(float(ours)), abs(theirs), 1e-6)


def same(column, ours, text):
    if ours is None:
        return text == ""
    if isinstance(ours, str):
        return ours == text
    if text == "" or text == str(ours):
        return text != ""
    if column in COUNTS and Fraction(ours).denominator == 1:
        return Fraction(text) == ours
    return close(ours, text)


class Report:
    def __init__(self):
        self.passed = self.failed = 0
        self.lines = []
        self.by_column = {}

    def check(self, good, line, column=""):
        if good:
            self.passed += 1
            return
        self.failed += 1
        self.by_column[column] = self.by_column.get(column, 0) + 1
        self.lines.append(line)


def shown(value):
    return str(float(value)) if isinstance(value, Fraction) else "" if value is None else str(value)


def compare_rows(report, what, ours, theirs, names):
    """`ours` and `theirs` by the same key; every row of each must be in the other."""
    for key in ours:
        if key not in theirs:
            report.check(False, f"{what}: not published: {' '.join(map(str, key))}", "row not published")
    for key, row in theirs.items():
        label = " ".join(map(str, key))
        if key not in ours:
            report.check(False, f"{what}: not expected: {label}", "row not expected")
            continue
        wrong = [c for c, v in ours[key].items() if c in row and not same(c, v, row[c])]
        absent = [c for c in ours[key] if c not in row]
        for column in wrong:
            report.check(False, f"{what}: {label}: {column}: ours {shown(ours[key][column])!r}, "
                                f"published {row[column]!r}", column)
        for column in absent:
            report.check(False, f"{what}: {label}: no column {column}", column)
        if not wrong and not absent:
            report.passed += 1


def unescaped(text):
    """DQ27: a text that a spreadsheet would run as a formula is published behind an apostrophe."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text


def compare_results(report, results, published, only=(), not_supplied=()):
    """Every row; of a figure whose source is away only that it has rows that say so and hold no number."""
    theirs, told = {}, set()
    for name in ("results.csv", "breakdowns.csv"):
        for row in table(published / name):
            if only and not row["kpi"].startswith(only):
                continue
            if row["kpi"] in not_supplied:
                report.check(row["state"] == "not_supplied" and not row["value"] and row["numerator"] in ("", "0"),
                             f"{name}: {row['kpi']} has no source: {row['state']} {row['value']}", "state")
                told.add(row["kpi"])
                continue
            key = tuple(unescaped(row[c]) for c in KEY)
            total = row["dimension"] == "all"
            report.check(total == (name == "results.csv"), f"{name}: misplaced row {' '.join(key)}", "file")
            report.check(key not in theirs, f"{name}: row twice: {' '.join(key)}", "row twice")
            theirs[key] = row
    for kpi in sorted(set(not_supplied) - told):
        report.check(bool(only) and not kpi.startswith(only), f"results.csv: nothing says that {kpi} has no source",
                     "row not published")
    compare_rows(report, "results", results, theirs, KEY)
    return len(theirs)


def compare_exclusions(report, exclusions, results, published, only=()):
    """Reasons with a count must agree; a reason that excluded nothing may be listed or not."""
    theirs = {}
    rows = table(published / "exclusions.csv")
    columns = set(rows[0]) if rows else set()
    kinds = {key[2]: key[1] for key in exclusions}
    for row in rows:
        if only and not row["kpi"].startswith(only):
            continue
        key = [row["kpi"], row.get("period_type"), row["period"], row.get("dimension", "all"), row.get("member", "all"),
               row["reason"]]
        if key[1] is None:
            key[1] = kinds.get(row["period"], "")
        theirs[tuple(key)] = row
    with_members = "member" in columns
    ours = {k: v for k, v in exclusions.items() if (with_members or k[3] == "all") and (v["n"] or k in theirs)}
    for key in set(theirs) - set(ours):
        if theirs[key]["n"] in ("", "0"):
            del theirs[key]
    for row in list(ours.values()):
        row.setdefault("order", None)
    compare_rows(report, "exclusions", {k: {c: str(x) for c, x in v.items()} for k, v in ours.items()}, theirs, None)
    return len(theirs)


LEDGER_NAMES = {"after_as_of": ("after_as_of", "after_the_as_of")}


def compare_sources(report, files, published):
    theirs = {row["file"]: row for row in table(published / "sources.csv")}
    for file in files:
        row = theirs.pop(file.name, None)
        if row is None:
            report.check(False, f"sources: {file.name} is not in sources.csv", "row not published")
            continue
        report.check(row["source"] == file.source, f"sources: {file.name}: source {row['source']}", "source")
        for fate in LEDGER:
            column = next((c for c in LEDGER_NAMES.get(fate, (fate,)) if c in row), None)
            if column is None:
                if fate != "physical":
                    report.check(False, f"sources: no column {fate}", fate)
                continue
            report.check(row[column] == str(file.ledger[fate]),
                         f"sources: {file.name}: {fate}: ours {file.ledger[fate]}, published {row[column]}", fate)
        date = next((row[c] for c in row if c.startswith("export")), "")
        report.check(date == str(file.export_date), f"sources: {file.name}: export date {date}", "export date")
    for name in theirs:
        report.check(False, f"sources: {name} is not an export we know", "row not expected")
    return len(files)


def compare_truth(report, files, rules, broken, truth, results, only=()):
    planted = {f["file"]: f for f in truth["files"]}
    for file in files:
        entry = planted.pop(file.name, None)
        if entry is None:
            report.check(False, f"truth: no file {file.name}", "truth")
            continue
        for fate in LEDGER:
            report.check(entry["ledger"][fate] == file.ledger[fate],
                         f"truth: {file.name}: {fate}: ours {file.ledger[fate]}, planted {entry['ledger'][fate]}", "truth")
        report.check(entry.get("control_total") == file.control, f"truth: {file.name}: control total {file.control}",
                     "truth")
    for name in planted:
        report.check(False, f"truth: {name} was not read", "truth")
    expected = {(r["rule"], r["source"], r["column"]): r["count"] for r in truth["rules"]}
    for key in sorted(set(expected) | set(rules)):
        report.check(expected.get(key, 0) == rules.get(key, 0),
                     f"truth: rule {' '.join(key)}: ours {rules.get(key, 0)}, planted {expected.get(key, 0)}", "truth")
    across = {(r["rule"], r["table"]): r["count"] for r in truth.get("table_rules", [])}
    for key in sorted(set(across) | set(broken)):
        report.check(across.get(key, 0) == broken.get(key, 0),
                     f"truth: rule {' '.join(key)}: ours {broken.get(key, 0)}, planted {across.get(key, 0)}", "truth")
    known = {key[0] for key in results}
    for entry in truth["figures"]:
        if only and not entry["figure"].startswith(only):
            continue
        key = (entry["figure"], entry["statistic"], "month", entry["month"], "all", "all")
        row = results.get(key)
        if row is not None and row["state"] == "left_out" or row is None and entry["figure"] in known:
            continue                    # the account has more quantiles than the definitions publish
        for column in ("numerator", "denominator", "value"):
            if column in entry:
                # What was planted knows nothing of the spans that the force leaves out.
                whole = row and "excluded_period" in row["flags"] and column + "_with_excluded"
                ours = row and row[whole or column]
                report.check(ours is not None and close(ours, str(entry[column])),
                             f"truth: {' '.join(key[:4])}: {column}: planted {entry[column]}, ours {shown(ours)}", "truth")


def compare_triangles(report, cells, published, only=()):
    path = published / "triangles.csv"
    theirs = {tuple(row[c] for c in ("kpi", "statistic", "cohort", "months_since")): row
              for row in (table(path) if path.exists() else []) if not only or row["kpi"].startswith(only)}
    compare_rows(report, "triangles", cells, theirs, None)
    return len(theirs)
