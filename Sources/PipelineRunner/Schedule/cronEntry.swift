/// The entry for `/etc/cron.d`, with remarks for the administrator.
package func cronEntry(_ schedule: Schedule) -> [String] {
    let command = ([schedule.program] + schedule.arguments).map(cronQuoted).joined(separator: " ")
    let lines = schedule.tries.map { tries in
        let minutes = tries.minutes.map(String.init).joined(separator: ",")
        let hours = tries.hours.count == 1 ? "\(tries.hours.lowerBound)" : "\(tries.hours.lowerBound)-23"
        return "\(minutes) \(hours) * * * \(schedule.user) "
            + "test -x \(cronQuoted(schedule.program)) && umask 077 && \(command)"
    }
    return [
        "# The nightly run of \(schedule.folder). Save as /etc/cron.d/pipeline-\(schedule.name) (no dot in the name).",
        "# It is tried every 30 minutes from \(schedule.at.text) until midnight: the first try that finds the night's",
        "# exports publishes, and those after it find that nothing is new, write nothing and say nothing.",
        "# Times are those of this machine, whose clock should be set to \(schedule.zone).",
        clockChangeRemark(schedule),
        "# Only a failed try prints, at most 15 lines, and cron mails what is printed: name the reader here. Without a",
        "# mailer \(schedule.output)/status.html tells the same.",
        "MAILTO=root",
        "SHELL=/bin/sh",
        "PATH=/usr/local/bin:/usr/bin:/bin",
    ].filter { !$0.isEmpty } + lines
}

/// Why a time is not a good one, for those who chose it; empty for others.
package func clockChangeRemark(_ schedule: Schedule) -> String {
    schedule.at.isDuringClockChange
        ? "# \(schedule.at.text) is missing on one night of the year and comes twice on another: 03:00 or later is better."
        : ""
}

/// A word as a shell takes it, in a crontab, where a percent sign would end the command.
private func cronQuoted(_ word: String) -> String {
    shellQuoted(word).split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
}

/// A word that a shell reads as it stands.
func shellQuoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+=:,@%".contains($0)) }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
