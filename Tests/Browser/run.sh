#!/usr/bin/env bash
# Publishes the sample and a force full of hostile cells, renders both again, and looks at all of it.
# usage: run.sh PROGRAM PYTHON
set -euo pipefail
program=$(readlink -f "$1")
# Not resolved: the link is what makes it the environment's own.
python=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

sums() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }

install -d -m 700 "$work/state"
install -m 600 SampleData/loamshire/pseudonym.key "$work/state/pseudonym.key"
"$program" run --pipeline Pipelines/loamshire --as-of 2026-09-30 --output "$work/out" --state "$work/state" --quiet
run=$(readlink -f "$work/out/latest")

echo "rendering again: the same bytes, and what was deleted comes back"
sums "$run" > "$work/before"
rm -rf "$run/index.html" "$run/kpi" "$run/charts"
"$program" report --pipeline Pipelines/loamshire --output "$work/out" --state "$work/state"
sums "$run" > "$work/after"
diff "$work/before" "$work/after" || { echo "report does not give what run gave"; status=1; }

echo "an altered table is refused, and nothing is written"
cp "$run/kpis.csv" "$work/kpis.csv"
sed -i 's/Emergencies/Emergency/' "$run/kpis.csv"
code=0
"$program" report --pipeline Pipelines/loamshire --output "$work/out" --state "$work/state" 2> "$work/refusal" || code=$?
[ "$code" = 65 ] && grep -q kpis.csv "$work/refusal" || { echo "exit $code:"; cat "$work/refusal"; status=1; }
cat "$work/kpis.csv" > "$run/kpis.csv"
sums "$run" | diff "$work/before" - || { echo "a refused report wrote something"; status=1; }

"$python" "$here/pages.py" --run "$run" || status=1
"$python" "$here/pages.py" --run "$run" --self-test || status=1
"$python" "$here/hostile.py" --program "$program" --work "$work/hostile" || status=1
exit $status
