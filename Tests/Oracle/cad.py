"""The sample force's four exports of its command-and-control system, and what one record of each means."""
from dataclasses import dataclass
from datetime import date, timedelta

from decode import HOUR, Unreadable, civil, folded, midnight, readings, trimmed
from mapping import SCIENTIFIC, in_order

UK, TO_THE_MINUTE, CLOCK, DAY_FORMAT = "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "HH:mm:ss", "dd/MM/yyyy"
FLAGS = {"y": True, "yes": True, "true": True, "t": True, "1": True,
         "n": False, "no": False, "false": False, "f": False, "0": False}
# Times that have no fixed place among a row's times, with one that they do not precede; nothing for planned ones.
LOOSE = {"appointment_start": None, "appointment_end": None, "thrive_recorded_at": "created_at",
         "csi_requested_at": "created_at", "csi_attended_at": "csi_requested_at", "armed_authorised_at": "created_at",
         "cancelled_by_caller_at": "created_at"}
GRADES = {f"G{n}": str(n) for n in range(1, 6)}


@dataclass
class Column:
    kind: str               # text, id, joined, category, flag, time, clock
    headers: tuple
    labels: dict | None = None
    form: str = UK
    planned: bool = False
    pseudonym: bool = False


def text(header):
    return Column("text", (header,))


def identifier(header):
    return Column("id", (header,))


def joined(*headers):
    return Column("joined", headers)


def flag(header):
    return Column("flag", (header,))


def time(header, form=UK, planned=False):
    return Column("time", (header,), form=form, planned=planned)


def category(header, labels, *others):
    """Labels of the export and what they stand for; `others` are values of ours that no label names."""
    return Column("category", (header,), {**labels, **{v: v for v in (*labels.values(), *others)}})


LOG = joined("Log Date", "Log No")


@dataclass
class Source:
    name: str
    prefix: str             # of the file names, before the date
    columns: dict           # in the schema's order, which decides between the readings of a doubled hour
    key: tuple
    anchor: str
    required: tuple
    encoding: str = "windows-1252"
    delimiter: str = ","
    header: int = 1
    skip: tuple = ()
    control: str = "Total records:"
    nulls: tuple = ("-", "n/a", "NULL")
    line_breaks: tuple = ((), 1)
    folder: str = "incidents"
    exports: str = "window"
    table: str = ""

    def reader(self, *arguments):
        return Reader(*arguments)

    def content(self, row):
        """What two records that are the same have in common."""
        return row.cells


LOGS = Source(
    "cad_logs", "cad_logs_", {
        "incident_id": LOG,
        "call_id": identifier("Call Ref"),
        "origin": category("Source", {
            "999": "999", "101": "101", "WEB": "online", "CHAT": "livechat", "FRONT COUNTER": "counter",
            "ALARM": "alarm", "PARTNER": "partner", "OFFICER": "officer", "PRE-PLANNED": "planned"}, "other"),
        "call_received_at": time("Call Received"),
        "created_at": time("Created"),
        "initial_grade": category("Init Grade", GRADES),
        "final_grade": category("Final Grade", GRADES),
        "opening_code": text("Opening Code"),
        "closing_codes": text("Closing Codes"),
        "area": text("BCU"),
        "beat": text("Beat"),
        "team": text("Team"),
        "rurality": category("Urb/Rur", {"U": "urban", "R": "rural"}),
        "attendance_required": flag("Att Req"),
        "attended": flag("Attended"),
        "thrive_recorded_at": Column("clock", ("THRIVE", "Log Date")),
        "vulnerability_assessed": flag("Vuln Asked"),
        "vulnerable_flag": flag("Vulnerable"),
        "repeat_check_done": flag("Repeat Check"),
        "repeat_victim": flag("Repeat Victim"),
        "advice_prevention": flag("Prevention Advice"),
        "advice_preservation": flag("Scene Advice"),
        "is_domestic_abuse": flag("DA"),
        "armed_deployment": flag("Armed"),
        "bwv_used": flag("BWV"),
        "dash_status": category("DASH", {"Completed": "completed", "Declined": "declined", "N/R": "not_applicable",
                                         "Not done": "not_done"}),
        "delay_reason": category("Delay Reason", {"No unit": "no_resource", "Queue managed": "queue_management",
                                                  "Caller request": "caller_request", "Other": "other"}),
        "appointment_start": time("Appt Start", TO_THE_MINUTE, planned=True),
        "appointment_end": time("Appt End", TO_THE_MINUTE, planned=True),
        "csi_requested_at": time("CSI Requested"),
        "csi_attended_at": time("CSI At Scene"),
        "armed_authorised_at": time("Armed Auth"),
        "resolved_without_deployment": flag("Remote Res"),
        "status": category("Status", {"OPEN": "open", "CLOSED": "closed", "CANCELLED": "cancelled",
                                      "DUPLICATE": "duplicate", "OTHER FORCE": "transferred_out", "TEST": "test"}),
        "cancelled_by_caller_at": time("Caller Cancelled"),
        "closed_at": time("Closed"),
        "reopened_at": time("Reopened"),
        "duplicate_of": joined("Dup Date", "Dup No"),
        "crime_ids": text("Crime Nos"),
        "no_crime_rationale": flag("No Crime"),
    }, ("incident_id",), "created_at", ("incident_id", "origin", "created_at", "initial_grade", "status"),
    header=3, skip=("Loamshire Police", "Report run on", "Grand Total"))

UNITS = Source(
    "cad_units", "cad_units_", {
        "incident_id": LOG,
        "resource_hash": Column("text", ("Callsign",), pseudonym=True),
        "resource_type": category("Unit Type", {
            "RESP": "response", "NPT": "neighbourhood", "RPU": "traffic", "ARV": "ARV", "CSI": "CSI", "CID": "CID",
            "OTH": "other"}),
        "assigned_at": time("Assigned"),
        "mobile_at": time("Mobile"),
        "arrived_at": time("At Scene"),
        "cleared_at": time("Clear"),
    }, ("incident_id", "resource_hash", "assigned_at"), "assigned_at", ("incident_id", "resource_hash"))

REGRADES = Source(
    "cad_grades", "cad_grades_", {
        "incident_id": LOG,
        "changed_at": time("Changed"),
        "grade_from": category("From Grade", GRADES),
        "grade_to": category("To Grade", GRADES),
        "reason": text("Reason"),
    }, ("incident_id", "changed_at", "grade_to"), "changed_at", ("incident_id", "changed_at", "grade_to"))

ENTRIES = Source(
    "cad_entries", "cad_entries_", {
        "incident_id": LOG,
        "event_at": time("Entered"),
        "event_type": category("Entry Type", {
            "THRIVE": "thrive", "RE-THRIVE": "rethrive", "VICTIM UPDATE": "victim_update", "SUPERVISOR": "supervisor",
            "DELAY": "delay", "LOG TEXT": "other"}),
    }, ("incident_id", "event_at", "event_type"), "event_at", ("incident_id", "event_at", "event_type"),
    encoding="utf-8", delimiter="|")

SOURCES = [ENTRIES, REGRADES, LOGS, UNITS]


def row_class(source, absent=()):
    """A class of rows with a place for every column of the source, for those that it does not have, and nothing else."""
    own = ("source", "file", "order", "line", "malformed", "rejected", "why", "unreadable", "counts", "cells", "facts")

    class Row:
        __slots__ = own + tuple(source.columns) + tuple(absent)

        def __init__(self):
            for name in self.__slots__:
                setattr(self, name, None)
            self.malformed = self.rejected = False
            self.unreadable, self.counts = (), ()
    return Row


class Reader:
    """Decodes the records of one file, given its header."""

    def __init__(self, source, header, export_date):
        self.source, self.width, self.row = source, len(header), row_class(source)
        names = [folded(h) for h in header]
        self.columns = [(name, column, [names.index(folded(h)) for h in column.headers])
                        for name, column in source.columns.items()]
        self.labels = {name: {folded(a): b for a, b in column.labels.items()}
                       for name, column in source.columns.items() if column.labels}
        self.mapped = sorted({place for _, _, places in self.columns for place in places})
        self.nulls = {folded(n) for n in source.nulls} | {""}
        self.latest = midnight(export_date + timedelta(days=1)) + HOUR
        self.earliest = midnight(date(2000, 1, 1))
        self.codec = {"windows-1252": "cp1252"}.get(source.encoding, "utf-8")

    def decode(self, record):
        row, source = self.row(), self.source
        row.source, row.line = source.name, record.line
        if record.fields is None or len(record.fields) != self.width:
            row.malformed, row.why = True, record.why or "number of cells"
            return row
        cells, unreadable, counts = [], [], []
        for place, raw in enumerate(record.fields):
            try:
                cells.append(trimmed(raw.decode(self.codec)))
            except UnicodeDecodeError:
                cells.append("")
                counts.append(("DQ28", place))
        row.cells = tuple(cells[p] for p in self.mapped)
        choices = {}
        for name, column, places in self.columns:
            first = cells[places[0]]
            if folded(first) in self.nulls:
                continue
            if column.kind == "text":
                setattr(row, name, first)
            elif column.kind in ("id", "joined"):
                parts = [cells[p] for p in places]
                if any(SCIENTIFIC.fullmatch(p) for p in parts):
                    unreadable.append(name)         # a spreadsheet's rounding: nothing can tell which number it was
                elif not any(folded(p) in self.nulls for p in parts):
                    setattr(row, name, "-".join(parts))
            elif column.kind == "category":
                value = self.labels[name].get(folded(first))
                setattr(row, name, value)
                if value is None:
                    counts.append(("DQ06", name))
            elif column.kind == "flag":
                value = FLAGS.get(folded(first))
                setattr(row, name, value)
                if value is None:
                    unreadable.append(name)
            elif column.kind == "time" and not first.strip("0:/ "):
                counts.append(("DQ07", name))       # noughts stand for no time
            else:
                try:
                    options, odd = self.instants(column, first, cells[places[-1]], choices)
                except Unreadable:
                    unreadable.append(name)
                    continue
                if options:
                    choices[name] = options
                if odd:
                    counts.append(("DQ24", name))
        for name, instant in in_order(list(choices.items()), LOOSE).items():
            if instant < self.earliest or (instant > self.latest and not source.columns[name].planned):
                counts.append(("DQ07", name))
            else:
                setattr(row, name, instant)
        row.unreadable, row.counts = tuple(unreadable), tuple(counts)
        return row

    def instants(self, column, cell, on, choices):
        """The instants that a cell can mean; a clock without a date shows its time first after the log's creation."""
        if column.kind == "time":
            return readings(civil(cell, column.form))
        clock = civil(cell, CLOCK)
        if folded(on) in self.nulls:
            return (), False
        local = civil(on, DAY_FORMAT).replace(hour=clock.hour, minute=clock.minute, second=clock.second)
        options, odd = readings(local)
        created = choices.get("created_at")
        if created and options[-1] < created[0]:
            return readings(local + timedelta(days=1))
        return options, odd
