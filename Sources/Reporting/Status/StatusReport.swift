package import Ingest
package import Tables

/// What one attempt came to, for the person who looks in the morning: written after every attempt, failed ones included.
package struct StatusReport: Sendable {
    package enum Outcome: String, Sendable {
        case published
        case publishedInPart = "published_in_part"
        case upToDate = "up_to_date"
        case waiting
        case failed
        case interrupted

        /// Whether the published figures are those that the exports give now.
        package var isSuccess: Bool {
            switch self {
            case .published, .publishedInPart, .upToDate: true
            case .waiting, .failed, .interrupted: false
            }
        }
    }

    /// The run that `latest` leads to.
    package struct Latest: Sendable, Hashable {
        package let run: String
        package let asOf: String

        package init(run: String, asOf: String) {
            self.run = run
            self.asOf = asOf
        }
    }

    /// One source's line: what was read, and what became of it.
    package struct Source: Sendable, Hashable {
        package let name: String
        package var state: String
        package let files: Int
        package let accepted: Int
        package let rejected: Int
        package let newest: String
        /// When its export was expected, as local clocks showed it; empty where the source does not say.
        package var expectedBy: String

        package init(
            name: String, state: String, files: Int, accepted: Int, rejected: Int, newest: String,
            expectedBy: String = ""
        ) {
            self.expectedBy = expectedBy
            self.name = name
            self.state = state
            self.files = files
            self.accepted = accepted
            self.rejected = rejected
            self.newest = newest
        }
    }

    /// The last attempt that ended with figures published or found to be up to date.
    package struct Success: Sendable, Hashable {
        /// UTC, such as `2026-10-01T02:15:00Z`.
        package let ended: String
        package let run: String
        package let asOf: String

        package init(ended: String, run: String, asOf: String) {
            self.ended = ended
            self.run = run
            self.asOf = asOf
        }
    }

    package let outcome: Outcome
    package let force: String
    package let marking: String
    package let asOf: String
    package let attempt: Attempt
    package let latest: Latest?
    /// Nothing when there never was one.
    package let lastSuccess: Success?
    /// One sentence for each released figure that has moved since; of the last run that computed any.
    package let movedReleases: [String]
    package let sources: [Source]
    package var messages: [Diagnostic]

    package init(
        outcome: Outcome, force: String, marking: String, asOf: String, attempt: Attempt, latest: Latest?,
        lastSuccess: Success? = nil, movedReleases: [String] = [], sources: [Source], messages: [Diagnostic]
    ) {
        self.outcome = outcome
        self.force = force
        self.marking = marking
        self.asOf = asOf
        self.attempt = attempt
        self.latest = latest
        self.lastSuccess = lastSuccess
        self.movedReleases = movedReleases
        self.sources = sources
        self.messages = messages
    }

    /// What happened, in a sentence that needs no other page.
    package var whatHappened: String {
        switch outcome {
        case .published: "New figures were published."
        case .publishedInPart: "New figures were published, with something left out."
        case .upToDate: "Nothing had changed: the published figures are up to date."
        case .waiting:
            "The run waits for exports that need not be there yet. Nothing was published; the latest figures are as they "
                + "were."
        case .failed: "The run failed. Nothing was published; the latest figures are as they were."
        case .interrupted: "The run was interrupted. Nothing was published; the latest figures are as they were."
        }
    }

    /// What the reader should do next.
    package var nextStep: String {
        switch outcome {
        case .published, .upToDate: "Nothing."
        case .publishedInPart: "Read the messages below; they name what was left out and who can mend it."
        case .waiting: "Nothing: the next run looks again for what is named below."
        case .interrupted: "Run it again: pipeline run"
        case .failed: exitAdvice(attempt.exitCode)
        }
    }
}

/// What to do about a failed run, by its exit code (CONTRACTS section 6).
package func exitAdvice(_ code: Int) -> String {
    switch code {
    case 64: "Mend the command line: pipeline help run"
    case 65: "Ask the supplier of the export named above, then run again: pipeline run"
    case 66: "Find the export named above, then run again: pipeline run"
    case 73, 74: "Look at the disk named above, then run again: pipeline run"
    case 75: "Wait for the other run to end, then run again: pipeline run"
    case 77: "Mend the rights named above, then run again: pipeline run"
    case 78: "Mend the definitions named above, then try: pipeline check"
    default: "Report this as a fault of the program, with status.json."
    }
}

extension StatusReport.Source {
    /// One line per source out of the accounts of its files.
    package static func all(_ files: [FileAccount], leftOut: [LeftOutSource], zone: ZoneTable) -> [StatusReport.Source]
    {
        var names: [String] = []
        for file in files where !names.contains(file.source) { names.append(file.source) }
        return names.map { name in
            let mine = files.filter { $0.source == name }
            let because = leftOut.first { $0.source == name }?.because
            return StatusReport.Source(
                name: name, state: because.map { "left out: \($0)" } ?? "read",
                files: mine.count { $0.state == .read }, accepted: mine.reduce(0) { $0 + $1.ledger.accepted },
                rejected: mine.reduce(0) { $0 + $1.ledger.rejected },
                newest: mine.compactMap(\.newest).max().map { localText($0, in: zone) } ?? "")
        }
    }
}

extension StatusReport.Source {
    /// The line of a source whose export is expected, before anything was read.
    package init(_ export: ExpectedExport, zone: ZoneTable) {
        self.init(
            name: export.source, state: export.state.rawValue, files: 0, accepted: 0, rejected: 0, newest: "",
            expectedBy: localText(export.expectedBy, in: zone))
    }
}
