"""What becomes of every record: the ledger, the rules of one row, and the rows that the figures see."""
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
import re

import records
from decode import day_of, folded
from mapping import PLANNED, SCIENTIFIC, SOURCES, TIMES, Reader, vdn_channels

COLUMN = {"network": "network_connected_at", "offered": "offered_at", "answered": "answered_at",
          "abandoned": "abandoned_at", "ended": "ended_at", "cb_due": "callback_due_at", "cb_made": "callback_made_at",
          "wait": "wait_s", "talk": "talk_s", "hold": "hold_s", "wrap": "wrap_s", "outcome": "triage_outcome",
          "answered_by": "answered_by_type"}
LEDGER = ["physical", "header", "accepted", "rejected", "superseded", "removed", "duplicate", "skipped", "after_as_of"]


@dataclass
class File:
    source: str
    name: str
    export_date: date
    ledger: Counter = field(default_factory=Counter)
    rows: list = field(default_factory=list)        # accepted and rejected
    control: int | None = None
    blank: int = 0
    span: tuple | None = None                       # first and last local day of accepted rows
    newest: int | None = None


@dataclass
class Ingested:
    files: list
    rules: Counter                                  # (rule, source, column) -> count

    def rows(self):
        """Accepted and rejected rows in the order of the source, each with the span of its file."""
        return [(row, file.span) for file in self.files for row in file.rows]

    def coverage(self):
        spans = [f.span for f in self.files if f.span]
        return min(s[0] for s in spans), max(s[1] for s in spans)


def beginning(raw):
    return raw.lstrip(b" \t\"").decode("latin-1")


def read_file(source, path, name, export_date, reader_of):
    """All records of a file that are neither titles, headers nor footers, decoded by the reader that its header makes."""
    file = File(source.name, name, export_date)
    data = records.unicode_bytes(records.read_bytes(path), source.encoding)
    breakable, reader, header = set(), None, None
    rows, seen = [], 0
    for record in records.records(data, source.delimiter, source.line_breaks[1], breakable):
        file.ledger["physical"] += 1
        seen += 1
        start = beginning(record.raw)
        if reader is None:
            if seen < source.header:
                file.ledger["skipped"] += 1
                continue
            file.ledger["header"] += 1
            codec = "cp1252" if source.encoding == "windows-1252" else "utf-8"
            header = [f.decode(codec) for f in record.fields]
            reader = reader_of(header)
            breakable.update(i for i, h in enumerate(header) if h in source.line_breaks[0])
            repeated = record.fields
            continue
        if source.control and start.startswith(source.control):
            file.ledger["skipped"] += 1
            file.control = int(re.search(r"\d+", start[len(source.control):])[0])
            continue
        if any(start.startswith(s) for s in source.skip) or record.fields == repeated:
            file.ledger["skipped"] += 1
            continue
        row = reader.decode(record)
        row.file, row.order = file, len(rows)
        rows.append(row)
    return file, rows


def exports(folder, prefix, as_of_day):
    """(date in the name, path) of the exports to the as-of, oldest first."""
    pattern = re.compile(re.escape(prefix) + r"(\d{4})(\d\d)(\d\d)\.(csv|txt).*")
    found = []
    for path in sorted(folder.iterdir()):
        if match := pattern.fullmatch(path.name):
            found.append((date(*map(int, match.groups()[:3])), path))
    return sorted(f for f in found if f[0] <= as_of_day)


def key_fault(leg):
    """Why a row has no key; nothing when it has one."""
    if "leg_seq" in leg.unreadable:
        return "leg_seq"
    if leg.call_id is not None and SCIENTIFIC.fullmatch(leg.call_id):
        leg.call_id = None              # a spreadsheet's rounding: nothing can tell which call it was
    if leg.call_id is None:
        return "call_id"
    return "leg_seq" if leg.leg_seq is None else None


def reject(leg, why):
    leg.rejected, leg.why = True, why


def judge(leg, rules):
    """The row's own rules, in order; a rejected row is not judged by later ones."""
    def count(rule, name):
        rules[rule, leg.source, COLUMN.get(name, name)] += 1

    for rule, name in leg.counts:
        if rule == "DQ28":
            rules["DQ28", leg.source, ""] += 1
            leg.malformed = True            # what the bytes were meant to say is unknown, in any column
            return reject(leg, "DQ28")
    if leg.unreadable:
        count("DQ05", leg.unreadable[0])
        return reject(leg, "DQ05")
    unmapped = {name for rule, name in leg.counts if rule == "DQ06"}
    for name in ("channel", "offered", "disposition"):
        if getattr(leg, name) is None and name not in unmapped:
            count("DQ05", name)             # also where a time that nobody believes was blanked
            return reject(leg, "DQ05")
    for rule, name in leg.counts:
        count(rule, name)
    if leg.answered is not None:
        if leg.answered < leg.offered - 2000:
            count("DQ08a", "answered")
            return reject(leg, "DQ08a")
        if leg.answered < leg.offered:
            count("DQ08b", "answered")
            leg.answered = leg.offered
    if leg.abandoned is not None and leg.abandoned < leg.offered:
        count("DQ08c", "abandoned")
        return reject(leg, "DQ08c")
    if leg.ended is not None and leg.answered is not None and leg.ended < leg.answered:
        count("DQ08d", "ended")
        return reject(leg, "DQ08d")
    if leg.network is not None and not 0 <= leg.offered - leg.network <= 120_000:
        count("DQ08e", "network")
        leg.network = None
    if leg.disposition == "answered" and leg.answered is None and leg.wait is None:
        count("DQ09a", "answered")
    if leg.answered is not None and leg.abandoned is not None:
        count("DQ09b", "abandoned")
        leg.abandoned = None
    if leg.queue is not None and leg.queue[:1] in "=+-@":
        count("DQ27", "queue")


def settle(source, files, as_of, rules):
    """Keys, versions, duplicates and rules over all exports of one source, oldest first."""
    by_key = defaultdict(list)
    for rank, (file, legs) in enumerate(files):
        for leg in legs:
            if leg.malformed:
                reject(leg, "malformed")
            elif any(rule == "DQ28" for rule, _ in leg.counts):
                judge(leg, rules)
            elif (fault := key_fault(leg)):
                rules["DQ05", source.name, fault] += 1
                reject(leg, "DQ05")
            elif leg.offered is not None and leg.offered >= as_of:
                leg.why = "after_as_of"
            else:
                by_key[leg.call_id, leg.leg_seq].append((rank, leg))
    for versions in by_key.values():
        newest = max(rank for rank, _ in versions)
        current = [leg for rank, leg in versions if rank == newest]
        for rank, leg in versions:
            if rank < newest:
                leg.why = "superseded"
        if len({leg.cells for leg in current}) > 1:
            for leg in current:
                rules["DQ04", source.name, ""] += 1
                reject(leg, "DQ04")
            continue
        for leg in current[1:]:
            leg.why = "duplicate"
        judge(current[0], rules)
    for file, legs in files:
        for leg in legs:
            if leg.rejected:
                file.ledger["rejected"] += 1
            else:
                file.ledger[leg.why if leg.why else "accepted"] += 1
            if leg.rejected or not leg.why:
                file.rows.append(leg)
        accepted = [leg.offered for leg in file.rows if not leg.rejected]
        if accepted:
            file.newest = max(accepted)
            file.span = day_of(min(accepted)), day_of(file.newest)
        assert file.ledger["physical"] == sum(file.ledger[k] for k in LEDGER[1:]), (file.name, file.ledger)


def forget_the_future(leg, as_of):
    """What happened at or after the as-of has not happened, planned times excepted."""
    for name in TIMES:
        value = getattr(leg, name)
        if name not in PLANNED and value is not None and value >= as_of:
            setattr(leg, name, None)


def ingest(inputs, reference, as_of, as_of_day):
    rules, everything = Counter(), []
    channels = vdn_channels(reference)
    folder = inputs / "calls"
    for source in SOURCES:
        files = [read_file(source, path, f"calls/{path.name}", day,
                           lambda header, day=day: Reader(source, header, day, channels))
                 for day, path in exports(folder, source.prefix, as_of_day)]
        settle(source, files, as_of, rules)
        everything += [file for file, _ in files]
    for file in everything:
        for leg in file.rows:
            forget_the_future(leg, as_of)
    return Ingested(everything, rules)


def count_waits(legs, rules):
    """DQ10, a rule over contacts: nobody waits more than two hours on 999 or four elsewhere."""
    for leg in legs:
        if leg.contact is True and not leg.rejected and leg.facts.wait is not None:
            if leg.facts.wait > (2 if leg.channel == "999" else 4) * 3_600_000:
                rules["DQ10", leg.source, "wait"] += 1
