#!/usr/bin/env bash
# Damages the sample force's next exports in every way of SampleData/bad-nights and shows what the reader is told.
# Each night: the exit code, the message, `latest` as it was, the first lines of status.html.
# Usage: run.sh PIPELINE [NIGHT ...]
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."
pipeline=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

export PIPELINE_INPUTS="$work/inputs" PIPELINE_OUTPUT="$work/output" PIPELINE_STATE="$work/state"
cp -r SampleData/loamshire "$work/inputs"

"$pipeline" run --pipeline Pipelines/loamshire --as-of 2026-09-30 --quiet
before=$(readlink "$work/output/latest")
echo "A good night: latest -> $before"

[ $# -gt 0 ] || set -- $(ls SampleData/bad-nights)
for night in "$@"; do
    rm -rf "$work/inputs"
    cp -r SampleData/loamshire "$work/inputs"
    cp -r SampleData/bad-nights/"$night"/. "$work/inputs/"
    printf '\n== %s\n' "$night"
    code=0
    "$pipeline" run --pipeline Pipelines/loamshire --as-of 2026-10-01 --quiet || code=$?
    echo "-- exit $code, latest -> $(readlink "$work/output/latest"), status.html says:"
    sed -n '/<h2>What happened/,/<h2>Latest/p' "$work/output/status.html" | sed -e 's/<[^>]*>//g' -e '/^ *$/d' | head -n 8 | sed 's/^/   /'
    [ "$code" = 65 ] || [ "$code" = 66 ] || { echo "   expected exit 65 or 66"; failed=1; }
    [ "$(readlink "$work/output/latest")" = "$before" ] || { echo "   latest has moved"; failed=1; }
done
exit $failed
