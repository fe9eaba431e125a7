"""An independent computation of the sample force's calls: ledger, rule counts and every KPI, from the files themselves.

It shares no code with the program and was written from the definitions only. What the program published is compared row
by row; any difference makes the exit code 1.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import compare
import fates
import kpis
import tally
import vectors
from decode import midnight

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


def examine(report, inputs, published, as_of_day, truth):
    as_of = midnight(as_of_day + timedelta(days=1))
    reference = ROOT / PIPELINE / "reference/vdn.csv"
    ingested = fates.ingest(inputs, reference, as_of, as_of_day)
    legs = [leg for file in ingested.files for leg in file.legs]
    kpis.derive(legs)
    fates.count_waits(legs, ingested.rules)
    results, exclusions = tally.everything(ingested, as_of_day, as_of)
    rows = 0
    if published:
        rows += compare.compare_results(report, results, published)
        rows += compare.compare_exclusions(report, exclusions, results, published)
        rows += compare.compare_sources(report, ingested.files, published)
    if truth and truth.exists():
        compare.compare_truth(report, ingested, ingested.rules, json.loads(truth.read_text()), results)
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
