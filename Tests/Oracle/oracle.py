"""An independent computation of the sample force: ledgers, rule counts and every KPI, from the files themselves.

It shares no code with the program and was written from the definitions only. What the program published is compared row
by row; any difference makes the exit code 1.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import attendance
import benchmarks
import calendar_file
import compare
import crime_expansions
import crime_rules
import crimes
import demand
import digital
import expansions
import fates
import findings
import funnels
import incidents
import investigation
import kpis
import of_run
import offenders
import others
import quality
import recording
import results
import suspects
import table_rules
import triangles
import vectors
import windows
import working_days
from decode import midnight
from tally import Table

ROOT = Path(__file__).resolve().parents[2]
PIPELINE, DEFINITIONS = "Pipelines/loamshire", "Pipelines/peel"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=Path, default=ROOT / "SampleData/loamshire")
    parser.add_argument("--published", type=Path, default=ROOT / "Output/loamshire/latest")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 9, 30))
    parser.add_argument("--truth", type=Path, help="what the generator planted, when it wrote the inputs")
    parser.add_argument("--pipeline", type=Path, help="the program; it is run first, into a temporary folder")
    parser.add_argument("--seeds", default="", help="further forces to generate and compare, comma between")
    parser.add_argument("--only", default="", help="beginnings of the ids to compare, comma between; all without it")
    return parser.parse_args()


def run(pipeline, inputs, as_of, folder):
    """Publishes a run under the folder and gives the place of its tables."""
    environment = dict(os.environ, PIPELINE_INPUTS=str(inputs), PIPELINE_OUTPUT=str(folder / "output"),
                       PIPELINE_STATE=str(folder / "state"))
    (folder / "state").mkdir(mode=0o700, exist_ok=True)
    key = ROOT / ".state/loamshire/pseudonym.key"
    if not key.exists():                    # the sample's own; the definitions say where it is looked for
        key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        key.write_bytes((ROOT / "SampleData/loamshire/pseudonym.key").read_bytes())
        key.chmod(0o400)
    command = [str(pipeline.resolve()), "run", "--pipeline", str(ROOT / PIPELINE), "--as-of", str(as_of)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)}\nexit {done.returncode}\n{done.stderr[-4000:]}")
    return folder / "output" / "latest"


def generate(pipeline, seed, folder):
    """Another force from the generator beside the program: (inputs, truth)."""
    generator = pipeline.resolve().with_name("sample-force")
    subprocess.run([str(generator), "--seed", seed, "--out", str(folder)], check=True, capture_output=True)
    return folder / "loamshire", folder / "TRUTH.json"


def rows_of(spanned):
    return [row for row, _ in spanned]


def coverage_of(ingested):
    """First and last local day of all sources of a table; nothing when no row of theirs was accepted."""
    spans = [i.coverage() for i in ingested if any(file.span for file in i.files)]
    return (min(first for first, _ in spans), max(last for _, last in spans)) if spans else None


class Force:
    """What was read of one force's exports, and the tables made of it."""

    def __init__(self, inputs, as_of, as_of_day):
        self.as_of, self.as_of_day = as_of, as_of_day
        self.tables = {}
        calls = fates.ingest(inputs, ROOT / PIPELINE / "reference/vdn.csv", as_of, as_of_day)
        cad = windows.ingest(inputs, as_of, as_of_day)
        self.crime = crimes.ingest(inputs, ROOT / PIPELINE, ROOT / DEFINITIONS, as_of, as_of_day)
        self.legs = calls.rows()
        self.cad = {name: ingested.rows() for name, ingested in cad.items()}
        self.make_contacts(calls)
        self.make_incidents(cad)
        self.files, self.rules = list(calls.files), Counter(calls.rules)
        self.broken = table_rules.count(*self.logs_and_children, rows_of(self.legs))
        if any(self.crime.values()):
            self.calendar = working_days.load(ROOT / PIPELINE, ROOT / DEFINITIONS)
            self.make_crimes()
            self.broken.update(crime_rules.count(*map(rows_of, self.crime_rows)))
        self.files += benchmarks.files(inputs)
        self.more = others.ingest(inputs, ROOT / PIPELINE, ROOT / DEFINITIONS, as_of, as_of_day)
        for ingested in (*cad.values(), *(i for kinds in (self.crime, self.more) for parts in kinds.values() for i in parts)):
            self.files += ingested.files
            self.rules.update(ingested.rules)
        others.add_tables(self, cad, ROOT / PIPELINE, ROOT / DEFINITIONS)

    def make_contacts(self, calls):
        legs = rows_of(self.legs)
        kpis.derive(legs)
        fates.count_waits(legs, calls.rules)
        for name, scope in (("legs", lambda leg: True), ("contacts", lambda leg: leg.contact)):
            self.tables[name] = Table(self.legs, calls.coverage(), kpis.member, scope)

    def make_incidents(self, cad):
        names = ("cad_logs", "cad_units", "cad_grades", "cad_entries")
        self.logs_and_children = [rows_of(self.cad[name]) for name in names]
        incidents.derive(*self.logs_and_children, rows_of(self.legs), self.as_of)
        rows, coverage = self.cad["cad_logs"], cad["cad_logs"].coverage()
        for name, grade in (("incidents", "initial"), ("responses", "judged_grade")):
            self.tables[name] = Table(rows, coverage, partial(incidents.member, grade=grade), anchor=incidents.anchor)
        self.tables["incident_recording"] = self.tables["incidents"]
        self.tables["unresourced"] = Table(list(expansions.unresourced(rows, self.as_of)), coverage,
                                           expansions.waiting_member, expansions.scope)

    def make_crimes(self):
        parts = [self.crime[table] for table in crimes.TABLES]
        self.crime_rows = rows, events, outcomes = [[row for i in part for row in i.rows()] for part in parts]
        coverage, of_events, of_outcomes = map(coverage_of, parts)
        crimes.derive(*map(rows_of, self.crime_rows), self.logs_and_children[0], self.calendar, self.as_of)
        recording.derive(self.logs_and_children[0], rows_of(rows))
        place = partial(crime_expansions.place_of, as_of=self.as_of)
        due = (crime_expansions.member_of, crime_expansions.scope)
        self.tables.update(
            crimes=Table(rows, coverage, crimes.member, anchor=crimes.anchor, nameless=crimes.NAMELESS),
            review_due=Table(list(crime_expansions.review_due(rows, self.as_of)), coverage, *due),
            contact_due=Table(list(crime_expansions.contact_due(rows, self.as_of)), coverage, *due),
            open_cases=Table(list(crime_expansions.open_cases(rows, coverage[0], self.as_of)), coverage, *due,
                             instants=place),
            decisions=Table(events, of_events, crimes.member_of_crime, crimes.is_decision, nameless=crimes.NAMELESS),
            arrests=Table(events, of_events, crimes.member_of_crime, partial(crimes.of_type, kind="arrest")),
            review_bursts=Table(events, of_events, crimes.member_of_crime,
                                partial(crimes.of_type, kind="supervisor_review")),
            outcome_history=Table(outcomes, of_outcomes, crimes.member_of_crime))


def examine(report, inputs, published, as_of_day, truth, only=()):
    as_of = midnight(as_of_day + timedelta(days=1))
    force = Force(inputs, as_of, as_of_day)
    figures = [*kpis.figures(), *attendance.figures()]
    if any(force.crime.values()):
        figures += [*recording.figures(), *investigation.figures(force.calendar, as_of_day), *quality.figures()]
    figures += [*suspects.figures(), *digital.figures(as_of_day), *offenders.figures(as_of_day), *demand.figures(),
                *of_run.figures()]
    calendar_file.apply(figures, ROOT / PIPELINE)
    figures, not_supplied = others.divided(figures, force)
    others.add_months(force, figures)
    found, exclusions, accounts = results.everything(figures, force.tables, as_of_day, as_of, only,
                                                     findings.patterns(ROOT / PIPELINE))
    rows = 0
    if published:
        rows += compare.compare_results(report, found, published, only, {figure.id for figure in not_supplied})
        rows += compare.compare_exclusions(report, exclusions, found, published, only)
        rows += compare.compare_triangles(report, triangles.everything(figures, force.tables, as_of, only), published, only)
        rows += 0 if only else findings.compare(report, ROOT / PIPELINE, accounts, published)
        rows += compare.compare_sources(report, force.files, published)
        rows += 0 if only else benchmarks.compare(report, inputs, published)
        rows += 0 if only else funnels.compare(report, inputs, published)
    if truth and truth.exists():
        compare.compare_truth(report, force.files, force.rules, force.broken, json.loads(truth.read_text()), found, only)
    return rows


def main():
    options = arguments()
    report, rows, only = compare.Report(), 0, tuple(filter(None, options.only.split(",")))
    vectors.check(report)
    if options.pipeline:
        truth = options.truth or options.inputs.parent / "TRUTH.json"
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            published = run(options.pipeline, options.inputs.resolve(), options.as_of, folder)
            rows += examine(report, options.inputs, published, options.as_of, truth, only)
        for seed in filter(None, options.seeds.split(",")):
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch)
                inputs, truth = generate(options.pipeline, seed, folder / "sample")
                published = run(options.pipeline, inputs, options.as_of, folder)
                rows += examine(report, inputs, published, options.as_of, truth, only)
    else:
        rows += examine(report, options.inputs, options.published, options.as_of, options.truth, only)
    print(f"{rows} rows compared, {report.failed} differences")
    for line in report.lines[:compare.SHOWN]:
        print("  " + line)
    for column, count in sorted(report.by_column.items(), key=lambda c: -c[1]):
        print(f"    {count} in {column}")
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
