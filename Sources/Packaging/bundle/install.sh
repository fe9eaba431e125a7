#!/bin/sh
# Checks the sums, then installs the program and the packages that this machine lacks. No network is used.
# Usage: ./install.sh [--no-cron]
set -eu
cd "$(dirname "$(realpath "$0")")"

case "${1:-}" in
"" | --no-cron) ;;
*)
    echo "usage: ./install.sh [--no-cron]" >&2
    exit 64
    ;;
esac
if [ "$(id -u)" != 0 ]; then
    echo "Only root may install packages: sudo ./install.sh" >&2
    exit 77
fi
if ! sha256sum --quiet --strict --check SHA256SUMS; then
    echo "The bundle is damaged, and nothing was installed: copy it again, and compare its .sha256 first." >&2
    exit 65
fi
for file in packages/pipeline_*.deb; do
    made=$(dpkg-deb --field "$file" Architecture)
    if [ "$made" != "$(dpkg --print-architecture)" ]; then
        echo "This bundle is for $made, and this machine is $(dpkg --print-architecture): nothing was installed." >&2
        exit 1
    fi
done

# Whatever this machine has already stays as it is: only what is missing comes from here, and our own package always.
folders=packages
if [ "${1:-}" = "" ] && [ ! -d /run/systemd/system ] && ! command -v cron >/dev/null; then
    folders="packages cron"
fi
files="" early=""
for folder in $folders; do
    for file in "$folder"/*.deb; do
        name=$(dpkg-deb --field "$file" Package)
        state=$(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null || true)
        if [ "$name" = pipeline ] || [ "$state" != installed ]; then
            files="$files $file"
            early="$early $(dpkg-deb --field "$file" Pre-Depends | sed 's/([^)]*)//g; s/[,|]/ /g')"
        fi
    done
done

# What others need before they are unpacked comes first.
first="" rest=""
for file in $files; do
    case " $early " in
    *" $(dpkg-deb --field "$file" Package) "*) first="$first $file" ;;
    *) rest="$rest $file" ;;
    esac
done
for files in "$first" "$rest"; do
    # shellcheck disable=SC2086 # the names of packages hold no blanks
    [ -z "$files" ] || DEBIAN_FRONTEND=noninteractive dpkg --install --force-confdef --force-confold $files
done
echo
if ls /etc/pipeline/*/pipeline.yaml >/dev/null 2>&1; then
    next="pipeline check says whether the force's definitions still hold"
else
    next="pipeline new 'NAME OF THE FORCE' makes its definitions"
fi
echo "pipeline $(pipeline --version) is installed. Next: $next; man pipeline has the rest."
