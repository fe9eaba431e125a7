# The bundle, unpacked and installed with no network; then a force of its own and its first run.
say "Installing the bundle without a network"
name=pipeline-$version-debian12-$(dpkg --print-architecture)
check "the archive has its checksum" sh -c "cd '$packages' && sha256sum -c '$name.tar.gz.sha256'"
mkdir -p "$root/tmp/in"
tar -C "$root/tmp/in" -xzf "$packages/$name.tar.gz"
bundle=/tmp/in/$name

cp "$root$bundle/README.txt" "$work/kept"
echo >>"$root$bundle/README.txt"
code=0
inside "$bundle/install.sh" >"$work/damaged.log" 2>&1 || code=$?
same "a damaged bundle installs nothing, with exit 65" "65 " "$code $(ls "$root/usr/bin/pipeline" 2>/dev/null)"
cp "$work/kept" "$root$bundle/README.txt"

check "it installs" inside "$bundle/install.sh"
same "the program runs" "$version" "$(inside pipeline --version)"
check "every package is configured" sh -c "! grep -E '^Status: ' '$root/var/lib/dpkg/status' | grep -v 'install ok installed'"
check "the Swift runtime is inside" sh -c "! objdump -p '$root/usr/bin/pipeline' | grep -E 'NEEDED.*(swift|Foundation|dispatch|BlocksRuntime)'"
check "no library is missing" sh -c "! chroot '$root' ldd /usr/bin/pipeline | grep 'not found'"

say "Files, owners, modes"
same "the program" "755 root root" "$(mode /usr/bin/pipeline)"
same "the forces' definitions" "755 root root" "$(mode /etc/pipeline)"
same "the state" "700 pipeline pipeline" "$(mode /var/lib/pipeline)"
same "the figures" "755 pipeline pipeline" "$(mode /srv/pipeline)"
same "nobody can write what is ours" "" "$(find "$root/usr/share/pipeline" -type f -perm /222)"
same "all of ours is root's" "" "$(find "$root/usr/share/pipeline" ! -user 0)"
same "the account may give files to readers" "pipeline pipeline-detail pipeline-read" \
    "$(inside id -Gn pipeline | tr ' ' '\n' | sort | xargs)"
same "the account cannot log in" "/usr/sbin/nologin" "$(inside getent passwd pipeline | cut -d : -f 7)"
same "the entry for cron is commented out" "" "$(grep -v '^#' "$root/etc/cron.d/pipeline")"
check "the manual is there" sh -c "zcat '$root/usr/share/man/man1/pipeline.1.gz' | man -l - | grep -q 'EXIT STATUS'"
same "mandoc has no remark on it" "" "$(zcat "$root/usr/share/man/man1/pipeline.1.gz" | mandoc -Tlint -Wwarning 2>&1)"
check "every verb is in it" sh -c "for verb in \$('$root/usr/bin/pipeline' --experimental-dump-help |
    python3 -c 'import json, sys; print(*(v[\"commandName\"] for v in json.load(sys.stdin)[\"command\"][\"subcommands\"]))'
    ); do zcat '$root/usr/share/man/man1/pipeline.1.gz' | grep -q \"^.Ss \$verb\$\" || { echo no \$verb; exit 1; }; done"
complete() {
    inside bash -c '. /usr/share/bash-completion/completions/pipeline
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
        $(complete -p pipeline | sed -n "s/.*-F \([^ ]*\).*/\1/p") pipeline "${@: -1}" "${@: -2:1}"
        printf "%s\n" "${COMPREPLY[@]}"' bash "$@" | sort | xargs
}
same "bash completes a verb" "schedule" "$(complete pipeline sched)"
same "bash completes a flag" "--dry-run" "$(complete pipeline run --dr)"
check "the example is with the documents" test -f "$root/usr/share/doc/pipeline/examples/loamshire/pipeline.yaml"

say "A force of its own, and a first run"
code=0
said=$(inside pipeline check 2>&1) || code=$?
same "without a force, what to do is said" "64 yes" "$code $(grep -q 'pipeline new FORCE' <<<"$said" && echo yes)"
check "new makes its definitions" inside pipeline new "Loamshire Police"
same "they are the administrator's" "755 root root" "$(mode /etc/pipeline/loamshire)"
mkdir -p "$root/srv/exports"
cp -R SampleData/loamshire "$root/srv/exports/loamshire"
code=0
said=$(as_pipeline pipeline run --as-of 2026-09-30 --quiet 2>&1) || code=$?
same "without a key, the command that makes one is said" "78 yes" \
    "$code $(grep -q 'head -c 32 /dev/urandom > /var/lib/pipeline/loamshire/pseudonym.key' <<<"$said" && echo yes)"
inside install -m 600 -o pipeline -g pipeline /srv/exports/loamshire/pseudonym.key /var/lib/pipeline/loamshire/pseudonym.key
check "check finds the only force by itself" as_pipeline pipeline check --as-of 2026-09-30
code=0
said=$(as_pipeline pipeline run --as-of 2026-09-30 --quiet 2>&1) || code=$?
same "the sample is published without a word" "0:" "$code:$said"
published=$root/srv/pipeline/loamshire
same "its folder is the readers'" "750 pipeline pipeline-read" "$(mode /srv/pipeline/loamshire)"
run=/srv/pipeline/loamshire/$(readlink "$published/latest")
same "a run's folder is the readers'" "750 pipeline pipeline-read" "$(mode "$run")"
same "every published file is the readers'" "640 pipeline pipeline-read" \
    "$(inside find /srv/pipeline/loamshire/ -type f -printf '%m %u %g\n' | sort -u)"
same "every folder of the state is the account's alone" "700 pipeline pipeline" \
    "$(inside find /var/lib/pipeline/loamshire -type d -printf '%m %u %g\n' | sort -u)"
same "and every file" "600 pipeline pipeline" \
    "$(inside find /var/lib/pipeline/loamshire -type f -printf '%m %u %g\n' | sort -u)"
check "the checksums are right" sh -c "cd '$root$run' && sha256sum --quiet -c SHA256SUMS"
PIPELINE_OUTPUT=$work/project/output PIPELINE_STATE=$work/project/state PIPELINE_JOBS=2 \
    .build/release/pipeline run --pipeline Pipelines/loamshire --as-of 2026-09-30 --quiet || true
for table in results breakdowns exclusions; do
    check "$table.csv is the one that the project computes" cmp "$root$run/$table.csv" "$work/project/output/latest/$table.csv"
done
same "the definition language is explained" "# The definition language" "$(inside pipeline help language | head -n 1)"
ours() { as_pipeline pipeline doctor --since 26h | grep 'our definitions' || true; }
check "doctor finds our definitions as they came" grep -q 'as the package brought them' <(ours)
cp -p "$root/usr/share/pipeline/peel/settings.yaml" "$work/kept"
echo "# changed" >>"$root/usr/share/pipeline/peel/settings.yaml"
check "… and says which one was changed" \
    grep -q '/usr/share/pipeline/peel/settings.yaml not as the package brought it' <(ours)
cp -p "$work/kept" "$root/usr/share/pipeline/peel/settings.yaml"
mkdir "$root/etc/pipeline/second" && cp "$root/etc/pipeline/loamshire/pipeline.yaml" "$root/etc/pipeline/second"
code=0
said=$(inside pipeline list 2>&1) || code=$?
same "with two forces, both are named" "64 yes" \
    "$code $(grep -q '/etc/pipeline/loamshire, /etc/pipeline/second' <<<"$said" && echo yes)"
rm -r "$root/etc/pipeline/second"
