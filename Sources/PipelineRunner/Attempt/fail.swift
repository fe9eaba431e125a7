import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// The end of a run that published nothing: the status says why, and `latest` is as it was.
    func fail(_ error: any Error) -> RunReport {
        if request.interruption.signal != nil || error is CancellationError { return interrupted() }
        let messages = diagnostics(of: error)
        let exitCode = exitClass(of: Diagnostics(messages))
        if messages.contains(where: { $0.code == "E0751" }) {
            // The holder's status is not ours to overwrite.
            return RunReport(exitCode: exitCode, failure: block(exitCode, messages, trouble: nil, hasStatus: false))
        }
        let ended = ending(exitCode)
        let trouble = leaveStatus(.failed, ended, messages: messages, record: attemptRecord(.failed, messages, ended))
        return RunReport(exitCode: exitCode, failure: block(exitCode, messages, trouble: trouble, hasStatus: true))
    }

    private func interrupted() -> RunReport {
        let exitCode = 128 + (request.interruption.signal ?? 2)
        let ended = ending(exitCode)
        let trouble = leaveStatus(.interrupted, ended, messages: [], record: attemptRecord(.interrupted, [], ended))
        var lines = ["pipeline run: interrupted, nothing was published"]
        if let trouble { lines.append("\(trouble)") }
        return RunReport(exitCode: exitCode, failure: lines + ["next: pipeline run"])
    }

    private func diagnostics(of error: any Error) -> [Diagnostic] {
        switch error {
        case let one as Diagnostic: [one]
        case let several as Diagnostics: unique(several.all)
        default:
            [
                Diagnostic(
                    code: "E0900", "the program failed: \(error)",
                    help: "this is a fault of the program; report it with the run's status.json")
            ]
        }
    }

    /// Two sources may meet the same fault: a key that is missing is missing once.
    private func unique(_ all: [Diagnostic]) -> [Diagnostic] {
        all.reduce(into: []) { found, one in
            if !found.contains(one) { found.append(one) }
        }
    }

    /// At most 15 lines: what happened, the first findings, where the rest is, what to type next.
    private func block(_ exitCode: Int32, _ messages: [Diagnostic], trouble: Diagnostic?, hasStatus: Bool) -> [String] {
        let worst = messages.filter { $0.severity == .error }
        var lines = ["pipeline run: failed with exit code \(exitCode), nothing was published"]
        var shown = 0
        for message in worst {
            let text = "\(message)".split(separator: "\n").map(String.init)
            guard lines.count + text.count <= (worst.count - shown > 1 ? 11 : 12) else { break }
            lines += text
            shown += 1
        }
        if shown < worst.count { lines.append("and \(worst.count - shown) more") }
        if let trouble, !messages.contains(trouble) { lines.append("\(trouble.message) [\(trouble.code)]") }
        if hasStatus, !request.isDryRun, trouble == nil, let output = identityOrGuess?.output {
            lines.append("all of it: \(output)/status.html")
        }
        return lines + ["next: \(nextCommand(Int(exitCode)))"]
    }

    private func nextCommand(_ exitCode: Int) -> String {
        let folder = request.folder
        return switch exitCode {
        case 64: "pipeline help run"
        case 65, 66, 78: "pipeline check --pipeline \(folder)"
        default: "pipeline run --pipeline \(folder)"
        }
    }
}
