/// One try at a run: the only part of a run's record that knows a clock, a process and a machine.
package struct Attempt: Sendable, Hashable {
    /// UTC, such as `2026-10-01T02:14:07Z`.
    package let started: String
    package var ended: String
    package let process: Int
    package let host: String
    package var exitCode: Int

    package init(started: String, ended: String, process: Int, host: String, exitCode: Int) {
        self.started = started
        self.ended = ended
        self.process = process
        self.host = host
        self.exitCode = exitCode
    }

    /// The attempt as a JSON object.
    package var record: JSON {
        .object([
            .init("started", .text(started)), .init("ended", .text(ended)), .init("process", .integer(process)),
            .init("host", .text(host)), .init("exit_code", .integer(exitCode)),
        ])
    }
}
