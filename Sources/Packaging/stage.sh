#!/bin/sh
# Puts what is ours in its place below ROOT: stage.sh PROGRAM ROOT PREFIX. Nothing of a force's own is touched.
set -eu
umask 022
program=$1 root=$2 prefix=$3
here=$(dirname "$(realpath "$0")")
project=$(realpath "$here/../..")
share=$root$prefix/share
ours=$share/pipeline

install -D -m 0755 "$program" "$root$prefix/bin/pipeline"
strip --strip-unneeded "$root$prefix/bin/pipeline"

# The definitions of the last version go whole: a file that is no longer ours must not stay behind.
rm -rf "$ours"
install -d -m 0755 "$ours"
cp -R "$project/Pipelines/peel" "$project/Pipelines/loamshire" "$project/Pipelines/README.md" "$ours"
find "$ours" -type d -exec chmod 0755 {} +
find "$ours" -type f -exec chmod 0444 {} +

install -d -m 0755 "$share/doc/pipeline/examples"
ln -sfn ../../../pipeline/loamshire "$share/doc/pipeline/examples/loamshire"
install -m 0644 "$project/README.md" "$here/debian/copyright" "$share/doc/pipeline"

install -d -m 0755 "$share/man/man1" "$share/bash-completion/completions" "$root$prefix/lib/systemd/system"
"$program" --experimental-dump-help | python3 "$here/manual.py" | gzip -9n >"$share/man/man1/pipeline.1.gz"
"$program" --generate-completion-script bash | sed '1{/^#!/d}' >"$share/bash-completion/completions/pipeline"
for unit in pipeline@.service pipeline@.timer; do
    sed "s|/usr/bin/pipeline|$prefix/bin/pipeline|g" "$here/systemd/$unit" >"$root$prefix/lib/systemd/system/$unit"
done
chmod 0644 "$share/man/man1/pipeline.1.gz" "$share/bash-completion/completions/pipeline" \
    "$root$prefix"/lib/systemd/system/pipeline@.*

install -d -m 0755 "$root/etc/cron.d"
# Who has edited the entry keeps it.
[ -e "$root/etc/cron.d/pipeline" ] ||
    sed "s|/usr/bin/pipeline|$prefix/bin/pipeline|g" "$here/cron.d/pipeline" >"$root/etc/cron.d/pipeline"
chmod 0644 "$root/etc/cron.d/pipeline"
