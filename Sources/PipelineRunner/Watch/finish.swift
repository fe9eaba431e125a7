import Definitions
import Ingest
import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// Tells whoever watches how the attempt ended: metrics, the log, the force's own program. None of it changes how the
    /// attempt ended; what fails is a warning in the status and on standard error.
    func finish(_ report: RunReport) async -> RunReport {
        guard !request.isDryRun, var status = soFar.status else { return report }
        var troubles: [Diagnostic] = []
        if let path = operations.prometheus {
            do throws(Diagnostic) {
                try replaceFile(path, Array(metricsText(metrics(status)).utf8), mode: Modes.metricsFile)
            } catch {
                troubles.append(RunAttempt.warning("the metrics could not be written", error))
            }
        }
        logEnd(status)
        if let error = log?.trouble { troubles.append(RunAttempt.warning("the log could not be written", error)) }
        if let program = program(after: status.outcome), let output = identityOrGuess?.output {
            let run = status.outcome.isSuccess ? status.latest?.run ?? "" : ""
            let environment = [
                "PIPELINE_RUN": run, "PIPELINE_EXIT_CODE": "\(report.exitCode)",
                "PIPELINE_STATUS": absolutePath("\(output)/status.json"),
            ]
            if let trouble = await startProgram(program.words, key: program.key, environment: environment) {
                troubles.append(trouble)
            }
        }
        guard !troubles.isEmpty else { return report }
        status.messages += troubles
        know(status)
        if let trouble = write(status) { troubles.append(trouble) }
        let lines = troubles.map { "\($0.severity.rawValue): \($0.message) [\($0.code)]" }
        return RunReport(
            exitCode: report.exitCode, summary: report.summary, failure: merged(report.failure, lines))
    }

    private func program(after outcome: StatusReport.Outcome) -> (key: String, words: [String])? {
        let (key, words) =
            switch outcome {
            case .published, .publishedInPart: ("on_success", operations.onSuccess)
            case .failed, .interrupted: ("on_failure", operations.onFailure)
            case .upToDate, .waiting: ("", [])
            }
        return words.isEmpty ? nil : (key, words)
    }

    /// At most 15 lines, the next command still the last.
    private func merged(_ failure: [String], _ lines: [String]) -> [String] {
        guard let last = failure.last, last.hasPrefix("next: ") else { return failure + lines }
        return Array(failure.dropLast().prefix(14 - lines.count)) + lines + [last]
    }

    private func metrics(_ status: StatusReport) -> RunMetrics {
        let known = soFar
        return RunMetrics(
            force: status.force, started: started, ended: request.now(),
            lastSuccess: status.lastSuccess.flatMap { utcInstant($0.ended) }, exitCode: status.attempt.exitCode,
            sources: status.sources.map {
                .init(name: $0.name, accepted: $0.accepted, rejected: $0.rejected, newest: known.newest[$0.name])
            },
            passed: known.rules.count { $0.count == 0 }, failed: known.rules.count { $0.count > 0 })
    }

    private func logEnd(_ status: StatusReport) {
        guard let log else { return }
        for message in status.messages.prefix(100) { log.note(message) }
        log.note(
            "run ended",
            [("exit_code", status.attempt.exitCode), ("messages", status.messages.count)],
            texts: [("outcome", status.outcome.rawValue), ("as_of", status.asOf)])
    }

    private static func warning(_ what: String, _ error: Diagnostic) -> Diagnostic {
        Diagnostic(.warning, code: "E0761", "\(what): \(error.message)", help: error.help)
    }
}
