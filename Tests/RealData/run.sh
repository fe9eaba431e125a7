#!/usr/bin/env bash
# Runs the mappings of real public files and holds the figures against what the files' descriptions state.
# Usage: run.sh PIPELINE FOLDER, the folder holding lfb_dwelling_fires_2009.csv, seattle_calls.csv and
# 2024-01-staffordshire-street.csv.
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

# run FORCE FILE AS-OF [DEFINITIONS]: the definitions beside this file unless told otherwise.
run() {
    mkdir -p "$work/$1-inputs"
    cp "$files/$2" "$work/$1-inputs/$2"
    PIPELINE_INPUTS="$work/$1-inputs" PIPELINE_OUTPUT="$work/$1" PIPELINE_STATE="$work/$1-state" \
        "$pipeline" run --pipeline "${4:-$here/$1}" --as-of "$3" --quiet || [ $? = 3 ]
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

# 8,515 rows: 7,595 crimes, and 920 of anti-social behaviour, which is no crime.
street=2024-01-staffordshire-street.csv
run staffordshire $street 2024-01-31
ledger() { field "$1" sources.csv source=street "$2"; }
expect "Staffordshire records" "$(ledger staffordshire physical)" 8516
expect "Staffordshire crimes" "$(ledger staffordshire accepted)" 7595
expect "Staffordshire rows of another kind" "$(ledger staffordshire skipped)" 920
january="dimension=all,period=2024-01"
expect "Staffordshire crimes of January" "$(field staffordshire results.csv "kpi=I29.crimes,$january" value)" 7595
expect "Staffordshire January is whole" "$(field staffordshire results.csv "kpi=I29.crimes,$january" state)" ok
expect "Staffordshire under investigation" "$(field staffordshire results.csv "kpi=L01,$january" numerator)" 1681
expect "Staffordshire shoplifting" \
    "$(field staffordshire breakdowns.csv "kpi=I29.crimes,dimension=offence,member=Shoplifting,period=2024-01" value)" 612
# Words that stand for several codes are counted and no figure reads them; nor is a delay made of months.
unknown=$(python3 - "$work/staffordshire/latest/run.json" <<'PYTHON'
import json, sys
rules = json.load(open(sys.argv[1], encoding="utf-8"))["rules"]
print(*[rule["count"] for rule in rules if (rule["rule"], rule["column"]) == ("DQ06", "outcome_code")])
PYTHON
)
expect "Staffordshire unknown outcomes" "$unknown" 3443
expect "Staffordshire charge rate" "$(field staffordshire results.csv "kpi=I17,$january" state)" not_computable
expect "Staffordshire recorded in 24 hours" "$(field staffordshire results.csv "kpi=R01,$january" state)" not_computable
expect "Staffordshire weeks" "$(field staffordshire results.csv "kpi=I29.crimes,period_type=week" value)" "0 rows"

# The same without asking what is a crime: rows that are alike in every cell, 202 of them, all stay.
mkdir -p "$work/definitions/sources"
sed "s|^extends: .*|extends: $(realpath "$here/../../Pipelines/peel")|" "$here/staffordshire/pipeline.yaml" \
    > "$work/definitions/pipeline.yaml"
cat > "$work/definitions/sources/street.yaml" <<'YAML'
source: street
table: crimes
files: "{yyyy-MM}-staffordshire-street.csv"
key: none
columns:
  crime_id: { from: Crime ID }
  recorded_at: { from: Month, format: "yyyy-MM" }
  offence_group: { from: Crime type }
  status: { constant: open }
YAML
run all $street 2024-01-31 "$work/definitions"
expect "Staffordshire rows kept" "$(ledger all accepted)" 8515
expect "Staffordshire rows taken for repeated" "$(ledger all duplicate)" 0

exit $failed
