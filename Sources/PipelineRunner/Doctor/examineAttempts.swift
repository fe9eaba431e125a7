import FoundationEssentials
import Reporting
import RunStore
import Tables

/// Whether a run is at work, and since when.
func examineLock(_ identity: Identity, now: Int64) -> DoctorFinding {
    let path = "\(identity.state)/lock"
    guard System.isLocked(path) else { return DoctorFinding("lock", "no run is at work") }
    let lines = String(decoding: (try? System.read(path)) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    let text = "a run is at work: \(lines.joined(separator: ", "))"
    let started = lines.first { $0.hasPrefix("started ") }.flatMap { utcInstant(String($0.dropFirst(8))) }
    guard let started, now - started > 6 * 3_600_000 else { return DoctorFinding("lock", text) }
    return DoctorFinding("lock", "\(text), for more than 6 h", remedy: "look at that process; end it if it hangs")
}

/// How the last attempt ended, and how long ago one ended well.
func examineAttempts(_ identity: Identity, since: Int64, now: Int64) -> [DoctorFinding] {
    [examineLast(identity), examineSuccess(identity, since: since, now: now)]
}

private struct LastStatus: Decodable {
    let outcome: String
    let exitCode: Int
    let ended: String
}

private func examineLast(_ identity: Identity) -> DoctorFinding {
    let what = "last attempt"
    guard let bytes = try? System.read("\(identity.output)/status.json") else {
        return DoctorFinding(what, "none yet", remedy: "pipeline run")
    }
    guard let status = try? RecordDecoder.json.decode(LastStatus.self, from: Data(bytes)) else {
        return DoctorFinding(what, "\(identity.output)/status.json is damaged", remedy: "pipeline run writes it anew")
    }
    let text = "\(status.outcome), exit code \(status.exitCode), at \(status.ended)"
    switch StatusReport.Outcome(rawValue: status.outcome) {
    case .published, .upToDate, .waiting: return DoctorFinding(what, text)
    case .publishedInPart, .failed, .interrupted, nil:
        return DoctorFinding(what, text, remedy: "read \(identity.output)/status.html")
    }
}

private func examineSuccess(_ identity: Identity, since: Int64, now: Int64) -> DoctorFinding {
    let what = "last success"
    guard let success = EarlierStatus(identity).lastSuccess, let ended = utcInstant(success.ended) else {
        return DoctorFinding(what, "never", remedy: "pipeline run; what prevents it is in status.html")
    }
    let text = "\(success.ended), run \(success.run), data to \(success.asOf)"
    guard now - ended > since else { return DoctorFinding(what, text) }
    return DoctorFinding(
        what, "\(text), longer ago than \(spanText(since))",
        remedy: "see that the schedule is at work (pipeline schedule), and read \(identity.output)/status.html")
}

/// `26 h` or `90 min`.
private func spanText(_ milliseconds: Int64) -> String {
    milliseconds % 3_600_000 == 0 ? "\(milliseconds / 3_600_000) h" : "\(milliseconds / 60_000) min"
}
