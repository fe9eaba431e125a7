"""Exports read as their mappings say: the force's sources and our schemas, interpreted by a reader of our own."""
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache

import plain_yaml
from cad import FLAGS, Column, Source, row_class
from decode import HOUR, Unreadable, folded, integer, iso, midnight, readings, trimmed
from mapping import SCIENTIFIC, in_order
from periods import MONTHS

DELIMITERS = {"tab": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}
TOKENS = re.compile(r"yyyy|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|a|'[^']*'|.", re.S)
SHAPES = {"yyyy": r"(\d{4})", "MM": r"(\d\d)", "dd": r"(\d\d)", "HH": r"(\d\d)", "hh": r"(\d\d)", "mm": r"(\d\d)",
          "ss": r"(\d\d)", "MMM": r"([A-Za-z]{3})", "M": r"(\d{1,2})", "d": r"(\d{1,2})", "H": r"(\d{1,2})", "h": r"(\d{1,2})", "a": r"([AaPp][Mm])"}


@lru_cache(None)
def shape(form):
    """(pattern, letters in order) of a time format."""
    pattern, letters = "", []
    for token in TOKENS.findall(form):
        if token in SHAPES:
            pattern += SHAPES[token]
            letters.append(token[0])
        else:
            pattern += re.escape(token.strip("'") if len(token) > 1 else token)
    return re.compile(pattern), letters


def local_time(text, form):
    """The local time that a text shows in a format; raises when it is none."""
    pattern, letters = shape(form)
    match = pattern.fullmatch(text)
    if not match:
        raise Unreadable(text)
    part = dict(zip(letters, match.groups()))
    hour = int(part.get("H", 0))
    if "h" in part:
        hour = int(part["h"]) % 12 + (12 if part["a"].upper() == "PM" else 0)
    try:
        month = MONTHS.index(part["M"].title()) + 1 if part["M"].isalpha() else int(part["M"])
        return datetime(int(part["y"]), month, int(part["d"]), hour, int(part.get("m", 0)), int(part.get("s", 0)))
    except ValueError:
        raise Unreadable(text) from None


@lru_cache(1 << 17)
def instants(text, forms):
    """(what the text can mean, whether it lies in the doubled or the missing hour), by the first format that fits."""
    for form in forms:
        try:
            if form == "iso":
                instant, local = iso(text)
                if instant is not None:
                    return (instant,), False
            else:
                local = local_time(text, form)
            return readings(local)
        except Unreadable:
            continue
    raise Unreadable(text)


def local_day(text, forms):
    for form in forms:
        try:
            return local_time(text, "yyyy-MM-dd" if form == "iso" else form).date()
        except Unreadable:
            continue
    raise Unreadable(text)


def number(text, decimals):
    """A decimal number; digits beyond its decimals must be noughts."""
    if not re.fullmatch(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+", text):
        raise Unreadable(text)
    value = Fraction(text)
    if (value * 10 ** decimals).denominator != 1:
        raise Unreadable(text)
    return value


def names_of(spec):
    source = spec.get("from", [])
    if isinstance(source, dict):
        source = [source["any_of"]]
    return source if isinstance(source, list) else [source]


@dataclass
class MappedColumn(Column):
    withheld: frozenset = frozenset()
    constant: str | None = None
    joint: str = "-"
    flags: dict | None = None
    decimals: int = 0


@dataclass
class MappedSource(Source):
    loose: dict = field(default_factory=dict)       # times without a place in the row's order
    absent: tuple = ()                              # columns that the mapping does not name

    def reader(self, *arguments):
        return Reader(*arguments)

    def content(self, row):
        """Every column as it was read: `3.5` and `3.50` are one number, two clocks can show one instant."""
        return tuple(getattr(row, name) for name in self.columns)


def column_of(name, spec, schema):
    """How one column of ours is read from theirs."""
    if "is" in spec or "through" in spec:
        raise ValueError(f"{name}: the oracle computes no columns")
    kind = spec.get("type", schema["type"])
    forms = spec.get("format", "iso")
    column = MappedColumn(
        "joined" if "join" in spec else {"pseudonym": "text", "list": "text"}.get(kind, kind),
        tuple(spec["join"]) if "join" in spec else tuple(names_of(spec)),
        form=tuple(forms) if isinstance(forms, list) else (forms,), planned=schema.get("planned") == "true",
        pseudonym=kind == "pseudonym", withheld=frozenset(map(folded, spec.get("withheld", []))),
        constant=spec.get("constant"), joint=spec.get("with", "-"),
        flags={**FLAGS, **{folded(y): True for y in spec.get("yes", [])}, **{folded(n): False for n in spec.get("no", [])}})
    if kind == "time_of_day":           # a clock in one cell, its day in another
        column.kind, column.headers = "clock", (spec["from"], spec["on"])
        column.form = (f"{spec['on_format']} {spec['format']}",)
    if kind.startswith("number("):
        column.kind, column.decimals = "number", int(kind[7:-1])
    if schema["type"] == "category":
        column.kind = "category"
        column.labels = {**{value: value for value in schema["values"]}, **spec.get("values", {})}
    return column


def source_of(mapping, schema):
    """A source by its mapping; columns in the schema's order, which decides between the readings of a doubled hour."""
    columns = {name: column_of(name, mapping["columns"][name], spec) for name, spec in schema["columns"].items()
               if name in mapping["columns"]}
    unknown = set(mapping["columns"]) - set(columns)
    if unknown:
        raise ValueError(f"{mapping['source']}: {unknown} are no columns of {schema['schema']}")
    key, delimiter = mapping.get("key", schema.get("key", [])), mapping.get("delimiter", ",")
    source = MappedSource(
        mapping["source"], mapping["files"].split("{")[0], columns, tuple(key) if isinstance(key, list) else (),
        schema["time"], tuple(n for n, s in schema["columns"].items() if s.get("required") == "true"),
        encoding=mapping.get("encoding", "utf-8"), delimiter=DELIMITERS.get(delimiter, delimiter),
        header=int(mapping.get("header", 1)), skip=tuple(mapping.get("skip", [])), control=mapping.get("control"),
        nulls=tuple(mapping.get("nulls", [])), folder=mapping.get("folder", ""),
        exports=mapping.get("exports", "increment"), table=mapping["table"],
        loose={name: spec.get("after") for name, spec in schema["columns"].items()
               if "after" in spec or spec.get("planned") == "true"},
        absent=tuple(name for name in schema["columns"] if name not in columns))
    if breaks := mapping.get("line_breaks"):
        source.line_breaks = tuple(breaks["columns"]), int(breaks.get("lines", 100))
    return source


def sources(force, definitions, tables):
    """The force's sources of some tables, by name."""
    found = []
    for path in sorted((force / "sources").glob("*.yaml")):
        for mapping in plain_yaml.load_all(path):
            if mapping["table"] in tables:
                found.append(source_of(mapping, plain_yaml.load(definitions / f"schema/{mapping['table']}.yaml")))
    return sorted(found, key=lambda source: source.name)


class Reader:
    """Decodes the records of one file, given its header."""

    def __init__(self, source, header, export_date):
        self.source, self.width = source, len(header)
        self.row = row_class(source, source.absent)
        names = [folded(h) for h in header]
        self.columns = []
        for name, column in source.columns.items():
            theirs = [[h] if isinstance(h, str) else h for h in column.headers]
            places = [next(names.index(folded(h)) for h in options if folded(h) in names) for options in theirs]
            self.columns.append((name, column, places))
        self.labels = {name: {folded(a): b for a, b in column.labels.items()}
                       for name, column in source.columns.items() if column.labels}
        self.mapped = sorted({place for _, _, places in self.columns for place in places})
        self.nulls = {folded(n) for n in source.nulls} | {""}
        self.latest = midnight(export_date + timedelta(days=1)) + HOUR
        self.earliest, self.export_date = midnight(date(2000, 1, 1)), export_date
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
            if column.constant is not None:
                setattr(row, name, column.constant)
                continue
            first = cells[places[0]]
            if folded(first) in self.nulls or (column.pseudonym and folded(first) in column.withheld):
                continue
            if column.kind == "text":
                setattr(row, name, first)
            elif column.kind in ("id", "joined"):
                parts = [cells[p] for p in places]
                if any(SCIENTIFIC.fullmatch(p) for p in parts):
                    unreadable.append(name)         # a spreadsheet's rounding: nothing can tell which number it was
                elif not any(folded(p) in self.nulls for p in parts):
                    setattr(row, name, column.joint.join(parts))
            elif column.kind == "category":
                value = self.labels[name].get(folded(first))
                setattr(row, name, value)
                if value is None:
                    counts.append(("DQ06", name))
            elif column.kind == "flag":
                value = column.flags.get(folded(first))
                setattr(row, name, value)
                if value is None:
                    unreadable.append(name)
            elif column.kind in ("int", "number"):
                try:
                    setattr(row, name, integer(first) if column.kind == "int" else number(first, column.decimals))
                except Unreadable:
                    unreadable.append(name)
            elif column.kind in ("time", "date") and not first.strip("0:/-T "):
                counts.append(("DQ07", name))       # noughts stand for no time
            elif column.kind in ("time", "clock"):
                if column.kind == "clock" and folded(cells[places[1]]) in self.nulls:
                    continue
                try:
                    text = first if column.kind == "time" else f"{cells[places[1]]} {first}"
                    options, odd = instants(text, column.form)
                except Unreadable:
                    unreadable.append(name)
                    continue
                choices[name] = options
                if odd:
                    counts.append(("DQ24", name))
            elif column.kind == "date":
                try:
                    day = local_day(first, column.form)
                except Unreadable:
                    unreadable.append(name)
                    continue
                if day < date(2000, 1, 1) or (day > self.export_date and not column.planned):
                    counts.append(("DQ07", name))
                else:
                    setattr(row, name, day)
            else:
                raise ValueError(f"{name}: the oracle reads no {column.kind}")
        for name, instant in in_order(list(choices.items()), source.loose).items():
            if instant < self.earliest or (instant > self.latest and not source.columns[name].planned):
                counts.append(("DQ07", name))
            else:
                setattr(row, name, instant)
        row.unreadable, row.counts = tuple(unreadable), tuple(counts)
        return row
