# The package itself: Debian's own checks, the units, the list of what it is made of, and `make install` without it.
say "The package"
deb=$packages/pipeline_${version}_$(dpkg --print-architecture).deb
same "lintian finds no error" "" "$(lintian --no-tag-display-limit "$deb" 2>&1 | grep '^E:')"
units=$root/usr/lib/systemd/system
if command -v systemd-analyze >/dev/null; then
    say "The units for systemd"
    check "their exposure is at most 2.0" systemd-analyze security --offline=yes --threshold=20 "$units/pipeline@.service"
    inside pipeline schedule --systemd --pipeline /etc/pipeline/loamshire >"$work/printed"
    mkdir -p "$work/units"
    awk -v to="$work/units/" '/^# \/etc\/systemd/ { file = to substr($2, 21); next } file { print > file }' "$work/printed"
    # The program they start is in the root, not here.
    mkdir "$work/verify"
    for unit in "$units"/pipeline@.* "$work"/units/*; do
        sed 's|/usr/bin/pipeline|/bin/true|' "$unit" >"$work/verify/$(basename "$unit")"
    done
    same "systemd accepts them" "" "$(cd "$work/verify" && systemd-analyze verify --man=no pipeline@loamshire.service \
        pipeline@loamshire.timer pipeline-loamshire.service pipeline-loamshire.timer 2>&1 | grep pipeline)"
    same "the printed ones are a service and a timer" "pipeline-loamshire.service pipeline-loamshire.timer" \
        "$(find "$work/units" -type f -printf '%f\n' | sort | xargs)"
    check "their exposure is at most 2.0, too" \
        systemd-analyze security --offline=yes --threshold=20 "$work/units/pipeline-loamshire.service"
    same "the timer's times are times" "2" "$(sed -n 's/^OnCalendar=//p' "$work/units/pipeline-loamshire.timer" |
        xargs -d '\n' systemd-analyze calendar 2>/dev/null | grep -c 'Normalized form')"
fi

say "What it is made of"
for list in "$root/usr/share/doc/pipeline/sbom.cdx.json" "$root$bundle/sbom.cdx.json"; do
    check "${list#"$root"} is valid CycloneDX" .venv/install/bin/python $here/check_sbom.py "$list" "$root/usr/bin/pipeline"
done

say "make install, without the package"
staged=$work/staged
check "it installs below DESTDIR and PREFIX" Sources/Packaging/stage.sh .build/release/pipeline "$staged" /opt/figures
mkdir -p "$work/elsewhere/midshire"
cp -R Pipelines/loamshire/. "$work/elsewhere/midshire"
check "its own definitions are found beside the program" env -C / "$staged/opt/figures/bin/pipeline" list --pipeline "$work/elsewhere/midshire"
same "its units start its program" "ExecStart=/opt/figures/bin/pipeline run --quiet --pipeline /etc/pipeline/%i" \
    "$(grep ExecStart "$staged/opt/figures/lib/systemd/system/pipeline@.service")"
check "uninstall runs" Sources/Packaging/unstage.sh "$staged" /opt/figures
same "and leaves no file" "" "$(find "$staged" -type f -o -type l)"
