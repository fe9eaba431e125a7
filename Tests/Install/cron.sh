# A real cron, started in the root with the entry that `pipeline schedule` prints; only the minutes are made quicker.
# The steps after this one go on while it works; cron-result.sh looks at what came of it.
say "A night from cron: started"
install -m 755 $here/catcher.sh "$root/usr/sbin/sendmail"
entry=$root/etc/cron.d/pipeline-loamshire
printed=$(inside pipeline schedule)
same "the printed entry begins at half past three, then every 30 minutes" "30 3 * * * pipeline;0,30 4-23 * * * pipeline" \
    "$(grep '^[0-9]' <<<"$printed" | cut -d ' ' -f 1-6 | paste -sd ';')"
same "a time when clocks change is warned of" \
    "warning: 02:00 is missing on one night of the year and comes twice on another: 03:00 or later is better." \
    "$(inside pipeline schedule --at 02:00 2>&1 >/dev/null)"

# every_minute AS_OF: the entry, tried every minute.
every_minute() {
    {
        grep -v '^[0-9]' <<<"$printed"
        echo "PIPELINE_AS_OF=$1"
        grep '^0,30' <<<"$printed" | sed 's/^0,30 4-23/* */'
    } >"$work/entry"
    install -m 644 "$work/entry" "$entry"
}
mails() { find "$root/var/mail-caught" -type f ! -name '.*' 2>/dev/null | wc -l; }
exit_code() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["exit_code"])' "$published/status.json" 2>/dev/null; }

# A second root for the upgrade, as it stands now; then figures and attempts are cron's alone.
cp -a "$root" "$work/upgraded"
rm -rf "$published" "$root/var/lib/pipeline/loamshire/runs"
# cron hands a mail over as the account that the job belongs to.
install -d -m 1777 "$root/var/mail-caught"

night() {
    every_minute 2026-09-30
    unshare --net --pid --fork --mount --kill-child sh -c \
        'mount -t proc proc "$0/proc" && exec chroot "$0" cron -f' "$root" &
    echo $! >"$work/daemon"

    # Published on schedule.
    wait_until 150 test -L "$published/latest" || { echo "nothing was published" >"$work/night.1"; return; }
    wait_until 60 sh -c "find '$root/var/lib/pipeline/loamshire/runs' -name run.json | grep -q ."
    wait_until 30 test -e "$published/status.json"
    { echo "latest $(readlink "$published/latest")"; echo "exit $(exit_code)"; } >"$work/night.1"

    # The next export is cut short: the block comes as a mail, and nothing came before it.
    cp -R SampleData/bad-nights/cut-in-a-record/. "$root/srv/exports/loamshire/"
    every_minute 2026-10-01
    wait_until 150 sh -c "ls '$root/var/mail-caught' 2>/dev/null | grep -q ." || { echo "no mail came" >"$work/night.2"; return; }
    { echo "mails $(mails)"; echo "latest $(readlink "$published/latest")"; echo "exit $(exit_code)"; } >"$work/night.2"
    cp "$root/var/mail-caught/"[0-9]* "$work/mail"

    # No mailer: the status alone tells.
    mv "$root/usr/sbin/sendmail" "$root/usr/sbin/sendmail.away"
    before=$(mails)
    rm -f "$published/status.html"
    wait_until 150 test -e "$published/status.html" || { echo "no status came" >"$work/night.3"; return; }
    { echo "mails $(($(mails) - before))"; echo "latest $(readlink "$published/latest")"; } >"$work/night.3"
    cp "$published/status.html" "$work/status.html"
}
night >"$work/night.log" 2>&1 &
nightly=$!
