"""Tables, records and the workbook: statements 11, 12, 13 and 14."""
import csv
import json
import math
import pathlib
import re
import warnings
import zipfile

import jsonschema
import openpyxl
from csvw import CSVW

SHEETS = {
    "Results by month": "month", "Results by quarter": "quarter", "Results by financial year": "financial_year",
    "Results by rolling 12 months": "rolling_12_months",
}


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def check_tables(run, tables=None):
    """Every CSV has its metadata, which say of every column what it is; every cell is that."""
    for path in sorted(run.glob("*.csv")):
        metadata = run / f"{path.name}-metadata.json"
        if not metadata.exists():
            yield f"csvw: {path.name} has no metadata"
            continue
        record = json.loads(metadata.read_text(encoding="utf-8"))
        raw = path.read_bytes()
        header = raw[:raw.index(b"\r\n")].decode("utf-8-sig").split(",")
        if [c["name"] for c in record["tableSchema"]["columns"]] != header:
            yield f"csvw: the columns of {path.name} are not those of its header"
        if re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", raw[:200_000])):
            yield f"csvw: {path.name} has a line that does not end with CR LF"
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"csvw: {path.name} is not UTF-8: {error}"
        # A validator of another make reads the short tables whole; the long ones are checked column by column below.
        if path.stat().st_size < 400_000 and (tables is None or path.name in tables):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    found = CSVW(str(metadata), validate=True)
                    for table in found.tables:
                        list(table.iterdicts(strict=True))
                    for warning in found.warnings:
                        yield f"csvw: {path.name}: {warning.message}"
                    if not found.is_valid:
                        yield f"csvw: {path.name} is not valid"
                except Exception as error:  # whatever the validator stumbles over is a finding
                    yield f"csvw: {path.name}: {type(error).__name__} {error}"
        yield from check_columns(path, record["tableSchema"])


def check_columns(path, schema):
    kinds = {"integer": re.compile(r"-?\d+"), "number": re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?"),
             "date": re.compile(r"\d{4}-\d\d-\d\d"), "boolean": re.compile("yes|no"),
             "dateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)")}
    columns = schema["columns"]
    checks = []
    for place, column in enumerate(columns):
        kind = column["datatype"] if isinstance(column["datatype"], str) else column["datatype"]["base"]
        checks.append((place, column["name"], kinds.get(kind), column["required"]))
    key = [[c["name"] for c in columns].index(name) for name in schema.get("primaryKey", [])]
    seen = set()
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        for number, record in enumerate(reader, 2):
            if len(record) != len(columns):
                yield f"csvw: {path.name} record {number} has {len(record)} cells, not {len(columns)}"
                return
            for place, name, pattern, required in checks:
                cell = record[place]
                if not cell:
                    if required:
                        yield f"csvw: {path.name} record {number} has no {name}"
                        return
                elif pattern is None:
                    if cell[0] in "=+-@\t\r":
                        yield f"csvw: {path.name} record {number}: {name} would be read as a formula"
                        return
                elif not pattern.fullmatch(cell):
                    yield f"csvw: {path.name} record {number}: {name} is '{cell[:30]}'"
                    return
            if key:
                value = tuple(record[place] for place in key)
                if value in seen:
                    yield f"csvw: {path.name} record {number}: the key {value} is there twice"
                    return
                seen.add(value)


def check_records(run):
    """results.json and run.json are what their schemas say; a misspelt member is not."""
    for name in ("results", "run"):
        schema_path = run / f"{name}.schema.json"
        if not schema_path.exists():
            yield f"schema: {name}.schema.json is missing"
            continue
        schema = json.loads(schema_path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        record = json.loads((run / f"{name}.json").read_text(encoding="utf-8"))
        if name == "results":
            # Every KPI with the first and last of its figures: the rest are made by the same line of code.
            for kpi in record["kpis"]:
                kpi["figures"] = kpi["figures"][:2] + kpi["figures"][-2:]
        for error in validator.iter_errors(record):
            yield f"schema: {name}.json: {error.message[:200]} at {'/'.join(map(str, error.absolute_path))}"
            break
        for path in objects(record):
            wrong = json.loads(json.dumps(record))
            place = wrong
            for step in path:
                place = place[step]
            if not place:
                continue
            first = next(iter(place))
            place[first + "_"] = place.pop(first)
            if validator.is_valid(wrong):
                yield f"schema: {name}.json: a misspelt '{first}' at {'/'.join(map(str, path))} is not noticed"


def objects(record, path=(), seen=None):
    """One object of every shape in a record, by where it stands."""
    seen = set() if seen is None else seen
    if isinstance(record, dict):
        shape = tuple(sorted(record)) + tuple(p for p in path if isinstance(p, str))
        if record and shape not in seen:
            seen.add(shape)
            yield path
        for name, value in record.items():
            yield from objects(value, path + (name,), seen)
    elif isinstance(record, list):
        for number, value in enumerate(record[:3]):
            yield from objects(value, path + (number,), seen)


def check_workbook(run, marking, force):
    path = run / "peel-kpis.xlsx"
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            yield "workbook: the archive is damaged"
        for name in archive.namelist():
            text = archive.read(name)
            if re.search(rb"<v>-?(NAN|INF|nan|inf)</v>", text):
                yield f"workbook: {name} holds a number that is none"
            if re.search(rb"<f[ >]", text):
                yield f"workbook: {name} holds a formula"
            if b"<mergeCell" in text or b"<headerFooter" in text or b"<autoFilter" in text:
                yield f"workbook: {name} has merged cells, a header or a filter"
    book = openpyxl.load_workbook(path)
    properties = book.properties
    for what, value in (("title", properties.title), ("author", properties.creator),
                        ("category", properties.category)):
        if not value:
            yield f"workbook: no {what} among the properties"
    if properties.creator != force or properties.category != marking:
        yield "workbook: the properties name another force or marking"
    names = []
    for sheet in book:
        where = f"workbook: sheet {sheet.title}"
        if not isinstance(sheet["A1"].value, str) or not sheet["A1"].font.b:
            yield f"{where} has no title in A1"
        if sheet["A2"].value != marking:
            yield f"{where} does not say its marking in row 2"
        if len(sheet.tables) != 1:
            yield f"{where} has {len(sheet.tables)} tables"
            continue
        table = next(iter(sheet.tables.values()))
        names.append(table.displayName)
        first, last = table.ref.split(":")
        if not first.startswith("A") or not first[1:].isdigit():
            yield f"{where}: its table begins at {first}"
        if sheet[last].row != sheet.max_row or sheet[last].column != sheet.max_column:
            yield f"{where}: something stands beside or below its table"
        for row in sheet.iter_rows(min_row=int(first[1:]), values_only=True):
            if any(value is None or value == "" for value in row):
                yield f"{where} has an empty cell in its table"
                break
        if sheet.merged_cells.ranges or sheet.auto_filter.ref or sheet.freeze_panes:
            yield f"{where} has merged cells, a filter or a frozen pane"
        if sheet.sheet_state != "visible":
            yield f"{where} is hidden"
    if len(set(names)) != len(names):
        yield "workbook: two tables have one name"
    if book.sheetnames[:3] != ["Cover", "Contents", "Notes"]:
        yield f"workbook: it begins with {book.sheetnames[:3]}"
    yield from check_figures(run, book)


def sheet_rows(sheet):
    table = next(iter(sheet.tables.values()))
    first = int(re.sub(r"\D", "", table.ref.split(":")[0]))
    rows = sheet.iter_rows(min_row=first, values_only=True)
    header = next(rows)
    for row in rows:
        yield dict(zip(header, row))


def same(cell, text):
    if text == "":
        return isinstance(cell, str) and cell.startswith("[")
    return isinstance(cell, (int, float)) and math.isclose(cell, float(text), rel_tol=2e-15, abs_tol=1e-300)


def check_figures(run, book):
    """The workbook says what results.csv says, for every total that it holds."""
    rows = {}
    for row in read_csv(run / "results.csv"):
        rows[row["period_type"], row["kpi"], row["statistic"], row["period_label"]] = row
    pairs = (("Value", "value"), ("Numerator", "numerator"), ("Denominator", "denominator"), ("Lower 95%", "lower"),
             ("Upper 95%", "upper"), ("Lowest", "lowest"), ("Highest", "highest"))
    for name, kind in SHEETS.items():
        count = 0
        for row in sheet_rows(book[name]):
            if row["KPI"] == "None":
                continue
            count += 1
            other = rows.get((kind, row["KPI"], row["Statistic"], row["Period"]))
            if other is None:
                yield f"figures: {name} has {row['KPI']} {row['Statistic']} {row['Period']}, results.csv has not"
                return
            for column, member in pairs:
                if not same(row[column], other[member]):
                    yield f"figures: {name}, {row['KPI']} {row['Period']}: {column} is {row[column]}, not {other[member]}"
                    return
        expected = sum(1 for key in rows if key[0] == kind)
        if count != expected:
            yield f"figures: {name} has {count} rows, results.csv {expected}"
    for row in sheet_rows(book["Monthly"]):
        for label in list(row)[5:]:
            other = rows.get(("month", row["KPI"], row["Statistic"], label))
            if other and not same(row[label], other["value"]):
                yield f"figures: Monthly, {row['KPI']} {label}: {row[label]}, not {other['value']}"
                return


def check_json_figures(run):
    """results.json says what results.csv says."""
    record = json.loads((run / "results.json").read_text(encoding="utf-8"))
    found = {}
    for kpi in record["kpis"]:
        for figure in kpi["figures"]:
            found[kpi["kpi"], figure["statistic"], figure["period"]] = figure
    for row in read_csv(run / "results.csv"):
        figure = found.get((row["kpi"], row["statistic"], row["period"]))
        if figure is None:
            if row["state"] != "left_out":
                yield f"figures: results.json has no {row['kpi']} {row['statistic']} {row['period']}"
                return
            continue
        for name in ("value", "numerator", "denominator", "lower", "upper", "lowest", "highest"):
            text = "" if figure[name] is None else float(figure[name])
            if (row[name] == "") != (text == "") or (text != "" and float(row[name]) != text):
                yield f"figures: {row['kpi']} {row['period']}: {name} is {text} in results.json, {row[name]} in results.csv"
                return


def check_sums(run):
    import hashlib
    listed = {}
    for line in (run / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        listed[line[66:]] = line[:64]
    there = {str(p.relative_to(run)) for p in pathlib.Path(run).rglob("*") if p.is_file()} - {"SHA256SUMS"}
    for path in sorted(there ^ set(listed)):
        yield f"sums: {path} is not both listed and there"
    for path in sorted(there & set(listed)):
        if hashlib.sha256((run / path).read_bytes()).hexdigest() != listed[path]:
            yield f"sums: {path} has another checksum"
