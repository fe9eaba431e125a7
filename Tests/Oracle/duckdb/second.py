"""The second opinion: a KPI's SQL, run by DuckDB over kept tables, beside what the program published."""
import csv
import re
from fractions import Fraction
from pathlib import Path

import duckdb

KEY = ["kpi", "statistic", "period_type", "period", "dimension", "member"]
# A statement need not have the later ones: they are empty where its figure does not ask for them.
COUNTS = ["denominator", "missing", "not_evidenced", "not_due", "excluded", "considered", "denominator_with_excluded"]
NUMBERS = ["value", "numerator", "lowest", "highest", "open_share", "value_with_excluded", "numerator_with_excluded"]
TRIANGLE_KEY = ["kpi", "statistic", "cohort", "months_since"]
VIEW = re.compile(r"create or replace view", re.IGNORECASE)


def connect(tables):
    """A database in memory with the kept tables of a folder."""
    database = duckdb.connect(":memory:")
    database.execute("set threads = 2")
    schema = (tables / "schema.sql").read_text()
    for statement in statements(schema):
        database.execute(re.sub(r"^(.*\bcopy \"[^\"]*\" from )'", lambda m: f"{m.group(1)}'{tables}/", statement,
                                flags=re.MULTILINE))
    return database


def statements(script):
    """The statements of a script: a semicolon ends one, except inside quotes and comments."""
    start, place, found = 0, 0, []
    while place < len(script):
        if script.startswith("--", place):
            place = script.find("\n", place) % (len(script) + 1)
        elif script.startswith("/*", place):
            place = script.index("*/", place) + 2
        elif script[place] in "'\"":
            place = script.index(script[place], place + 1) + 1
        elif script[place] == ";":
            found.append(script[start:place + 1].strip())
            place += 1
            start = place
        else:
            place += 1
    return found


def figures(database, script):
    """The rows of every figure's statement, by key. Views become tables: each is worked out once, not once a figure."""
    rows = {}
    for statement in statements(script):
        code = "\n".join(line for line in statement.splitlines() if not line.lstrip().startswith("--"))
        if VIEW.match(code):
            database.execute(VIEW.sub("create or replace table", code, count=1))
            continue
        try:
            cursor = database.execute(code)
        except duckdb.Error as problem:
            raise RuntimeError(f"{problem}\n{statement}") from problem
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = dict(zip(names, values))
            rows[key_of(row)] = row
    return rows


def key_of(row):
    """What names a row: of results and breakdowns, or of triangles."""
    return tuple(str(row[name]) for name in (TRIANGLE_KEY if "cohort" in row else KEY))


def unescaped(text):
    """A text that a spreadsheet would run as a formula is published behind an apostrophe."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r") else text


def published(folder):
    """The rows of results.csv, breakdowns.csv and triangles.csv by key."""
    rows = {}
    for name in ("results.csv", "breakdowns.csv", "triangles.csv"):
        with open(Path(folder) / name, newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                rows[tuple(unescaped(part) for part in key_of(row))] = row
    return rows


def close(theirs, text):
    if theirs is None or text == "":
        return theirs is None and text == ""
    mine, other = float(text), float(theirs)
    return abs(mine - other) <= 1e-9 * max(abs(mine), abs(other), 1e-6)


def exact(theirs, text):
    if theirs is None or text == "":
        return theirs is None and text == ""
    return Fraction(text) == int(theirs)


def equal(theirs, text):
    return theirs == text


def differences(ours, theirs, not_computed):
    """Every row that the two do not share or do not agree on: (key, column, ours, theirs).

    A figure that the exports cannot give has rows without numbers; it is not asked of DuckDB.
    """
    found = []
    whole = {kpi: state for kpi, dimension, state in not_computed if dimension is None}
    parts = {(kpi, dimension) for kpi, dimension, _ in not_computed if dimension is not None}
    for key, row in ours.items():
        if key[0] in whole:
            if row.get("state") != whole[key[0]] or any(row.get(column) for column in COUNTS + NUMBERS):
                found.append((key, "state", row.get("state"), whole[key[0]]))
        elif key not in theirs:
            found.append((key, "row", "published", "absent"))
        else:
            found += [(key, *difference) for difference in unlike(row, theirs[key])]
    for key in theirs:
        dimension = key[4] if len(key) == len(KEY) else "all"
        if key not in ours and key[0] not in whole and (key[0], dimension) not in parts:
            found.append((key, "row", "absent", "in SQL"))
    return found


def unlike(row, other):
    """The columns in which a published row and DuckDB's are not the same: (column, ours, theirs)."""
    for columns, same in ((COUNTS, exact), (NUMBERS, close), (["state"], equal)):
        for column in columns:
            if column in row and not same(other.get(column), row[column]):
                yield column, row[column], other.get(column)


def told(difference):
    """A difference in a line: KPI, statistic, period, member, column, both values."""
    key, column, mine, other = difference
    if len(key) == len(TRIANGLE_KEY):
        kpi, statistic, cohort, months = key
        place = f"{cohort} after {months} months"
    else:
        kpi, statistic, _, place, dimension, member = key
        place += "" if dimension == "all" else f", {dimension} {member}"
    return f"{kpi} {statistic}, {place}: {column}: published {mine!r}, DuckDB {other!r}"


def compare(tables, script, folder):
    """(rows compared, figures compared, differences) for one folder of tables, one script and one published run."""
    database = connect(Path(tables))
    try:
        not_computed = database.execute('select "kpi", "dimension", "state" from "run.not_computed"').fetchall()
        ours = published(folder)
        theirs = figures(database, script)
        return len(ours), len({key[0] for key in ours}), differences(ours, theirs, not_computed)
    finally:
        database.close()
