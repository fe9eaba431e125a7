import Definitions
package import Tables

/// Exports that are not there and need not be yet: thrown instead of findings, because nothing is wrong.
package struct AwaitedExports: Error, Sendable, Hashable {
    package let all: [ExpectedExport]

    package init(_ all: [ExpectedExport]) {
        self.all = all
    }
}

/// What the clock says of the exports at the start of a run.
package struct Arrivals: Sendable {
    /// UTC milliseconds.
    package let now: Int64
    package let expected: [ExpectedExport]

    package init(now: Int64, expected: [ExpectedExport]) {
        self.now = now
        self.expected = expected
    }

    /// Sources that the run leaves out because their exports are late.
    package var late: [LeftOutSource] {
        expected.filter { $0.state == .late && !$0.isOptional && $0.onGate == .leaveOut }.map {
            LeftOutSource(source: $0.source, table: $0.table, because: "the export that should be there is late")
        }
    }

    func isDue(_ source: String) -> Bool {
        !expected.contains { $0.source == source && now < $0.expectedBy }
    }

    /// Ends the run without a fault where the newest export of a source is too old and need not be there yet.
    func wait(for sources: [String]) throws(AwaitedExports) {
        guard !sources.isEmpty else { return }
        throw AwaitedExports(expected.filter { sources.contains($0.source) })
    }
}
