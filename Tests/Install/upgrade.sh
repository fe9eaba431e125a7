# A newer package over a force that was changed here, then removal and purge. The root is the one that cron.sh copied.
say "An upgrade over a changed force"
cron_root=$root
root=$work/upgraded
force=$root/etc/pipeline/loamshire

newer=$work/newer
dpkg-deb -R "$deb" "$newer"
sed -i 's/^Version: .*/Version: 99.0/' "$newer/DEBIAN/control"
echo "# of the newer version" >>"$newer/usr/share/pipeline/peel/standards.yaml"
mv "$newer/usr/share/pipeline/README.md" "$newer/usr/share/pipeline/LANGUAGE.md"
echo "# of the newer version" >>"$newer/etc/cron.d/pipeline"
dpkg-deb --root-owner-group -Znone --build "$newer" "$root$bundle/packages/pipeline_99.0.deb" >/dev/null
rm "$root$bundle"/packages/pipeline_"$version"_*.deb
(cd "$root$bundle" && find . -type f ! -name SHA256SUMS -printf '%P\0' | xargs -0 sha256sum >SHA256SUMS)

sed -i 's/short_abandon: 5 s/short_abandon: 10 s/' "$force/settings.yaml"
echo "why we did" >"$force/notes.txt"
chmod 664 "$force/settings.yaml"
echo "# switched on here" >>"$root/etc/cron.d/pipeline"
before="$(tree "$force") $(tree "$root/srv/pipeline") $(tree "$root/var/lib/pipeline")"
entry_before=$(sha256sum <"$root/etc/cron.d/pipeline")

check "it installs over the old one, without a question" inside "$bundle/install.sh"
same "the newer version is there" "99.0" "$(inside dpkg-query -W -f '${Version}' pipeline)"
same "the force's definitions, figures and state are as they were" "$before" \
    "$(tree "$force") $(tree "$root/srv/pipeline") $(tree "$root/var/lib/pipeline")"
same "so is its entry for cron" "$entry_before" "$(sha256sum <"$root/etc/cron.d/pipeline")"
check "ours are the newer ones" grep -q 'of the newer version' "$root/usr/share/pipeline/peel/standards.yaml"
check "what is no longer ours is gone" test ! -e "$root/usr/share/pipeline/README.md"
code=0
as_pipeline pipeline run --as-of 2026-09-30 --quiet >"$work/upgraded.log" 2>&1 || code=$?
same "the job still runs" "0" "$code"

say "Removal, and purge"
before="$(tree "$force") $(tree "$root/srv/pipeline") $(tree "$root/var/lib/pipeline")"
said=$(inside dpkg --remove pipeline 2>&1)
check "removal says what it keeps" grep -q 'kept.*: /etc/pipeline /var/lib/pipeline /srv/pipeline$' <(echo "$said")
same "no file of ours is left but the entry for cron" "/etc/cron.d/pipeline" \
    "$(cd "$root" && find usr etc -path '*pipeline*' ! -path 'etc/pipeline*' -not -type d -printf '/%p\n' |
        grep -v '^/etc/cron.d/pipeline.dpkg' | sort | xargs)"
same "an entry for cron that is still switched on says nothing" "1:" \
    "$(code=0; said=$(inside sh -c 'test -x /usr/bin/pipeline && umask 077 && /usr/bin/pipeline run' 2>&1) || code=$?; echo "$code:$said")"
said=$(inside dpkg --purge pipeline 2>&1)
check "purge says the same" grep -q 'kept.*: /etc/pipeline /var/lib/pipeline /srv/pipeline$' <(echo "$said")
check "purge takes the entry for cron" test ! -e "$root/etc/cron.d/pipeline"
same "the force's definitions, figures and state are as they were" "$before" \
    "$(tree "$force") $(tree "$root/srv/pipeline") $(tree "$root/var/lib/pipeline")"
check "the account that owns them stays" inside getent passwd pipeline
root=$cron_root
