import Reporting
import RunStore
import Tables

extension RunAttempt {
    /// Whose run it is, guessed from the folder when the definitions could not be loaded.
    var identityOrGuess: Identity? {
        identity ?? Identity(folder: request.folder, overrides: request.overrides)
    }

    /// The attempt as it ends now.
    func ending(_ exitCode: Int32) -> Attempt {
        Attempt(
            started: utcText(started), ended: utcText(request.now()), process: System.processID, host: System.hostName,
            exitCode: Int(exitCode))
    }

    /// Rewrites the status and keeps the attempt's record. Gives back what prevented it, which must not hide how the run
    /// itself ended.
    func leaveStatus(_ outcome: StatusReport.Outcome, _ ended: Attempt, messages: [Diagnostic], record: JSON)
        -> Diagnostic?
    {
        guard !request.isDryRun, let identity = identityOrGuess else { return nil }
        let latest = Publication(output: identity.output).latest
        let known = soFar
        let remembered = history.end(
            identity, outcome, ended, asOf: known.asOf.map { "\($0.day)" },
            message: messages.first { $0.severity == .error }?.message)
        let before = EarlierStatus(identity)
        let success = latest.map { StatusReport.Success(ended: ended.ended, run: $0.run, asOf: $0.asOf) }
        let status = StatusReport(
            outcome: outcome, force: identity.force, marking: identity.marking,
            asOf: known.asOf.map { "\($0.day)" } ?? "n/a", attempt: ended,
            latest: latest.map { StatusReport.Latest(run: $0.run, asOf: $0.asOf) },
            lastSuccess: outcome.isSuccess ? success : before.lastSuccess,
            movedReleases: known.movedReleases ?? before.movedReleases, sources: known.sources,
            messages: messages + known.findings.filter { finding in !messages.contains(finding) } + remembered)
        know(status)
        if let trouble = write(status) { return trouble }
        do throws(Diagnostic) {
            let state = StateFolder(identity.state)
            try state.prepare()
            try state.keep(attempt: attemptName, record: record.bytes)
            return nil
        } catch {
            return error
        }
    }

    /// Rewrites `status.json` and `status.html`. Gives back what prevented it.
    func write(_ status: StatusReport) -> Diagnostic? {
        guard let output = identityOrGuess?.output else { return nil }
        do {
            try FileTree.make(output, mode: Modes.outputFolder, group: Modes.readers)
            let files = [("status.json", statusRecord(status).bytes), ("status.html", try statusPage(status))]
            for (name, bytes) in files {
                try replaceFile("\(output)/\(name)", bytes, mode: Modes.outputFile, group: Modes.readers)
            }
            return nil
        } catch let trouble as Diagnostic {
            return trouble
        } catch {
            return Diagnostic(code: "E0900", "the status could not be written: \(error)")
        }
    }

    /// Sorts by time: `20261001T021407Z-4711`.
    private var attemptName: String {
        "\(attemptStamp(started))-\(System.processID)"
    }
}
