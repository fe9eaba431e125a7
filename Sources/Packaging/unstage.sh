#!/bin/sh
# Removes what stage.sh put below ROOT: unstage.sh ROOT PREFIX. A force's definitions, state and figures stay.
set -eu
root=$1 prefix=$2
rm -f "$root$prefix/bin/pipeline" "$root$prefix/share/man/man1/pipeline.1.gz" \
    "$root$prefix/share/bash-completion/completions/pipeline" "$root$prefix"/lib/systemd/system/pipeline@.*
rm -rf "$root$prefix/share/pipeline" "$root$prefix/share/doc/pipeline"
# An entry that somebody has switched on is theirs.
if [ -e "$root/etc/cron.d/pipeline" ] && ! grep -qv '^#' "$root/etc/cron.d/pipeline"; then
    rm "$root/etc/cron.d/pipeline"
fi
echo "kept: $root/etc/pipeline, $root/var/lib/pipeline, $root/srv/pipeline and what else is a force's own"
