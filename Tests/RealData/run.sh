#!/usr/bin/env bash
# Runs the mappings of real public files and holds the figures against what the files' descriptions state.
# Usage: run.sh PIPELINE FOLDER, the folder holding lfb_dwelling_fires_2009.csv and seattle_calls.csv.
set -euo pipefail
pipeline=$(realpath "$1")
files=$(realpath "$2")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

expect() {
    if [ "$2" = "$3" ]; then echo "ok      $1: $2"; else echo "DIFFERS $1: $2, expected $3"; failed=1; fi
}

# field FORCE FILE FILTER COLUMN: one cell of a published CSV by column name.
field() {
    python3 - "$work/$1/latest/$2" "$3" "$4" <<'PYTHON'
import csv, sys
path, wanted, column = sys.argv[1:]
keys = dict(part.split("=", 1) for part in wanted.split(","))
rows = [row for row in csv.DictReader(open(path, newline="", encoding="utf-8"))
        if all(row[key] == value for key, value in keys.items())]
print(rows[0][column] if len(rows) == 1 else f"{len(rows)} rows")
PYTHON
}

run() {
    mkdir -p "$work/$1-inputs"
    cp "$files/$2" "$work/$1-inputs/$2"
    PIPELINE_INPUTS="$work/$1-inputs" PIPELINE_OUTPUT="$work/$1" PIPELINE_STATE="$work/$1-state" \
        "$pipeline" run --pipeline "$here/$1" --as-of "$3" --quiet || [ $? = 3 ]
}

run london lfb_dwelling_fires_2009.csv 2009-12-31
expect "London records" "$(field london sources.csv source=fires physical)" 6709
expect "London accepted" "$(field london sources.csv source=fires accepted)" 6708
year="period=R12-2009-12"
expect "London within 360 s" "$(field london results.csv "kpi=L01,$year" numerator)" 4773
expect "London under 360 s" "$(field london results.csv "kpi=L02,$year" numerator)" 4753
expect "London fires" "$(field london results.csv "kpi=L01,$year" denominator)" 6708
expect "London mean" "$(field london results.csv "kpi=C02,$year" value)" 319.73434704830055
expect "London median" "$(field london results.csv "kpi=C03,statistic=median,$year" value)" 296

run seattle seattle_calls.csv 2023-12-31
expect "Seattle records" "$(field seattle sources.csv source=seattle physical)" 223
expect "Seattle accepted" "$(field seattle sources.csv source=seattle accepted)" 222

exit $failed
