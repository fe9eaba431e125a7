# What the steps of the installation test share. `root` is the Debian root at hand, `failed` how many checks failed.
failed=0

say() { printf '\n== %s\n' "$*"; }

# check WHAT COMMAND …: says what was expected, and goes on when it is not so.
check() {
    local what=$1
    shift
    if "$@" >"$work/check.log" 2>&1; then
        echo "   ok   $what"
    else
        echo "   FAIL $what"
        sed 's/^/        /' "$work/check.log" | head -n 20
        failed=$((failed + 1))
    fi
}

# same WHAT EXPECTED FOUND
same() {
    printf 'expected: %s\nfound:    %s\n' "$2" "$3" >"$work/same.log"
    if [ "$2" = "$3" ]; then
        echo "   ok   $1"
    else
        echo "   FAIL $1"
        sed 's/^/        /' "$work/same.log" | head -n 40
        failed=$((failed + 1))
    fi
}

# inside COMMAND …: in the root, with no network but a loopback that is down, processes and mounts of its own.
inside() {
    unshare --net --pid --fork --mount --kill-child sh -c \
        'mount -t proc proc "$0/proc" && exec chroot "$0" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"' \
        "$root" "$@"
}

# as_pipeline COMMAND …: the same, as the account that runs the job.
as_pipeline() { inside runuser -u pipeline -- "$@"; }

# tree FOLDER: every path below it with mode, owner, group and content, as one hash.
tree() {
    (cd "$1" && find . -printf '%p %m %U %G %l\n' | LC_ALL=C sort && find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum) |
        sha256sum | cut -c 1-16
}

# stop_cron: the daemon that cron.sh started, and with it whatever it runs.
stop_cron() {
    [ ! -e "$work/daemon" ] || kill -KILL "$(cat "$work/daemon")" 2>/dev/null || true
}

# mode PATH: as stat prints it in the root, by the root's own names.
mode() { inside stat -c '%a %U %G' "$1"; }

# wait_until SECONDS COMMAND …: polls; false when the time is over.
wait_until() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $end ] || return 1
        read -rt 0.5 <> <(:) || true
    done
}
