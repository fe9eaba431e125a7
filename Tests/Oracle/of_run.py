"""What the run knows about itself: the accounts of the files it read (Q01, Q04) and how often each rule failed (Q03, Q06,
Q11), as rows of the as-of."""
from dataclasses import dataclass

import monthly
import plain_yaml
from figure import Figure
from stocks import of_itself

IMPLAUSIBLE = {"DQ08a", "DQ08b", "DQ08c", "DQ08d", "DQ08e", "DQ10", "DQ11a", "DQ11b", "DQ11c", "DQ11d", "DQ13", "DQ18",
               "DQ26a", "DQ26b"}
# The rules that look at one row of a canonical table, and those that look at derived tables.
OF_SOURCES = {"DQ08a": "calls", "DQ08b": "calls", "DQ08c": "calls", "DQ08d": "calls", "DQ08e": "calls",
              "DQ11c": "incident_resources", "DQ26a": "digital_forensics", "DQ26b": "digital_forensics"}
OF_TABLES = {"DQ10": "contacts", "DQ11a": "logs", "DQ11b": "incidents", "DQ11d": "responses", "DQ13": "responses",
             "DQ18": "crimes"}


@dataclass
class Row:
    """A row of the as-of: an account of a file, or the count of a rule."""
    taken_at: int
    source: str
    rule: str = ""
    hits: int = 0
    ledger: dict | None = None
    malformed: bool = False
    rejected: bool = False


def ledger(files, as_of):
    """An account of every file that was read: one that a newer snapshot replaces was not."""
    return [Row(as_of - 1, file.source, ledger=file.ledger) for file in files if file.ledger["physical"]]


def checks(force, definitions, read):
    """(rule, source, column) of every rule that figures ask of and every source that was read that it was checked for."""
    for path in sorted((force / "sources").glob("*.yaml")):
        for mapping in plain_yaml.load_all(path):
            if mapping["source"] not in read:
                continue
            schema = plain_yaml.load(definitions / f"schema/{mapping['table']}.yaml")
            for rule, table in OF_SOURCES.items():
                if table == mapping["table"]:
                    yield rule, mapping["source"], ""
            for name, column in schema["columns"].items():
                # A column that reads as nothing where no file has it counts as looked at.
                if (name in mapping["columns"] or "absent" in column) and column["type"] in ("category", "time"):
                    yield "DQ06" if column["type"] == "category" else "DQ24", mapping["source"], name


def rule_hits(force, definitions, files, rules, broken, tables, as_of):
    """A row for each check. `rules` counts (rule, source, column), `broken` counts (rule, table)."""
    by_source = {}
    for (rule, source, _), count in rules.items():
        by_source[rule, source] = by_source.get((rule, source), 0) + count
    unplaced = {key for key in rules if key[0] in ("DQ06", "DQ24")}
    for rule, source, column in checks(force, definitions, {file.source for file in files}):
        unplaced.discard((rule, source, column))
        count = rules.get((rule, source, column), 0) if column else by_source.get((rule, source), 0)
        yield Row(as_of - 1, source, rule, count)
    # A label without a translation is counted for columns of any kind.
    for rule, source, column in sorted(unplaced):
        yield Row(as_of - 1, source, rule, rules[rule, source, column])
    for rule, table in OF_TABLES.items():
        if table == "logs" or table in tables:
            count = broken.get((rule, table), 0) or sum(n for (r, _), n in by_source.items() if r == rule)
            yield Row(as_of - 1, table, rule, count)


def months(rows_by_table, figures, as_of, as_of_day):
    """A row for each canonical table whose newest month could be judged; `figures` know the breaks of the calendar."""
    return [Row(as_of - 1, table, "DQ25", hits) for table, hits in monthly.check(rows_by_table, figures, as_of_day)]


MEMBER = of_itself({"source": lambda row: row.source, "rule": lambda row: row.rule})


def figures():
    def added(id, table, value, terms=(), by=("source",), unit="records"):
        return Figure(id, ([], []), list(terms), "sum", value, unit=unit, table=table, period="taken_at",
                      headline=False, by=by)

    def fate(name):
        return lambda row: row.ledger[name]

    def hits(row):
        return row.hits

    def rule_is(*rules):
        return [lambda row: row.rule in rules]

    def share(id, top):
        return Figure(id, ([], []), [], "ratio_of", (top, "Q01"), table="ledger", times=100, statistic="ratio",
                      by=("source",), headline=False)

    yield added("Q01", "ledger", fate("physical"))
    yield added("Q01.accepted", "ledger", fate("accepted"))
    yield added("Q01.rejected", "ledger", fate("rejected"))
    yield share("Q01.share", "Q01.rejected")
    yield added("Q04.count", "ledger", fate("duplicate"))
    yield share("Q04", "Q04.count")
    yield added("Q03", "rule_hits", hits, rule_is(*IMPLAUSIBLE), by=("source", "rule"))
    yield added("Q06", "rule_hits", hits, rule_is("DQ24"))
    yield added("Q12", "rule_hits", hits, rule_is("DQ25"), unit="tables")
    yield added("Q11", "rule_hits", hits, rule_is("DQ06"))
