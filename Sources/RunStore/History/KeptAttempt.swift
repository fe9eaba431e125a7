/// One attempt at a run as the history keeps it: written when it starts, completed when it ends.
package struct KeptAttempt: Sendable, Hashable {
    /// The outcomes of attempts that no status tells of.
    package static let running = "running"
    package static let didNotEnd = "did_not_end"

    /// UTC, such as `2026-10-01T02:14:07Z`.
    package let started: String
    package let process: Int
    package let host: String
    package var asOf: String?
    package var ended: String?
    package var outcome: String
    package var exitCode: Int?
    package var run: String?
    /// The first thing that was wrong.
    package var message: String?

    package init(
        started: String, process: Int, host: String, asOf: String? = nil, ended: String? = nil,
        outcome: String = KeptAttempt.running, exitCode: Int? = nil, run: String? = nil, message: String? = nil
    ) {
        self.started = started
        self.process = process
        self.host = host
        self.asOf = asOf
        self.ended = ended
        self.outcome = outcome
        self.exitCode = exitCode
        self.run = run
        self.message = message
    }
}
