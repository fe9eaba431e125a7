# What came of the night that cron.sh began.
say "A night from cron: what came of it"
wait "$nightly" || true
same "cron ran the job on schedule and it published" "latest ${run#/srv/pipeline/loamshire/};exit 0" \
    "$(paste -sd ';' "$work/night.1")"
same "a damaged export is the first thing that is mailed, and latest is as it was" \
    "mails 1;latest $(sed -n 's/^latest //p' "$work/night.1");exit 65" "$(paste -sd ';' "$work/night.2" 2>/dev/null)"
body=$(sed '1,/^$/d' "$work/mail" 2>/dev/null || true)
check "the mail is for the administrator" grep -q '^To: root' "$work/mail"
check "its block names the failure" grep -q '^pipeline run: failed with exit code 65, nothing was published$' <(echo "$body")
same "it has at most 15 lines" yes "$([ "$(wc -l <<<"$body")" -le 15 ] && echo yes)"
same "it ends with the next command" "next: pipeline check --pipeline /etc/pipeline/loamshire" "$(tail -n 1 <<<"$body")"
same "without a mailer nothing is mailed, and latest is as it was" \
    "mails 0;latest $(sed -n 's/^latest //p' "$work/night.1")" "$(paste -sd ';' "$work/night.3" 2>/dev/null)"
check "status.html tells" grep -qi 'failed' "$work/status.html"
stop_cron
