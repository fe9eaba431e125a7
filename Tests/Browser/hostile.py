#!/usr/bin/env python3
"""A force whose texts attack the reader's programs and whose exports hold callers: statements 9 and 10.

Its definitions are a copy of the sample's with payloads among the names that a force chooses, its exports a copy of the
sample's with payloads among labels and with numbers and names of callers that must not come out anywhere.
"""
import argparse
import csv
import gzip
import io
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

PAYLOADS = ['<script>alert("x")</script>', "=HYPERLINK(1)", "a\"'&<b>"]
CANARIES = ["07700900123", "Canary Ottoline", "1 Canary Mews"]


def hostile_definitions(folder):
    shutil.copytree("Pipelines", folder / "Pipelines")
    force = folder / "Pipelines" / "loamshire"
    pipeline = force / "pipeline.yaml"
    text = pipeline.read_text()
    name = "Loamshire <script>alert(1)</script> & \"Police\""
    text = re.sub(r"^force:.*$", f"force: '{name}'", text, flags=re.M)
    pipeline.write_text(text)
    inspections = force / "inspections.yaml"
    text = inspections.read_text()
    changed = re.sub(r"^(\s*)title:.*$", r"\1title: '=cmd|calc <img src=x onerror=alert(1)>'", text, count=1, flags=re.M)
    assert changed != text
    inspections.write_text(changed)
    return force, name


def hostile_exports(folder):
    """Every text cell that no mapping reads and every caller becomes a canary or a payload in the newest export."""
    exports = folder / "exports"
    shutil.copytree("SampleData/loamshire", exports, symlinks=False)
    planted = 0
    for path in sorted(exports.rglob("*.csv*")):
        packed = path.suffix == ".gz"
        raw = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
        for column, value, every in (
                ("Summary", CANARIES[1], 5), ("Entered By", CANARIES[2], 5), ("Calling Pty", CANARIES[0], 50),
                ("District", PAYLOADS[0], 400), ("BCU", PAYLOADS[2], 400), ("Team", PAYLOADS[1], 400)):
            if column.encode() not in raw[:2000]:
                continue
            changed = plant(raw, column, value, every)
            if changed != raw:
                planted += 1
                raw = changed
        if packed:
            buffer = io.BytesIO()
            with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
                file.write(raw)
            path.write_bytes(buffer.getvalue())
        else:
            path.write_bytes(raw)
    return exports, planted


def plant(raw, column, value, every):
    """Puts a value into some cells of a column, where the line is plain enough to be sure of the place."""
    lines = raw.split(b"\n")
    for header, line in enumerate(lines[:10]):
        delimiter = max((b",", b";", b"|", b"\t"), key=line.count)
        names = [name.strip(b'"\r \xef\xbb\xbf') for name in line.split(delimiter)]
        if column.encode() in names:
            break
    else:
        return raw
    place = names.index(column.encode())
    for number in range(header + 1, len(lines)):
        cells = lines[number].split(delimiter)
        if len(cells) == len(names) and b'"' not in lines[number] and number % every == 0:
            cells[place] = value.encode() + (b"\r" if cells[place].endswith(b"\r") else b"")
            lines[number] = delimiter.join(cells)
    return b"\n".join(lines)


def texts(run):
    """Every text that is published, archives unpacked."""
    for path in sorted(p for p in run.rglob("*") if p.is_file()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}/{name}", archive.read(name)
        else:
            yield str(path.relative_to(run)), path.read_bytes()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True)
    force, name = hostile_definitions(work)
    exports, planted = hostile_exports(work)
    state = work / "state"
    # Where pipeline.yaml of the copy looks for it.
    key = work / ".state" / "loamshire" / "pseudonym.key"
    key.parent.mkdir(parents=True, mode=0o700)
    shutil.copy("SampleData/loamshire/pseudonym.key", key)
    key.chmod(0o600)
    done = subprocess.run(
        [options.program, "run", "--pipeline", str(force), "--as-of", "2026-09-30", "--inputs", str(exports),
         "--output", str(work / "out"), "--state", str(state)], capture_output=True, text=True)
    troubles = []
    if done.returncode not in (0, 3):
        print(done.stderr)
        print(f"hostile: the run ended with {done.returncode}")
        return 1
    if planted < 3:
        troubles.append(f"only {planted} columns were planted with canaries")
    run = (work / "out" / "latest").resolve()
    everything = [*texts(run), ("stdout", done.stdout.encode()), ("stderr", done.stderr.encode()),
                  ("status.html", (work / "out" / "status.html").read_bytes()),
                  ("status.json", (work / "out" / "status.json").read_bytes())]
    for where, content in everything:
        for canary in CANARIES:
            if canary.encode() in content:
                troubles.append(f"{where} holds '{canary}'")
        if where.endswith(".html") or where.endswith(".svg"):
            if re.search(rb"<script|<img[^>]*onerror|<b>", content):
                troubles.append(f"{where} holds markup of a cell")
        if where.endswith(".xml") and b"<f>" in content:
            troubles.append(f"{where} holds a formula")
    if name.encode() in (run / "index.html").read_bytes():
        troubles.append("index.html holds the force's name unescaped")
    for path in run.glob("*.csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for record in csv.reader(file):
                for cell in record:
                    if cell[:1] in ("=", "@", "\t", "\r") or (cell[:1] in "+-" and cell and not re.fullmatch(
                            r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell)):
                        troubles.append(f"{path.name}: '{cell[:40]}' would be read as a formula")
                        break
    for trouble in troubles[:40]:
        print(f"hostile: {trouble}")
    print(f"hostile: {len(troubles)} findings, {planted} columns planted")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
