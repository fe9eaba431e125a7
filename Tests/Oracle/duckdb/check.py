"""Every published figure beside DuckDB's answer to the KPI's SQL, over the tables that the program keeps.

    check.py --pipeline .build/release/pipeline [--seeds 11,12,13]    the sample force and others from its generator
    check.py --cases DIR        what the case generator wrote: tables, SQL and answers, one folder each
    check.py --self-test …      also: a changed row, and a changed `<`, must be found and named

Any difference names KPI, period and member and makes the exit code 1.
"""
import argparse
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import second

ROOT = Path(__file__).resolve().parents[3]
FORCE = ROOT / "Pipelines/loamshire"
SHOWN = 20


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pipeline", type=Path, help="the program: run it on the sample and compare")
    parser.add_argument("--inputs", type=Path, default=ROOT / "SampleData/loamshire", help="exports other than the sample's")
    parser.add_argument("--seeds", default="", help="further forces to generate and compare, comma between")
    parser.add_argument("--as-of", default="2026-09-30")
    parser.add_argument("--cases", type=Path, help="a folder of generated cases")
    parser.add_argument("--self-test", action="store_true", help="see that a change on one side is found and named")
    return parser.parse_args()


def call(command, environment):
    done = subprocess.run([str(part) for part in command], env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(map(str, command))}\nexit {done.returncode}\n{done.stderr[-4000:]}")
    return done.stdout


class Force:
    """One force's exports, published, kept as tables and printed as SQL."""

    def __init__(self, pipeline, inputs, as_of, folder):
        environment = dict(os.environ, PIPELINE_INPUTS=str(inputs), PIPELINE_OUTPUT=str(folder / "output"),
                           PIPELINE_STATE=str(folder / "state"))
        (folder / "state").mkdir(mode=0o700)
        common = ["--pipeline", FORCE]
        call([pipeline, "run", *common, "--as-of", as_of], environment)
        self.tables, self.published = folder / "tables", folder / "output/latest"
        call([pipeline, "tables", *common, "--as-of", as_of, "--out", self.tables], environment)
        self.script = call([pipeline, "sql", *common], environment)


class Report:
    def __init__(self):
        self.rows = self.figures = self.failed = 0

    def add(self, name, outcome, show=None):
        rows, figures, found = outcome
        self.rows += rows
        self.figures += figures
        self.failed += len(found)
        if found:
            print(f"{name}: {rows} rows of {figures} figures compared, {len(found)} differences")
            for difference in found[:SHOWN]:
                print("  " + second.told(difference))
            if show:
                show(found)


def forces(options, report):
    """The sample, then a force for every seed. Gives the sample's, for the self-test."""
    pipeline = options.pipeline.resolve()
    generator = pipeline.with_name("sample-force")
    sample = None
    for seed in [None, *filter(None, options.seeds.split(","))]:
        folder = Path(tempfile.mkdtemp(prefix="second-"))
        inputs = options.inputs.resolve()
        if seed:
            call([generator, "--seed", seed, "--out", folder / "sample"], dict(os.environ))
            inputs = folder / "sample/loamshire"
        force = Force(pipeline, inputs, options.as_of, folder)
        outcome = second.compare(force.tables, force.script, force.published)
        name = f"seed {seed}" if seed else "the sample"
        print(f"{name}: {outcome[0]} rows of {outcome[1]} figures compared with DuckDB, {len(outcome[2])} differences")
        report.add(name, outcome)
        if sample is None:
            sample = (force, folder)
        else:
            shutil.rmtree(folder)
    return sample


def cases(folder, report):
    """Every generated case; a disagreement shows the definition, the tables and both answers."""
    count = 0
    for case in sorted(path for path in folder.iterdir() if path.is_dir()):
        count += 1

        def show(found, case=case):
            print((case / "definition.yaml").read_text())
            for table in sorted((case / "tables").glob("*.csv")):
                if not table.name.startswith(("calendar", "run.")):
                    print(f"{table.name}\n{table.read_text()}")

        try:
            outcome = second.compare(case / "tables", (case / "figures.sql").read_text(), case)
        except RuntimeError as problem:
            outcome = (0, 0, [(("SQL", "", "", "", "all", "all"), "statement", "printed", str(problem))])
        report.add(f"case {case.name}", outcome, show)
        if count % 50 == 0:
            print(f"{count} cases so far", flush=True)
    print(f"{count} generated cases compared with DuckDB")


def self_test(force, report):
    """One row of a table, then one `<` of a KPI, changed on DuckDB's side only: both must be found and named."""
    with tempfile.TemporaryDirectory() as scratch:
        changed = Path(scratch) / "tables"
        shutil.copytree(force.tables, changed)
        name = change_row(changed / "source.calls.csv")
        found = second.compare(changed, force.script, force.published)[2]
        expect(found, f"row {name} of source.calls changed", report)
    script, changes = re.subn(r'(t\."wait" )<( 10000 /\* 10 s \*/ as "value")', r"\1<=\2", force.script, count=1)
    expect(second.compare(force.tables, script, force.published)[2] if changes else [], "`<` of C01 changed", report)


def change_row(path):
    """Moves the answer of the first accepted and answered 999 call a minute on; gives its row."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    place = {column: index for index, column in enumerate(rows[0])}
    for row in rows[1:]:
        if row[place["row_state"]] == "0" and row[place["channel"]] == "999" and row[place["answered_at_ms"]]:
            row[place["answered_at_ms"]] = str(int(row[place["answered_at_ms"]]) + 60_000)
            break
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    return row[0]


def expect(found, what, report):
    named = [second.told(difference) for difference in found]
    if named:
        print(f"{what}: found, {len(named)} differences, the first: {named[0]}")
    else:
        report.failed += 1
        print(f"{what}: NOT found")


def main():
    options, report = arguments(), Report()
    if options.pipeline:
        force, folder = forces(options, report)
        if options.self_test:
            self_test(force, report)
        shutil.rmtree(folder)
    if options.cases:
        cases(options.cases, report)
    print(f"DuckDB: {report.rows} rows compared, {report.failed} differences")
    sys.exit(1 if report.failed else 0)


if __name__ == "__main__":
    main()
