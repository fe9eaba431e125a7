#!/usr/bin/env bash
# Installs the bundle in a new, minimal Debian 12 root without a network, and looks at everything that is promised of it:
# files, owners and modes, a run of the sample, a night from a real cron, an upgrade, a removal.
# Usage: run.sh FOLDER VERSION      (FOLDER holds the bundle and its package; roots are made below it)
set -euo pipefail
cd "$(dirname "$(realpath "$0")")/../.."
packages=$(realpath "$1") version=$2
here=Tests/Install

for program in debootstrap lintian mandoc; do
    command -v $program >/dev/null && continue
    apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $program >/dev/null ||
        { echo "skipped: there is no $program, and it cannot be installed"; exit 0; }
done
unshare --net --pid --fork --mount true 2>/dev/null || { echo "skipped: this machine allows no private mounts"; exit 0; }

work=$(mktemp -d "$packages/try-XXXXXX")
finish() {
    stop_cron
    wait
    rm -rf "$work"
}
# shellcheck source=Tests/Install/lib.sh
. $here/lib.sh
trap finish EXIT
trap "exit 143" INT TERM

base=$packages/debian-12-root.tar
if [ ! -s "$base" ]; then
    say "A minimal Debian 12, kept for the next time"
    debootstrap --variant=minbase bookworm "$work/base" >"$work/debootstrap.log" ||
        { tail -n 5 "$work/debootstrap.log"; echo "skipped: no Debian mirror can be reached"; exit 0; }
    tar -C "$work/base" -cf "$base.new" . && mv "$base.new" "$base"
    rm -rf "$work/base"
fi
root=$work/root
mkdir "$root"
tar -C "$root" -xf "$base"

. $here/install.sh
. $here/cron.sh
. $here/package.sh
. $here/upgrade.sh
. $here/cron-result.sh

say "$([ $failed = 0 ] && echo "all as promised" || echo "$failed checks failed")"
[ $failed = 0 ]
