package import Definitions
package import Tables

/// An export that a source expects by a time of the morning after the as-of, and whether it is there.
package struct ExpectedExport: Sendable, Hashable {
    package enum State: String, Sendable, Hashable {
        case there
        /// Not there, and need not be yet.
        case waiting
        case late
    }

    package let source: String
    /// The canonical table that the source feeds.
    package let table: String
    package let files: String
    /// UTC milliseconds.
    package let expectedBy: Int64
    package let state: State
    /// The name of the newest file that is there, whatever day it is of.
    package let newestFile: String?
    /// Whether the run goes on without it and without leaving the source out.
    package let isOptional: Bool
    package let onGate: SourceDefinition.OnGate
    package let location: Diagnostic.Location
}

extension Freshness {
    /// When the export of an as-of is expected, UTC milliseconds. A time that clocks skip moves on; of one that occurs
    /// twice the first counts.
    package func due(after asOf: CivilDate, in zone: ZoneTable) -> Int64? {
        guard let minutes = expectedBy else { return nil }
        let local = Int64(asOf.adding(days: 1).days) * 86_400_000 + Int64(minutes) * 60_000
        return switch zone.read(local: local) {
        case .unique(let instant): instant
        case .ambiguous(let first, _): first
        case .missing(let moved): moved
        }
    }
}
