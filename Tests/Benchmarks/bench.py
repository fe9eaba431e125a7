"""Measures the release binary beside DuckDB and Polars on the same files, and compares their figures.

Every job is a new process, timed from its start to its end with its CPU and peak memory from the kernel's own account.
Jobs of a case alternate, so that a busy minute of the machine hits all of them; medians are shown, and ratios to ours. The
inputs are read before each, because some machines forget within seconds what was read last.
"""

import argparse
import csv
import glob
import multiprocessing
import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass

import generate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
AS_OF = "2026-09-30"


@dataclass
class Job:
    name: str
    command: list[str]
    inputs: str
    # Where a peer writes its figures; ours are published below the folder that takes the place of {scratch}.
    figures: str = ""


@dataclass
class Cost:
    wall: float
    cpu: float
    megabytes: float


class Bench:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.data = options.data
        # Each run of ours writes below a folder of its own, and nothing is deleted before the end: right after files were
        # deleted a file system looks longer for room for new ones.
        self.scratch = f"{self.data}/ours"
        self.count = 0
        self.failures: list[str] = []

    def ours(self, name: str, inputs: str, *more: str, force: str = "force") -> Job:
        command = [
            self.options.pipeline, "run", "--pipeline", os.path.join(HERE, "definitions", force), "--inputs", inputs,
            "--output", "{scratch}/output", "--state", "{scratch}/state", "--as-of", AS_OF, *more,
        ]
        return Job(name, command, inputs)

    def duckdb(self, way: str, inputs: str) -> Job:
        out = f"{self.data}/duckdb-{way}.csv"
        names = {"pass": "DuckDB, one pass", "load": "DuckDB, load first"}
        command = [sys.executable, f"{HERE}/duckdb_figures.py", way, f"{inputs}/calls_*.csv", out]
        return Job(names[way], command, inputs, figures=out)

    def duckdb_incidents(self, inputs: str) -> Job:
        out = f"{self.data}/duckdb-incidents.csv"
        command = [sys.executable, f"{HERE}/duckdb_incidents.py", inputs, out]
        return Job("DuckDB, one pass", command, inputs, figures=out)

    def polars(self, inputs: str) -> Job:
        out = f"{self.data}/polars.csv"
        command = [sys.executable, f"{HERE}/polars_figures.py", f"{inputs}/calls_*.csv", out]
        return Job("Polars, streaming", command, inputs, figures=out)

    def run(self, title: str, jobs: list[Job], rows: list[int] | None = None) -> None:
        """Runs the jobs by turns and prints one line for each; with `rows` their figures are not alike."""
        costs: dict[str, list[Cost]] = {job.name: [] for job in jobs}
        figures: dict[str, dict] = {}
        for _ in range(self.options.runs):
            for job in jobs:
                self.count += 1
                scratch = f"{self.scratch}/{self.count}"
                costs[job.name].append(measure(job, scratch))
                if rows is None:
                    figures[job.name] = read_figures(job.figures or scratch)
        print(f"\n{title}")
        print(f"  {'':24} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}   {'wall':>6} {'CPU':>6} {'peak':>6}   to the first")
        first = None
        for job in jobs:
            cost = Cost(
                statistics.median(cost.wall for cost in costs[job.name]),
                statistics.median(cost.cpu for cost in costs[job.name]),
                statistics.median(cost.megabytes for cost in costs[job.name]))
            first = first or cost
            print(
                f"  {job.name:24} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.megabytes:8.0f}   {cost.wall / first.wall:5.2f}x"
                f" {cost.cpu / first.cpu:5.2f}x {cost.megabytes / first.megabytes:5.2f}x", flush=True)
        named = list(figures.items())
        for name, other in named[1:]:
            if rows is None:
                self.compare(named[0][1], other, f"{title}: {named[0][0]} and {name}")

    def compare(self, ours: dict, other: dict, title: str) -> None:
        """Every figure of ours that the peers compute is there and equal."""
        different = [key for key in ours if key not in other or not is_close(ours[key], other[key])]
        if different:
            key = sorted(different)[0]
            self.failures.append(f"{title}: {len(different)} of {len(ours)} differ, such as {key}: {ours[key]}, {other.get(key)}")
        print(f"  {len(ours) - len(different)} of {len(ours)} figures equal")

    # Cases.

    def folder(self, kind: str, rows: int, **how: bool) -> str:
        folder = f"{self.data}/{kind}-{rows}"
        apart(generate.write, f"{folder}/calls_20260930.csv", rows, **how)
        return folder

    def headline(self) -> None:
        rows = self.options.rows
        inputs = self.folder("rows", rows)
        jobs = [self.ours("pipeline", inputs), self.duckdb("pass", inputs), self.duckdb("load", inputs), self.polars(inputs)]
        self.run(f"headline: {rows:,} rows, {size(inputs)}", jobs)

    def parser(self) -> None:
        inputs = self.folder("rows", self.options.rows)
        self.run("parser", [self.ours("native", inputs), self.ours("libcsv", inputs, "--parser", "libcsv")])

    def jobs(self) -> None:
        inputs = self.folder("rows", self.options.rows)
        self.run("workers", [self.ours("two", inputs, "--jobs", "2"), self.ours("one", inputs, "--jobs", "1")])

    def growth(self) -> None:
        sizes = [self.options.rows * part // 10 for part in (1, 3, 10, 30)]
        jobs = [self.ours(f"{rows:,} rows", self.folder("rows", rows)) for rows in sizes]
        self.run("growth", jobs, rows=sizes)

    def quoted(self) -> None:
        inputs = self.folder("quoted", self.options.rows, every_field_quoted=True)
        self.run(f"every field quoted, {size(inputs)}", [self.ours("pipeline", inputs), self.duckdb("pass", inputs)])

    def faulty(self) -> None:
        rows = self.options.rows
        clean, faulty = self.folder("rows", rows), self.folder("faulty", rows, faulty=True)
        jobs = [self.ours("clean", clean), self.ours("every row fails a rule", faulty)]
        self.run("rows that fail a rule", jobs, rows=[rows, rows])

    def malformed(self) -> None:
        rows = self.options.rows
        inputs = f"{self.data}/malformed-{rows}"
        apart(generate.spoil, f"{self.folder('rows', rows)}/calls_20260930.csv", f"{inputs}/calls_20260930.csv")
        jobs = [self.ours("libcsv", inputs, "--parser", "libcsv"), self.ours("native", inputs)]
        self.run("every row malformed", jobs, rows=[rows, rows])

    def daily(self) -> None:
        rows = self.options.rows
        inputs = f"{self.data}/daily-{rows}"
        apart(generate.split, f"{self.folder('rows', rows)}/calls_20260930.csv", inputs, 2000)
        self.run("2,000 daily exports", [self.ours("pipeline", inputs), self.duckdb("pass", inputs)])

    def unordered(self) -> None:
        rows = self.options.rows
        inputs = f"{self.data}/unordered-{rows}"
        apart(generate.shuffle, f"{self.folder('rows', rows)}/calls_20260930.csv", f"{inputs}/calls_20260930.csv")
        self.run("rows in no order", [self.ours("pipeline", inputs), self.duckdb("pass", inputs)])

    def overlapping(self) -> None:
        """Exports that repeat rows of the one before: of each call the newest row counts, which DuckDB's script leaves out."""
        rows = self.options.rows
        once, inputs = self.folder("rows", rows), f"{self.data}/overlapping-{rows}"
        apart(generate.overlap, f"{once}/calls_20260930.csv", inputs, 30)
        self.run("exports that overlap", [self.ours("pipeline", inputs), self.ours("each row once", once)])

    def joined(self) -> None:
        rows = self.options.rows
        inputs = f"{self.data}/joined-{rows}"
        apart(generate.write_incidents, inputs, rows)
        jobs = [self.ours("pipeline", inputs, force="incidents/force"), self.duckdb_incidents(inputs)]
        self.run(f"incidents with their events and resources: {rows:,} rows, {size(inputs)}", jobs)

    def night(self) -> None:
        """The sample force's night: all of its tables, figures and pages, with nothing left of a night before."""
        inputs, force = f"{ROOT}/SampleData/loamshire", f"{ROOT}/Pipelines/loamshire"
        jobs = [self.ours(f"{jobs} workers", inputs, "--jobs", jobs, "--quiet", force=force) for jobs in ("2", "1")]
        self.run("the sample's night", jobs, rows=[0, 0])


def apart(function, *arguments, **named) -> None:
    """Calls a function in a process of its own: what this one has once held, the kernel counts for its children."""
    child = multiprocessing.get_context("spawn").Process(target=function, args=arguments, kwargs=named)
    child.start()
    child.join()
    if child.exitcode:
        sys.exit(1)


def measure(job: Job, scratch: str) -> Cost:
    command = [word.replace("{scratch}", scratch) for word in job.command]
    os.makedirs(scratch)
    warm(job.inputs)
    start = time.monotonic()
    child = os.posix_spawn(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit(f"{job.name} failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def warm(folder: str) -> None:
    """Has the system keep a folder's files in memory."""
    for name in filter(os.path.isfile, glob.glob(f"{folder}/**", recursive=True)):
        with open(name, "rb", buffering=0) as file:
            while file.read(1 << 20):
                pass


def read_figures(place: str) -> dict:
    """Value and interval by KPI, statistic, period, dimension and member: ours from the published files, theirs as written."""
    files = [place]
    is_ours = os.path.isdir(place)
    if is_ours:
        files = [name for kind in ("results", "breakdowns") for name in glob.glob(f"{place}/output/latest/{kind}.csv")]
    figures = {}
    for name in files:
        with open(name, encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                # The peers leave out weeks, quarters and rolling years.
                wanted = "financial_year" if row["dimension"] == "hour_of_week" else "month"
                if is_ours and row["period_type"] != wanted:
                    continue
                # The peers' intervals are those of shares.
                has_interval = row["statistic"].startswith("share")
                bounds = (row["lower"], row["upper"]) if has_interval else ("", "")
                key = tuple(row[name] for name in ("kpi", "statistic", "period", "dimension", "member"))
                if row["value"]:
                    figures[key] = (row["value"], *bounds)
    return figures


def is_close(ours: tuple, theirs: tuple) -> bool:
    return all(
        not left or not right or abs(float(left) - float(right)) <= 1e-9 * max(1, abs(float(left)))
        for left, right in zip(ours, theirs))


def size(folder: str) -> str:
    return f"{sum(os.path.getsize(name) for name in glob.glob(folder + '/*.csv')) / 1e6:,.0f} MB"


def main() -> None:
    cases = [
        "headline", "parser", "jobs", "quoted", "faulty", "malformed", "joined", "daily", "unordered", "overlapping",
        "growth", "night"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", required=True, help="the release binary")
    parser.add_argument("--data", required=True, help="folder for the exports, which are kept, and what is written")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cases", nargs="*", default=["headline"], choices=[*cases, "all"])
    options = parser.parse_args()
    options.pipeline = os.path.abspath(options.pipeline)
    bench = Bench(options)
    shutil.rmtree(bench.scratch, ignore_errors=True)
    for case in cases if "all" in options.cases else options.cases:
        getattr(bench, case)()
    shutil.rmtree(bench.scratch)
    if bench.failures:
        sys.exit("\n".join(["", *bench.failures]))


if __name__ == "__main__":
    main()
