#!/bin/sh
# Makes the Debian package: deb.sh PROGRAM VERSION FOLDER. Prints the path of what it made. MAINTAINER says who answers
# for it.
set -eu
umask 022
program=$(realpath "$1") version=$2 folder=$3
here=$(dirname "$(realpath "$0")")
architecture=$(dpkg --print-architecture)
maintainer=${MAINTAINER:-pipeline maintainers <pipeline@example.org>}
for tool in dpkg-deb dpkg-shlibdeps objdump python3; do
    command -v $tool >/dev/null || { echo "There is no $tool here: apt-get install dpkg-dev binutils python3" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
doc=$root/usr/share/doc/pipeline

"$here/stage.sh" "$program" "$root" /usr

# Which packages hold the libraries that the program asks for, and since which version.
mkdir "$work/debian"
printf 'Source: pipeline\n\nPackage: pipeline\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/pipeline" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
linked=$(echo "$depends" | sed 's/([^)]*)//g; s/|[^,]*//g; s/,/ /g')

# shellcheck disable=SC2086 # names of packages are words
python3 "$here/sbom.py" --version "$version" --installed $linked tzdata >"$doc/sbom.cdx.json"
printf 'pipeline (%s) bookworm; urgency=medium\n\n  * Release %s.\n\n -- %s  %s\n' "$version" "$version" "$maintainer" \
    "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n >"$doc/changelog.gz"
chmod 0644 "$doc/sbom.cdx.json" "$doc/changelog.gz"
install -D -m 0644 "$here/debian/lintian-overrides" "$root/usr/share/lintian/overrides/pipeline"

install -d -m 0755 "$root/DEBIAN"
for script in postinst prerm postrm; do install -m 0755 "$here/debian/$script" "$root/DEBIAN"; done
echo /etc/cron.d/pipeline >"$root/DEBIAN/conffiles"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@MAINTAINER@/$maintainer/" \
    -e "s/@SIZE@/$(du -k -s --apparent-size "$root/usr" | cut -f 1)/" -e "s/@DEPENDS@/$depends/" \
    "$here/debian/control.in" >"$root/DEBIAN/control"
chmod 0644 "$root/DEBIAN/conffiles" "$root/DEBIAN/md5sums" "$root/DEBIAN/control"

mkdir -p "$folder"
package=$folder/pipeline_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$package" >/dev/null
echo "$package"
