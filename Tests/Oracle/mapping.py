"""The sample force's five exports of calls, and what one record of each means."""
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import records
from decode import (DAY, HOUR, Unreadable, civil, duration, folded, integer, iso, midnight, readings, trimmed)

CHANNELS = ["999", "101", "switchboard", "livechat", "online", "email", "social", "alarm", "partner", "other"]
DIRECTIONS = ["inbound", "outbound", "internal"]
DISPOSITIONS = ["answered", "abandoned", "overflow", "transferred", "callback_requested", "ivr_resolved", "voicemail",
                "blocked", "test"]
ANSWERED_BY = ["ivr", "switchboard", "triage", "handler"]
OUTCOMES = ["incident_created", "advice", "signposted", "partner", "self_serve", "update_on_crime", "other"]

DIRECTION_LABELS = {"IN": "inbound", "OUT": "outbound", "INT": "internal"}
ANSWERED_BY_LABELS = {"HAND": "handler", "SWB": "switchboard", "TRI": "triage", "IVR": "ivr"}
OUTCOME_LABELS = {"Incident created": "incident_created", "Advice given": "advice", "Signposted": "signposted",
                  "Partner agency": "partner", "Self serve": "self_serve", "Update on crime": "update_on_crime",
                  "Other": "other"}
OLD_DISPOSITIONS = {"ANS": "answered", "ABN": "abandoned", "OVF": "overflow", "XFR": "transferred",
                    "CBK": "callback_requested", "IVR": "ivr_resolved", "VM": "voicemail", "BLK": "blocked",
                    "TST": "test"}
NEW_DISPOSITIONS = {"Answered": "answered", "Abandoned": "abandoned", "Overflow Out": "overflow",
                    "Transferred": "transferred", "Call Back Requested": "callback_requested",
                    "IVR Resolved": "ivr_resolved", "Voicemail": "voicemail", "Blocked": "blocked",
                    "Test Call": "test"}
DIGITAL_CHANNELS = {"Live Chat": "livechat", "Web Form": "online"}
DIGITAL_STATUSES = {"Completed": "answered", "Customer Left": "abandoned", "Test": "test"}

SCIENTIFIC = re.compile(r"\d+(\.\d+)?[eE][+-]?\d+")
UK, US = "dd/MM/yyyy HH:mm:ss", "M/d/yyyy h:mm:ss a"
# The order in which the schema declares the times: it decides between the readings of a doubled hour.
TIMES = ["network", "offered", "answered", "abandoned", "ended", "cb_due", "cb_made"]
PLANNED = {"cb_due"}


@dataclass
class Source:
    name: str
    prefix: str             # of the file names, before the date
    encoding: str
    delimiter: str
    header: int             # the record number of the header
    skip: list
    control: str | None
    nulls: list
    withheld: list
    columns: dict           # ours -> theirs (a list: alternatives)
    times: str              # the format of times
    durations: str
    dispositions: dict
    constants: dict = field(default_factory=dict)
    line_breaks: tuple = ((), 1)


def telephony(start, queue, answered, abandoned, ended):
    return {"call_id": "UCID", "leg_seq": "Seg", "parent": "Parent UCID", "channel": "VDN", "queue": queue,
            "direction": "Dir", "network": "BT Connect", "offered": start, "answered": answered,
            "abandoned": abandoned, "ended": ended, "disposition": "Disp", "answered_by": "Ans Type",
            "transfer_to": "Xfer To", "agent": "Agent", "caller": "Calling Pty", "outcome": "Outcome",
            "cb_due": "CB Due", "cb_made": "CB Made", "log_date": "Log Date", "log_no": "Log No"}


WITHHELD = ["Withheld", "Unknown", "0000"]
ACD = telephony(["Segment Start"], "Split/Skill", "Answered", "Abandoned", "Segment Stop") | {
    "talk": "Talk Time", "hold": "Hold Time", "wrap": "ACW Time"}
CMS = {k: v for k, v in telephony(["Segment Start", "Seg Start"], "Split", None, None, "Seg Stop").items() if v} | {
    "talk": "Talk Time", "hold": "Hold Time", "wrap": "ACW Time", "queue_time": "Queue Time",
    "ring_time": "Ring Time", "call_date": "Call Date"}
SUPPLIER = telephony(["Start Time"], "Queue Name", "Answer Time", "Abandon Time", "End Time") | {
    "wait": "Wait Secs", "talk": "Talk Secs", "hold": "Hold Secs", "wrap": "Wrap Secs"}
DIGITAL = {"call_id": "Contact Ref", "channel": "Channel", "queue": "Topic", "offered": ["Started"],
           "answered": "Accepted", "abandoned": "Left", "ended": "Closed", "talk": "Active Secs",
           "wrap": "Wrap Secs", "disposition": "Status", "agent": "Advisor", "caller": "Contact No"}

SOURCES = [
    Source("calls_acd", "calls_", "windows-1252", ",", 2, ["Grand Total", "Report run on"], "Total records:",
           ["-", "n/a", "NULL", "#REF!"], WITHHELD, ACD, UK, "hh:mm:ss", NEW_DISPOSITIONS,
           line_breaks=(("Agent Note",), 20)),
    Source("calls_cms", "cms_calls_", "windows-1252", ",", 3, ["Grand Total"], "Total records:",
           ["-", "n/a", "NULL"], WITHHELD, CMS, UK, "hh:mm:ss", OLD_DISPOSITIONS),
    Source("calls_excel", "excel_calls_", "utf-16le", "\t", 1, [], None,
           ["-", "n/a", "NULL", "#REF!"], WITHHELD, ACD, UK, "hh:mm:ss", NEW_DISPOSITIONS),
    Source("calls_supplier", "supplier_calls_", "utf-8", ",", 1, [], None,
           ["-", "n/a", "NULL", "00:00:00"], WITHHELD, SUPPLIER, US, "seconds", NEW_DISPOSITIONS),
    Source("digital", "digital_", "utf-8-bom", ";", 1, [], None, ["n/a"], ["Anonymous"], DIGITAL, "iso",
           "seconds", DIGITAL_STATUSES,
           {"leg_seq": 1, "direction": "inbound", "hold": 0, "answered_by": "handler"}),
]


class Leg:
    """One record of an export. A column that is absent, empty or unreadable is None."""
    __slots__ = ("source", "file", "order", "line", "malformed", "rejected", "why", "unreadable", "counts", "cells",
                 "call_id", "leg_seq", "parent", "channel", "queue", "direction", "network", "offered", "answered",
                 "abandoned", "ended", "wait", "talk", "hold", "wrap", "disposition", "answered_by", "transfer_to",
                 "agent", "caller", "outcome", "cb_due", "cb_made", "incident_id", "root", "contact", "facts")

    def __init__(self):
        for name in self.__slots__:
            setattr(self, name, None)
        self.malformed = self.rejected = False
        self.unreadable, self.counts, self.facts = [], [], None


def vdn_channels(path):
    rows = list(records.records(path.read_bytes(), ","))
    return {folded(r.fields[0].decode()): r.fields[1].decode() for r in rows[1:]}


class Reader:
    """Decodes the records of one file, given its header."""

    def __init__(self, source, header, export_date, channels):
        self.source, self.channels, self.width = source, channels, len(header)
        names = [folded(h) for h in header]
        self.place = {}
        for ours, theirs in source.columns.items():
            options = theirs if isinstance(theirs, list) else [theirs]
            found = [names.index(folded(t)) for t in options if folded(t) in names]
            if not found:
                raise ValueError(f"{source.name}: no column {options}")
            self.place[ours] = found[0]
        self.nulls = {folded(n) for n in source.nulls} | {""}
        self.withheld = {folded(w) for w in source.withheld}
        self.latest = midnight(export_date + timedelta(days=1)) + HOUR
        self.earliest = midnight(date(2000, 1, 1))
        self.codec = {"windows-1252": "cp1252"}.get(source.encoding, "utf-8")
        self.maps = {
            "channel": (DIGITAL_CHANNELS if source.name == "digital" else None, CHANNELS),
            "direction": (DIRECTION_LABELS, DIRECTIONS), "disposition": (source.dispositions, DISPOSITIONS),
            "answered_by": (ANSWERED_BY_LABELS, ANSWERED_BY), "outcome": (OUTCOME_LABELS, OUTCOMES),
        }
        self.maps = {k: ({folded(a): b for a, b in (m or {}).items()}, {folded(v): v for v in values})
                     for k, (m, values) in self.maps.items()}

    def text(self, leg, cells, name):
        if name not in self.place:
            return None
        text = cells[self.place[name]]
        return None if text is None or folded(text) in self.nulls else text

    def category(self, leg, cells, name):
        text = self.text(leg, cells, name)
        if text is None:
            return None
        key = folded(text)
        if name == "channel" and self.source.name != "digital":
            if key in self.channels:
                return self.channels[key]
        else:
            labels, canonical = self.maps[name]
            if key in labels:
                return labels[key]
            if key in canonical:
                return canonical[key]
        leg.counts.append(("DQ06", name))
        return None

    def amount(self, leg, cells, name):
        text = self.text(leg, cells, name)
        if text is None:
            return None
        try:
            return duration(text, self.source.durations)
        except Unreadable:
            leg.unreadable.append(name)
            return None

    def decode(self, record):
        leg, source = Leg(), self.source
        leg.source, leg.line = source.name, record.line
        if record.fields is None or len(record.fields) != self.width:
            leg.malformed, leg.why = True, record.why or "number of cells"
            return leg
        cells = []
        for place, raw in enumerate(record.fields):
            try:
                cells.append(trimmed(raw.decode(self.codec)))
            except UnicodeDecodeError:
                cells.append(None)
                leg.counts.append(("DQ28", place))
        leg.cells = tuple(cells[p] for p in self.place.values())
        for name, value in source.constants.items():
            setattr(leg, name, value)
        for name in ("call_id", "parent", "queue", "transfer_to", "agent"):
            if name in self.place:
                setattr(leg, name, self.text(leg, cells, name))
        for name in ("channel", "direction", "disposition", "answered_by", "outcome"):
            if name in self.place:
                setattr(leg, name, self.category(leg, cells, name))
        for name in ("wait", "talk", "hold", "wrap"):
            if name in self.place:
                setattr(leg, name, self.amount(leg, cells, name))
        if "leg_seq" in self.place:
            text = self.text(leg, cells, "leg_seq")
            try:
                leg.leg_seq = None if text is None else integer(text)
            except Unreadable:
                leg.unreadable.append("leg_seq")
        log = [self.text(leg, cells, name) for name in ("log_date", "log_no")]
        leg.incident_id = None if None in log else "-".join(log)
        caller = self.text(leg, cells, "caller")
        leg.caller = None if caller is None or folded(caller) in self.withheld else caller
        self.decode_times(leg, cells)
        return leg

    def decode_times(self, leg, cells):
        """Each time as one of its readings: the earliest that keeps the row's times in order, else the first."""
        choices = {}
        for name in TIMES:
            text = self.text(leg, cells, name)
            if text is None or (name == "ended" and self.source.name == "calls_cms"):
                continue
            try:
                if self.source.times == "iso":
                    instant, local = iso(text)
                else:
                    instant, local = None, civil(text, self.source.times)
            except Unreadable:
                leg.unreadable.append(name)
                continue
            if instant is not None:
                choices[name] = (instant,)
                continue
            choices[name], odd = readings(local)
            if odd:
                leg.counts.append(("DQ24", name))
        if self.source.name == "calls_cms":
            self.roll_over(leg, cells, choices)
        for name, instant in in_order([(n, choices[n]) for n in TIMES if n in choices], dict.fromkeys(PLANNED)).items():
            if instant < self.earliest or (instant > self.latest and name not in PLANNED):
                leg.counts.append(("DQ07", name))
            else:
                setattr(leg, name, instant)
        if self.source.name == "calls_cms":
            self.compute(leg, cells)

    def roll_over(self, leg, cells, choices):
        """The old system states only the clock of the segment's end: on the call's date, or the day after."""
        clock, on = self.text(leg, cells, "ended"), self.text(leg, cells, "call_date")
        if clock is None:
            return
        try:
            time = civil(clock, "HH:mm:ss")
            if on is None:
                return
            day = civil(on, "dd/MM/yyyy")
        except Unreadable:
            leg.unreadable.append("ended")
            return
        local = day.replace(hour=time.hour, minute=time.minute, second=time.second)
        options, odd = readings(local)
        start = choices.get("offered")
        if start and options[-1] < start[0]:
            options, odd = readings(local + timedelta(days=1))
        choices["ended"] = options
        if odd:
            leg.counts.append(("DQ24", "ended"))

    def compute(self, leg, cells):
        queued, rang = self.amount(leg, cells, "queue_time"), self.amount(leg, cells, "ring_time")
        if leg.offered is None or queued is None:
            return
        if leg.disposition in ("answered", "transferred") and rang is not None:
            leg.answered = leg.offered + queued + rang
        if leg.disposition == "abandoned":
            leg.abandoned = leg.offered + queued


def in_order(times, loose):
    """{name: instant}: each the earliest reading that does not go back; the first where none fits, and such a time says
    nothing of those after it. `loose` names times without a place in the order, each with one that it does not precede;
    planned ones precede whatever they like."""
    chosen, before = {}, None
    for name, options in times:
        if name in loose:
            continue
        fitting = [o for o in options if before is None or o >= before]
        chosen[name] = fitting[0] if fitting else options[0]
        if fitting:
            before = fitting[0]
    for name, options in times:
        if name in loose:
            limit = chosen.get(loose[name], options[0])
            chosen[name] = next((o for o in options if o >= limit), options[0])
    return chosen
