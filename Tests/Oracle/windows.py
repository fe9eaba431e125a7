"""What becomes of every record of exports that are windows: the newer one rules all days between its records. Of
snapshots only the newest is read."""
from collections import Counter, defaultdict

import row_rules
from cad import SOURCES
from decode import day_of
from fates import LEDGER, File, Ingested, exports, read_file, reject

FORMULA = tuple("=+-@")
EMPTY_KEY_PARTS = {"assigned_at"}       # a unit that was never formally assigned
TWO_DAYS = 48 * 3_600_000


def key_fault(source, row):
    """The column for which a row has no key; nothing when it has one. A label that nobody knows is an empty part."""
    unmapped = {name for rule, name in row.counts if rule == "DQ06" and name not in source.required}
    for name in source.key:
        if name in row.unreadable:
            return name
        if getattr(row, name) is None and name not in EMPTY_KEY_PARTS and name not in unmapped:
            return name
    return None


def judge(source, row, rules):
    """The row's own rules, in order; a rejected row is not judged by later ones."""
    def count(rule, name):
        rules[rule, source.name, name] += 1

    if row.unreadable:
        count("DQ05", row.unreadable[0])
        return reject(row, "DQ05")
    unmapped = {name for rule, name in row.counts if rule == "DQ06"}
    for name in source.required:
        if getattr(row, name) is None and name not in unmapped:
            count("DQ05", name)             # also where a time that nobody believes was blanked
            return reject(row, "DQ05")
    for rule, name in row.counts:
        count(rule, name)
    if source.name == "cad_logs" and None not in (row.appointment_start, row.appointment_end):
        if not 0 < row.appointment_end - row.appointment_start <= TWO_DAYS:
            count("DQ17", "appointment_end")
            return reject(row, "DQ17")
    if source.name == "cad_units":
        for before, after in (("assigned_at", "mobile_at"), ("assigned_at", "arrived_at"), ("arrived_at", "cleared_at")):
            times = getattr(row, before), getattr(row, after)
            if None not in times and times[1] < times[0]:
                count("DQ11c", after)       # once, by the first pair that is out of order
                break
    for rule, name in row_rules.broken(source.table, row):
        count(rule, name)
    for name, column in source.columns.items():
        if column.kind == "text" and not column.pseudonym and (getattr(row, name) or " ").startswith(FORMULA):
            count("DQ27", name)


def span_of(rows, anchor):
    """First and last local day of what happened, over the rows whose time could be read."""
    times = [time for row in rows if not row.malformed and (time := getattr(row, anchor, None)) is not None]
    return (day_of(min(times)), day_of(max(times))) if times else None


def settle(source, files, as_of, rules):
    """Keys, versions, removals, duplicates and rules over all exports of one source, oldest first."""
    by_key = defaultdict(list)
    spans = [span_of(rows, source.anchor) for _, rows in files]
    for rank, (_, rows) in enumerate(files):
        for row in rows:
            anchor = None if row.malformed else getattr(row, source.anchor, None)
            if row.malformed:
                reject(row, "malformed")
            elif any(rule == "DQ28" for rule, _ in row.counts):
                rules["DQ28", source.name, ""] += 1
                row.malformed = True
                reject(row, "DQ28")
            elif (fault := key_fault(source, row)):
                rules["DQ05", source.name, fault] += 1
                reject(row, "DQ05")
            elif anchor is not None and anchor >= as_of:
                row.why = "after_as_of"
            else:
                # Without a key rows are never the same.
                key = tuple(getattr(row, name) for name in source.key) if source.key else len(by_key)
                by_key[key].append((rank, row))
    for versions in by_key.values():
        newest = max(rank for rank, _ in versions)
        current = [row for rank, row in versions if rank == newest]
        for rank, row in versions:
            if rank < newest:
                row.why = "superseded"
        if source.exports == "window":
            anchor = getattr(current[0], source.anchor, None)
            day = None if anchor is None else day_of(anchor)
            if day and any(span and span[0] <= day <= span[1] for span in spans[newest + 1:]):
                for row in current:
                    row.why = "removed" if source.key else "superseded"
                continue
        if len({source.content(row) for row in current}) > 1:
            for row in current:
                rules["DQ04", source.name, ""] += 1
                reject(row, "DQ04")
            continue
        for row in current[1:]:
            row.why = "duplicate"
        judge(source, current[0], rules)
    for file, rows in files:
        for row in rows:
            file.ledger["rejected" if row.rejected else row.why or "accepted"] += 1
            if row.rejected or not row.why:
                file.rows.append(row)
        file.span = span_of([row for row in file.rows if not row.rejected], source.anchor)
        assert file.ledger["physical"] == sum(file.ledger[k] for k in LEDGER[1:]), (file.name, file.ledger)


def forget_the_future(source, row, as_of, as_of_day):
    """What happened at or after the as-of has not happened, planned times excepted."""
    for name, column in source.columns.items():
        if column.planned or (value := getattr(row, name)) is None:
            continue
        if column.kind in ("time", "clock") and value >= as_of or column.kind == "date" and value > as_of_day:
            setattr(row, name, None)


def ingest_sources(sources, inputs, as_of, as_of_day):
    """By source: its files and the rules that its rows broke."""
    found = {}
    for source in sources:
        rules, folder = Counter(), inputs / source.folder
        paths = exports(folder, source.prefix, as_of_day) if folder.exists() else []
        unread = []
        if source.exports == "snapshot":
            paths, unread = paths[-1:], paths[:-1]
        files = [read_file(source, path, f"{source.folder}/{path.name}", day,
                           lambda header, day=day: source.reader(source, header, day))
                 for day, path in paths]
        settle(source, files, as_of, rules)
        for file, _ in files:
            for row in file.rows:
                forget_the_future(source, row, as_of, as_of_day)
        # Of snapshots the older ones are known and not read.
        older = [File(source.name, f"{source.folder}/{path.name}", day) for day, path in unread]
        found[source.name] = Ingested(older + [file for file, _ in files], rules)
    return found


def ingest(inputs, as_of, as_of_day):
    """The exports of command and control."""
    return ingest_sources(SOURCES, inputs, as_of, as_of_day)
