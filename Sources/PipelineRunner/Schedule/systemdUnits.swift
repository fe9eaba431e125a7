/// The service and the timer, one after the other, each under the name of its file.
package func systemdUnits(_ schedule: Schedule) -> [String] {
    let unit = "pipeline-\(schedule.name)"
    return [
        "# Save the two parts as the files that their first lines name, then:",
        "#     systemctl daemon-reload && systemctl enable --now \(unit).timer",
        "", "# /etc/systemd/system/\(unit).service",
    ] + systemdService(schedule) + ["", "# /etc/systemd/system/\(unit).timer"] + systemdTimer(schedule)
}

/// The job: no network, nothing writable but its own folders, nothing gained.
func systemdService(_ schedule: Schedule) -> [String] {
    let folders = schedule.writes.map { unitWord("-" + parent($0)) }.reduce(into: [String]()) { found, folder in
        if !found.contains(folder) { found.append(folder) }
    }
    return [
        "[Unit]",
        "Description=Nightly performance figures of \(unitText(schedule.name))",
        "Documentation=man:pipeline(1)",
        "",
        "[Service]",
        "Type=oneshot",
        "User=\(schedule.user)",
        "ExecStart=\(([schedule.program] + schedule.arguments).map(unitWord).joined(separator: " "))",
        "# Published with something left out, and another run holds the lock: status.html says which.",
        "SuccessExitStatus=3 75",
        "TimeoutStartSec=2h",
        "UMask=0077",
        "# A log, a Prometheus file or what a hook writes needs its folder here too: systemctl edit.",
        "ReadWritePaths=\(folders.joined(separator: " "))",
    ] + hardening
}

/// Local time of the force, and a night that the machine slept through is made good.
func systemdTimer(_ schedule: Schedule) -> [String] {
    [
        "[Unit]",
        "Description=Nightly performance figures of \(unitText(schedule.name)), tried until published",
        "",
        "[Timer]",
    ]
        + schedule.tries.map { tries in
            let minutes = tries.minutes.map(twoDigits).joined(separator: ",")
            let first = twoDigits(tries.hours.lowerBound)
            return "OnCalendar=*-*-* \(tries.hours.count == 1 ? first : "\(first)..23"):\(minutes):00 \(schedule.zone)"
        } + ["Persistent=true", "", "[Install]", "WantedBy=timers.target"]
}

private let hardening = [
    "PrivateNetwork=yes",
    "IPAddressDeny=any",
    "RestrictAddressFamilies=AF_UNIX",
    "ProtectSystem=strict",
    "ProtectHome=read-only",
    "ProtectProc=invisible",
    "ProcSubset=pid",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "DevicePolicy=closed",
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service",
    "SystemCallFilter=~@privileged @resources",
    "# Published files are given to the group of their readers.",
    "SystemCallFilter=@chown",
    "SystemCallErrorNumber=EPERM",
    "MemoryDenyWriteExecute=yes",
    "LockPersonality=yes",
    "RestrictNamespaces=yes",
    "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes",
    "RemoveIPC=yes",
    "ProtectClock=yes",
    "ProtectHostname=yes",
    "ProtectKernelLogs=yes",
    "ProtectKernelModules=yes",
    "ProtectKernelTunables=yes",
    "ProtectControlGroups=yes",
]

/// A path as a unit takes it: a percent sign begins a specifier there.
private func unitText(_ text: String) -> String {
    text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
}

private func unitWord(_ word: String) -> String {
    let text = unitText(word)
    guard text.contains(where: { " \t\"'\\;$".contains($0) }) else { return text }
    let escaped = text.map { "\"\\".contains($0) ? "\\\($0)" : $0 == "$" ? "$$" : String($0) }.joined()
    return "\"\(escaped)\""
}

/// Lists for supervisors lie beside the output, so the folder above is what must be writable.
private func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return path }
    return String(path[..<slash])
}
