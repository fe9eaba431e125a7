#!/usr/bin/env python3
"""Ends runs in every way a machine can, and looks at what is left.

Whatever happens, `latest` leads to a whole run, nothing that was published is lost, and the next run succeeds without
help and leaves no litter. A small force is cut from SampleData, so that a run takes about a second. Needs root, to mount
small disks; everything happens in a mount namespace and a folder of its own.

Usage: crash.py --pipeline PROGRAM [--kills 50] [--seed 11] [PART ...]      parts: kill disk readonly second clock history
"""

import argparse
import datetime
import gzip
import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PARTS = ["kill", "disk", "readonly", "second", "clock", "history"]
failures = []


def expect(is_so, what):
    """One statement about what is left; all of them are looked at, and the script ends with their number."""
    if not is_so:
        failures.append(what)
        print(f"   WRONG: {what}", flush=True)


class Force:
    """A force of one source: the calls of September 2026, with a list of rows."""

    def __init__(self, folder, program):
        self.folder = folder
        self.program = program
        self.definitions = folder / "Pipelines/small"
        self.output, self.state = folder / "out", folder / "state"
        self.lists = folder / "out-lists"
        self.inputs = folder / "in"
        (self.definitions / "sources").mkdir(parents=True)
        (self.inputs / "calls").mkdir(parents=True)
        shutil.copytree(ROOT / "Pipelines/peel", folder / "Pipelines/peel")
        sample = ROOT / "Pipelines/loamshire"
        shutil.copy(sample / "sources/calls_acd.yaml", self.definitions / "sources")
        shutil.copytree(sample / "reference", self.definitions / "reference")
        self.spoil(ROOT / "SampleData/loamshire/calls/calls_20260930.csv.gz", self.inputs / "calls/calls_20260930.csv")
        shutil.copy(ROOT / "SampleData/loamshire/pseudonym.key", folder / "pseudonym.key")
        os.chmod(folder / "pseudonym.key", 0o400)
        self.change("first")
        (self.definitions / "lists.yaml").write_text(
            "lists:\n- { id: slow, name: Slow calls, because: a test, table: contacts, "
            "where: wait > 30 s, columns: [call_id, offered_at, wait], order_by: wait desc }\n")

    def spoil(self, sample, path):
        """A few records that are rejected, so that there is something to quarantine."""
        lines = gzip.decompress(sample.read_bytes()).decode("windows-1252").split("\n")
        for number in range(10, 20):
            lines[number] = lines[number].replace("/09/2026 ", "/99/2026 ")
        path.write_text("\n".join(lines), encoding="windows-1252", newline="")

    def change(self, note):
        """Other definitions, so that the next run is another run."""
        (self.definitions / "pipeline.yaml").write_text(
            "force: Small Police\nextends: peel\ninputs: ../../in\noutput: ../../out\nstate: ../../state\n"
            f"marking: OFFICIAL\npseudonym_key: ../../pseudonym.key\n# {note}\n")

    def command(self, as_of="2026-09-30"):
        dated = ["--as-of", as_of] if as_of else []
        return [str(self.program), "run", "--quiet", "--pipeline", str(self.definitions)] + dated

    def run(self, as_of="2026-09-30", **more):
        return subprocess.run(self.command(as_of), capture_output=True, text=True, **more)

    def succeeds(self, when, as_of="2026-09-30"):
        """The next run, without help."""
        end = self.run(as_of)
        expect(end.returncode == 0, f"{when}: the next run ended with {end.returncode}: {end.stderr.strip()}")
        expect(end.stderr == "", f"{when}: the next run said: {end.stderr.strip()}")
        self.whole(when)
        self.clean(when)

    def runs(self):
        return sorted(p for p in self.output.glob("2*/*") if p.is_dir())

    def whole(self, when, may_be_nothing=False):
        """`latest` and every other run is what its SHA256SUMS says, every file of it."""
        latest = self.output / "latest"
        if not latest.exists():
            expect(may_be_nothing and not latest.is_symlink(), f"{when}: latest leads nowhere")
            return
        expect(latest.resolve() in [p.resolve() for p in self.runs()], f"{when}: latest leads to no run")
        for run in self.runs():
            expect(damage(run) == [], f"{when}: {run.name} is damaged: {damage(run)[:3]}")
        if (self.lists / "latest").is_symlink():
            names = sorted(p.name for p in (self.lists / "latest").iterdir())
            expect(names == ["slow.csv", "status.txt"], f"{when}: the lists are {names}")

    def clean(self, when):
        """No litter in any folder of ours."""
        litter = [
            str(p.relative_to(self.folder)) for top in [self.output, self.lists, self.state] for p in top.rglob("*")
            if p.name.startswith(".") or p.name.endswith(".tmp") or (p.is_dir() and p.name[:2] == "20" and not any(p.iterdir()))
        ]
        expect(litter == [], f"{when}: litter: {litter[:5]}")
        known = {"status.html", "status.json", "latest"} | {p.parent.name for p in self.runs()}
        others = {p.name for p in self.output.iterdir()} - known
        expect(not others, f"{when}: nobody knows {others}")


def damage(run):
    sums = (run / "SHA256SUMS").read_text().splitlines() if (run / "SHA256SUMS").exists() else []
    known = dict(reversed(line.split(None, 1)) for line in sums)
    names = {str(p.relative_to(run)) for p in run.rglob("*") if p.is_file()} - {"SHA256SUMS"}
    wrong = [n for n in names & set(known) if hashlib.sha256((run / n).read_bytes()).hexdigest() != known[n]]
    return ["no SHA256SUMS"] * (not sums) + wrong + sorted(names ^ set(known))


def tree(*folders):
    """Every file with its bytes, every link with where it leads."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_symlink():
                found[str(path)] = os.readlink(path)
            elif path.is_file():
                found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def mount(folder, size, again=False):
    options = f"{'remount,' if again else ''}size={size}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)


def unmount(folder):
    subprocess.run(["umount", str(folder)], check=True)


def used(folder):
    status = os.statvfs(folder)
    return (status.f_blocks - status.f_bfree) * status.f_frsize


def kill(force, options):
    """kill -9 at random moments, from before the lock to after the last file."""
    force.succeeds("before any kill")
    force.change("measured")
    began = time.monotonic()
    force.succeeds("measured")
    length = time.monotonic() - began
    dice = random.Random(options.seed)
    ends = {}
    for number in range(options.kills):
        force.change(f"kill {number}")
        before = set(force.runs())
        moment = dice.uniform(0, 1.05 * length)
        process = subprocess.Popen(force.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
        code = process.wait()
        ends[code] = ends.get(code, 0) + 1
        when = f"kill {number} after {moment:.3f} of {length:.3f} s"
        force.whole(when)
        expect(before <= set(force.runs()), f"{when}: a published run is lost")
        # A moment beyond the end of a run says nothing: how long one takes is what the last whole one took.
        began = time.monotonic()
        force.succeeds(when)
        length = time.monotonic() - began
        # A few runs are enough to look at every time.
        for old in force.runs()[:-3]:
            if (force.output / "latest").resolve() != old.resolve():
                shutil.rmtree(old)
    print(f"   {options.kills} kills in runs of some {length:.2f} s: {ends.get(-9, 0)} killed, {ends.get(0, 0)} had ended")
    expect(ends.get(-9, 0) >= options.kills * 3 // 5, "most runs had ended before they were killed")


def disk(force, options):
    """Full disks: the output's, the state's and one that holds both, each a little larger every time until all fits."""
    for name, folders in [("output", [force.output]), ("state", [force.state]), ("both", [force.folder / "disk"])]:
        place = folders[0]
        for made in [force.output, force.state, force.lists]:
            if made.is_symlink():
                made.unlink()
            shutil.rmtree(made, ignore_errors=True)
        place.mkdir()
        mount(place, "512m")
        if name == "both":
            for made, inside in [(force.output, "out"), (force.state, "state")]:
                (place / inside).mkdir()
                subprocess.run(["mkdir", "-p", str(made)], check=True)
                subprocess.run(["mount", "--bind", str(place / inside), str(made)], check=True)
        force.change(f"{name} 0")
        force.succeeds(f"{name}: room enough")
        floor = used(place)
        room, seen, number = 0, [], 0
        while True:
            number += 1
            force.change(f"{name} {number}")
            mount(place, floor + room, again=True)
            end = force.run()
            when = f"{name} with {room // 1024} kB left"
            seen.append((room // 1024, end.returncode))
            force.whole(when)
            if end.returncode in (73, 74):
                lines = end.stderr.splitlines()
                expect(len(lines) <= 15 and lines[-1].startswith("next: "), f"{when}: said {lines}")
                expect("no space left" in end.stderr or "disk is full" in end.stderr, f"{when}: said {lines}")
            else:
                expect(end.returncode in (0, 3), f"{when}: ended with {end.returncode}: {end.stderr}")
            mount(place, "512m", again=True)
            force.succeeds(f"{when}, then room again")
            for old in force.runs():
                if (force.output / "latest").resolve() != old.resolve():
                    shutil.rmtree(old)
            floor = used(place)
            if end.returncode == 0 and end.stderr == "" and room > 0:
                break
            room = 4096 if room == 0 else int(room * options.step) // 4096 * 4096 + 4096
            if room > 256 << 20:
                expect(False, f"{name}: no disk is large enough")
                break
        print(f"   {name}: " + ", ".join(f"{room} kB: {code}" for room, code in seen))
        if name == "both":
            unmount(force.output)
            unmount(force.state)
        unmount(place)


def readonly(force, options):
    """An output that nobody may write to."""
    force.succeeds("before")
    subprocess.run(["mount", "--bind", str(force.output), str(force.output)], check=True)
    for litter in [False, True]:
        if litter:
            (force.output / ".building-1-abcdefabcdef").mkdir()
        subprocess.run(["mount", "-o", "remount,ro,bind", str(force.output)], check=True)
        before = tree(force.output)
        force.change(f"read-only {litter}")
        end = force.run()
        expect(end.returncode in (73, 77), f"read-only: ended with {end.returncode}: {end.stderr}")
        expect("read-only" in end.stderr, f"read-only: said {end.stderr}")
        expect(tree(force.output) == before, "read-only: something was written")
        force.whole("read-only")
        subprocess.run(["mount", "-o", "remount,rw,bind", str(force.output)], check=True)
        force.succeeds("read-only, then writable")
    unmount(force.output)
    # The same for an account that lacks the right.
    os.chmod(force.folder / "pseudonym.key", 0o444)
    for path in [force.state, *force.state.rglob("*")]:
        os.chown(path, 65534, 65534)
    force.change("not allowed")
    end = force.run(user=65534, group=65534, extra_groups=[])
    expect(end.returncode in (73, 77), f"not allowed: ended with {end.returncode}: {end.stderr}")
    force.whole("not allowed")
    for path in [force.state, *force.state.rglob("*")]:
        os.chown(path, 0, 0)
    os.chmod(force.folder / "pseudonym.key", 0o400)
    force.succeeds("not allowed, then allowed")


def second(force, options):
    """A second run while the first is at work, stopped where it stands."""
    force.succeeds("before")
    force.change("two at once")
    first = subprocess.Popen(force.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    lock = force.state / "lock"
    deadline = time.monotonic() + 30
    while f"process {first.pid}\n" not in lock.read_text() and first.poll() is None and time.monotonic() < deadline:
        time.sleep(0.001)
    first.send_signal(signal.SIGSTOP)
    time.sleep(0.05)
    before = tree(force.output, force.state, force.lists)
    lengths = []
    for _ in range(3):
        began = time.monotonic()
        end = force.run()
        lengths.append(time.monotonic() - began)
        expect(end.returncode == 75, f"the second ended with {end.returncode}")
        expect(f"process {first.pid}, started 20" in end.stderr, f"the second said {end.stderr}")
    sure = subprocess.run(
        [str(force.program), "prune", "--yes", "--pipeline", str(force.definitions)], capture_output=True, text=True)
    expect(sure.returncode == 75, f"prune ended with {sure.returncode}")
    expect(min(lengths) < 1, f"the second took {min(lengths):.2f} s")
    expect(tree(force.output, force.state, force.lists) == before, "the second touched something")
    first.send_signal(signal.SIGCONT)
    expect(first.wait() == 0, "the first did not end well")
    force.whole("after two at once")
    force.clean("after two at once")
    print(f"   the second run ended after {min(lengths):.2f} s")


def clock(force, options):
    """Nights of both clock changes, by the machine's own clock."""
    if not shutil.which("faketime"):
        print("   left out: libfaketime is not installed (make crash installs it)")
        expect(False, "no faketime")
        return
    (force.inputs / "calls/calls_20260930.csv").unlink()
    shutil.rmtree(force.definitions / "sources")
    (force.definitions / "sources").mkdir()
    (force.definitions / "sources/phones.yaml").write_text(
        "source: phones\ntable: calls\nfolder: calls\nfiles: \"phones_{yyyyMMdd}.csv\"\nexports: snapshot\ncolumns:\n"
        "  call_id: { from: Id }\n  channel: { from: Line }\n"
        "  offered_at: { from: Offered, format: \"yyyy-MM-dd'T'HH:mm:ssXXX\" }\n"
        "  answered_at: { from: Answered, format: \"yyyy-MM-dd'T'HH:mm:ssXXX\" }\n"
        "  disposition: { from: Result }\n")
    # One call every ten minutes of the two nights and the days beside them, as the world's clock has it.
    day = datetime.timedelta(days=1)
    for change, days in [(datetime.date(2026, 3, 29), 23), (datetime.date(2026, 10, 25), 25)]:
        for old in (force.inputs / "calls").iterdir():
            old.unlink()
        shutil.rmtree(force.output, ignore_errors=True)
        first = datetime.datetime.combine(change - 2 * day, datetime.time())
        for export in [change, change + day]:
            end = datetime.datetime.combine(export, datetime.time(0, 25))
            text, offered, number = "Id,Line,Offered,Answered,Result\n", first, 0
            while offered < end:
                called = offered + datetime.timedelta(seconds=number % 7)
                answered = called + datetime.timedelta(seconds=5)
                text += f"c{number},999,{called.isoformat()}Z,{answered.isoformat()}Z,answered\n"
                offered, number = offered + datetime.timedelta(minutes=10), number + 1
            (force.inputs / f"calls/phones_{export:%Y%m%d}.csv").write_text(text)
        eve = f"{change - day}"
        nights = (
            [("00:59:00", eve), ("01:01:00", eve)] if days == 23 else [("00:30:00", eve), ("01:30:00", eve)])
        for clock_time, expected in nights:
            at_night(force, f"{change} {clock_time}", expected)
        # The first minutes of the next day, in the time of year that has begun.
        late = ("2026-03-29 23:30:00", f"{change}") if days == 23 else ("2026-10-26 00:30:00", f"{change}")
        at_night(force, late[0], late[1])
        expect(by_day(force, f"{change}") == [days * 6], f"{change}: {by_day(force, f'{change}')} calls, not {days * 6}")
        hours = by_hour(force, f"{change}")
        expect(sum(hours.values()) == days * 6, f"{change}: the hours hold {sum(hours.values())} calls, not {days * 6}")
        one = "145"  # the hour of the week, Monday 00:00 being 0: Sunday 01:00
        expect(hours.get(one, 0) == (0 if days == 23 else 12), f"{change}: {one} holds {hours.get(one, 0)} calls: {hours}")


def at_night(force, moment, expected):
    """A run without a date at a moment of UTC."""
    environment = dict(os.environ, TZ="UTC", NO_FAKE_STAT="1")
    end = subprocess.run(
        ["faketime", "-f", f"@{moment}"] + force.command(None), capture_output=True, text=True, env=environment)
    expect(end.returncode == 0, f"at {moment}: ended with {end.returncode}: {end.stderr}")
    leads = os.readlink(force.output / "latest") if (force.output / "latest").is_symlink() else "nowhere"
    expect(leads.startswith(expected + "/"), f"at {moment}: latest is {leads}, not {expected}")
    force.whole(f"at {moment}")


def figures(force, *more):
    end = subprocess.run(
        [str(force.program), "figures", "C01", "--pipeline", str(force.definitions), "--format", "csv", *more],
        capture_output=True, text=True)
    expect(end.returncode == 0, f"figures {more}: {end.stderr}")
    lines = [line.split(",") for line in end.stdout.splitlines()]
    return [dict(zip(lines[0], line)) for line in lines[1:]] if lines else []


def by_day(force, day):
    return [int(row["denominator"]) for row in figures(force, "--period", day) if row["member"] == "all"]


def by_hour(force, day):
    return {r["member"]: int(r["denominator"]) for r in figures(force, "--period", day, "--by", "hour_of_week")}


def history(force, options):
    """The database of what was said: deleted, damaged in several ways, written by a newer program."""
    force.succeeds("before")
    reference = tree((force.output / "latest").resolve())
    reference = {pathlib.Path(k).name: v for k, v in reference.items()}
    database = force.state / "history.sqlite"
    kept = database.read_bytes() if database.exists() else None
    print("   the history is " + (f"{len(kept)} bytes" if kept else "not there yet: a file of that name is tried"))

    def newer():
        connection = sqlite3.connect(database)
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        if "grdb_migrations" in tables:
            connection.execute("insert into grdb_migrations values ('of a newer program')")
        connection.execute("pragma user_version = 99999")
        connection.commit()
        connection.close()

    damages = {
        "deleted": lambda: None,
        "empty": lambda: database.write_bytes(b""),
        "no database": lambda: database.write_bytes(bytes(random.Random(options.seed).randbytes(20000))),
        "cut": lambda: database.write_bytes((kept or b"SQLite format 3\0" * 100)[: len(kept or b"0" * 800) // 2]),
        "overwritten": lambda: database.write_bytes(
            (kept or b"SQLite format 3\0" * 100)[:100] + b"\xff" * 4000 + (kept or b"0" * 8000)[4100:]),
        "a folder": lambda: database.mkdir(),
        "a link": lambda: database.symlink_to("/nowhere/at/all"),
        "of a newer program": newer,
    }
    for name, harm in damages.items():
        for path in force.state.glob("history.sqlite*"):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        if kept and name == "of a newer program":
            database.write_bytes(kept)
        harm()
        newest = database.read_bytes() if name == "of a newer program" else None
        shutil.rmtree(force.output)
        end = force.run()
        expect(end.returncode in (0, 3), f"history {name}: ended with {end.returncode}: {end.stderr}")
        force.whole(f"history {name}")
        now = {pathlib.Path(k).name: v for k, v in tree((force.output / "latest").resolve()).items()}
        expect(now == reference, f"history {name}: other figures were published")
        if newest and kept:
            expect(database.read_bytes() == newest, "history of a newer program: it was written to")
        again = force.run()
        expect(again.returncode in (0, 3), f"history {name}: the next run ended with {again.returncode}: {again.stderr}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pipeline", required=True)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--step", type=float, default=1.6, help="how much more room a disk has each time")
    parser.add_argument("parts", nargs="*", default=PARTS)
    options = parser.parse_args()
    if os.geteuid() != 0:
        print("These proofs mount small disks, which only root may do: run `make crash` as root.")
        return 0
    if os.environ.get("CRASH_NAMESPACE") != "own":
        os.environ["CRASH_NAMESPACE"] = "own"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable] + sys.argv)
    os.umask(0o022)
    for part in options.parts or PARTS:
        print(f"== {part}: {globals()[part].__doc__}", flush=True)
        with tempfile.TemporaryDirectory(prefix="crash-") as folder:
            os.chmod(folder, 0o755)
            program = pathlib.Path(folder) / "pipeline"
            shutil.copy(options.pipeline, program)
            began = time.monotonic()
            globals()[part](Force(pathlib.Path(folder), program), options)
            print(f"   {time.monotonic() - began:.0f} s", flush=True)
    for failure in failures:
        print(f"   {failure}")
    print(f"{len(failures)} wrong" if failures else "latest was whole every time, and every next run succeeded")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
