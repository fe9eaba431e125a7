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
import compare
import expansions
import fates
import incidents
import kpis
import results
import table_rules
import vectors
import windows
from decode import midnight
from tally import Table

ROOT = Path(__file__).resolve().parents[2]
PIPELINE = "Pipelines/loamshire"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=Path, default=ROOT / "SampleData/loamshire")
    parser.add_argument("--published", type=Path, default=ROOT / "Output/loamshire/latest")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 9, 30))
    parser.add_argument("--truth", type=Path, help="what the generator planted, when it wrote the inputs")
    parser.add_argument("--pipeline", type=Path, help="the program; it is run first, into a temporary folder")
    parser.add_argument("--seeds", default="", help="further forces to generate and compare, comma between")
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


def tables_of(inputs, as_of, as_of_day):
    """(what was read of calls, what was read of incidents by source, the rules across tables, the tables)."""
    calls = fates.ingest(inputs, ROOT / PIPELINE / "reference/vdn.csv", as_of, as_of_day)
    legs = calls.rows()
    kpis.derive([leg for leg, _ in legs])
    fates.count_waits([leg for leg, _ in legs], calls.rules)
    tables = {name: Table(legs, calls.coverage(), kpis.member, scope) for name, scope in
              (("legs", lambda leg: True), ("contacts", lambda leg: leg.contact))}
    cad = windows.ingest(inputs, as_of, as_of_day)
    children = [[row for row, _ in cad[source].rows()] for source in ("cad_units", "cad_grades", "cad_entries")]
    rows, coverage = cad["cad_logs"].rows(), cad["cad_logs"].coverage()
    logs = [log for log, _ in rows]
    incidents.derive(logs, *children, [leg for leg, _ in legs], as_of)
    for name, grade in (("incidents", "initial"), ("responses", "judged_grade")):
        tables[name] = Table(rows, coverage, partial(incidents.member, grade=grade), anchor=incidents.anchor)
    waiting = list(expansions.unresourced(rows, as_of))
    tables["unresourced"] = Table(waiting, coverage, expansions.waiting_member, expansions.scope)
    broken = table_rules.count(logs, *children, [leg for leg, _ in legs])
    return calls, cad, broken, tables


def examine(report, inputs, published, as_of_day, truth):
    as_of = midnight(as_of_day + timedelta(days=1))
    calls, cad, broken, tables = tables_of(inputs, as_of, as_of_day)
    figures = [*kpis.figures(), *attendance.figures()]
    found, exclusions = results.everything(figures, tables, as_of_day, as_of)
    files, rules = list(calls.files), Counter(calls.rules)
    for ingested in cad.values():
        files += ingested.files
        rules.update(ingested.rules)
    rows = 0
    if published:
        rows += compare.compare_results(report, found, published)
        rows += compare.compare_exclusions(report, exclusions, found, published)
        rows += compare.compare_sources(report, files, published)
    if truth and truth.exists():
        compare.compare_truth(report, files, rules, broken, json.loads(truth.read_text()), found)
    return rows


def main():
    options = arguments()
    report, rows = compare.Report(), 0
    vectors.check(report)
    if options.pipeline:
        truth = options.truth or options.inputs.parent / "TRUTH.json"
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            published = run(options.pipeline, options.inputs.resolve(), options.as_of, folder)
            rows += examine(report, options.inputs, published, options.as_of, truth)
        for seed in filter(None, options.seeds.split(",")):
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch)
                inputs, truth = generate(options.pipeline, seed, folder / "sample")
                published = run(options.pipeline, inputs, options.as_of, folder)
                rows += examine(report, inputs, published, options.as_of, truth)
    else:
        rows += examine(report, options.inputs, options.published, options.as_of, options.truth)
    print(f"{rows} rows compared, {report.failed} differences")
    for line in report.lines[:compare.SHOWN]:
        print("  " + line)
    for column, count in sorted(report.by_column.items(), key=lambda c: -c[1]):
        print(f"    {count} in {column}")
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
