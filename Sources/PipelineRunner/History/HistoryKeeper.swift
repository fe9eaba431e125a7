import Reporting
import RunStore
import Synchronization
import Tables

/// A run's dealings with the history: begun when the lock is held, ended with the attempt, and never in the way.
/// Whatever goes wrong becomes a warning in the status.
final class HistoryKeeper: Sendable {
    private struct Known {
        var history: History?
        var attempt: Int64?
        /// The run that waits to be published, as the history numbers it.
        var prepared: Int64?
        var run: String?
        var hasBegun = false
        var warnings: [Diagnostic] = []
    }

    private let known = Mutex(Known())

    /// Records that an attempt starts. Call with the lock held.
    func begin(_ identity: Identity, asOf: String?, started: String) {
        let opened = History.open(state: identity.state, today: String(started.prefix(10)))
        let attempt = KeptAttempt(started: started, process: System.processID, host: System.hostName, asOf: asOf)
        known.withLock { known in
            known.history = opened.history
            known.warnings = opened.warnings
            known.hasBegun = true
            if opened.isNew {
                trying(&known) { history throws(Diagnostic) in
                    try refill(history, from: Publication(output: identity.output))
                }
            }
            known.attempt = trying(&known) { history throws(Diagnostic) in
                try history.begin(attempt, endingOthers: true)
            }
        }
    }

    /// Writes down what is about to be published, to be remembered or forgotten.
    func prepare(_ material: RunMaterial) {
        let run = KeptRun(material, published: nil)
        let figures = keptFigures(material)
        known.withLock { known in
            let attempt = known.attempt
            known.prepared =
                trying(&known) { history throws(Diagnostic) in
                    try history.prepare(run, figures: figures, attempt: attempt)
                } ?? nil
        }
    }

    /// Remembers what was published.
    func confirm(_ run: String, at published: String) {
        known.withLock { known in
            known.run = run
            let prepared = known.prepared
            trying(&known) { history throws(Diagnostic) in try history.confirm(prepared, published: published) }
        }
    }

    /// Forgets what was to be published and was not.
    func forget() {
        known.withLock { known in
            trying(&known) { history throws(Diagnostic) in try history.withdraw() }
        }
    }

    /// Remembers that a run published before is the latest again, where another was in between.
    func keep(_ run: (asOf: String, run: String), of publication: Publication, at published: String) {
        known.withLock { known in
            known.run = run.run
            let attempt = known.attempt
            trying(&known) { history throws(Diagnostic) in
                if let last = try history.runs().last, (last.asOf, last.run) == run { return }
                try remember(run, in: history, from: publication, published: published, attempt: attempt)
            }
        }
    }

    /// Completes the attempt, also one that failed before it was recorded, and gives back what the status should warn of.
    func end(_ identity: Identity, _ outcome: StatusReport.Outcome, _ ended: Attempt, asOf: String?, message: String?)
        -> [Diagnostic]
    {
        known.withLock { known in
            if !known.hasBegun, System.kind(of: identity.state) == .folder {
                let opened = History.open(state: identity.state, today: String(ended.started.prefix(10)))
                known.history = opened.history
                known.warnings = opened.warnings
                let attempt = KeptAttempt(
                    started: ended.started, process: ended.process, host: ended.host, asOf: asOf)
                known.attempt = trying(&known) { history throws(Diagnostic) in
                    try history.begin(attempt, endingOthers: false)
                }
            }
            let attempt = KeptAttempt(
                started: ended.started, process: ended.process, host: ended.host, asOf: asOf, ended: ended.ended,
                outcome: outcome.rawValue, exitCode: ended.exitCode, run: known.run, message: message)
            if let id = known.attempt {
                trying(&known) { history throws(Diagnostic) in try history.end(id, as: attempt) }
            }
            return known.warnings
        }
    }

    /// Does something with the history if there is one; a failure is remembered and ends our dealings with it.
    @discardableResult
    private func trying<Value>(
        _ known: inout Known, _ work: (History) throws(Diagnostic) -> Value
    ) -> Value? {
        guard let history = known.history else { return nil }
        do throws(Diagnostic) {
            return try work(history)
        } catch {
            known.warnings.append(Diagnostic(.warning, code: error.code, error.message, help: error.help))
            // A damaged one makes way for the next run's.
            if error.code == History.damaged { history.abandon(today: String(utcText(System.now).prefix(10))) }
            known.history = nil
            return nil
        }
    }
}
