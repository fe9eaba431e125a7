#!/bin/bash
# Makes what a machine without a network is installed from: bundle.sh DEB VERSION FOLDER. Prints the path of what it made.
set -euo pipefail
umask 022
package=$(realpath "$1") version=$2 folder=$3
here=$(dirname "$(realpath "$0")")
name=pipeline-$version-debian12-$(dpkg --print-architecture)
# The packages beside ours are those of the machine that makes the bundle.
if ! grep -q '^VERSION_CODENAME=bookworm$' /etc/os-release; then
    echo "Only a Debian 12 machine can make a bundle for Debian 12." >&2
    exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bundle=$work/$name
mkdir -p "$bundle/packages" "$bundle/cron"

# The lists may be older than what the mirrors still have.
[ "$(id -u)" != 0 ] || apt-get update -qq || true

# What apt would install on a machine that has nothing, as name=version.
closure() {
    apt-get -s -qq -o Dir::State::status=/dev/null --no-install-recommends install "$@" |
        sed -nE 's/^Inst ([^ ]+) \(([^ ]+).*/\1=\2/p' | LC_ALL=C sort -u
}
missing_from() { LC_ALL=C comm -13 "$1" -; }

depends=$(dpkg-deb -f "$package" Depends | sed 's/([^)]*)//g; s/|[^,]*//g; s/,/ /g')
required=$(apt-cache dumpavail | awk '/^Package:/ { name = $2 } /^(Priority: required|Essential: yes)/ { print name }' | sort -u)
# shellcheck disable=SC2086 # names of packages are words
closure $required >"$work/base"
# shellcheck disable=SC2086
closure $depends | missing_from "$work/base" >"$work/packages"
LC_ALL=C sort -u "$work/base" "$work/packages" >"$work/present"
closure cron | missing_from "$work/present" >"$work/cron"
if [ ! -s "$work/base" ] || [ ! -s "$work/packages" ]; then
    echo "apt knows no packages: apt-get update" >&2
    exit 1
fi

cp "$package" "$bundle/packages"
for part in packages cron; do
    # shellcheck disable=SC2046
    (cd "$bundle/$part" && apt-get download -qq -o APT::Sandbox::User=root $(cat "$work/$part"))
done

# shellcheck disable=SC2086
python3 "$here/sbom.py" --version "$version" --installed $depends --archives "$bundle"/packages/*.deb "$bundle"/cron/*.deb >"$bundle/sbom.cdx.json"
install -m 0755 "$here/bundle/install.sh" "$bundle"
sed "s/@VERSION@/$version/" "$here/bundle/README.txt" >"$bundle/README.txt"
chmod 0644 "$bundle"/*.txt "$bundle"/*.json "$bundle"/*/*.deb
(cd "$bundle" && find . -type f ! -name SHA256SUMS -printf '%P\0' | LC_ALL=C sort -z | xargs -0 sha256sum) >"$work/SHA256SUMS"
mv "$work/SHA256SUMS" "$bundle"

mkdir -p "$folder"
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
    gzip -1n >"$folder/$name.tar.gz"
(cd "$folder" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$folder/$name.tar.gz"
