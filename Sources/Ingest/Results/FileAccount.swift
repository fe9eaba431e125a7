package import Tables

/// Where every record of one file went.
package struct FileAccount: Sendable, Hashable {
    package enum State: String, Sendable, Hashable {
        case read
        /// A newer snapshot counts instead.
        case notUsed = "not_used"
        /// Dated after the as-of.
        case afterAsOf = "after_as_of"
        case leftOut = "left_out"
        /// Not read: the newer export that should be there is late, and the source is left out.
        case late
        /// Of a source that is left out because its newest export is too old or holds too little.
        case stale
    }

    package let source: String
    /// Path below the inputs folder.
    package let file: String
    package let sha256: String
    package let bytes: Int
    /// The date captured from the name.
    package let exportDate: CivilDate?
    package let state: State
    package let ledger: Ledger
    /// The newest accepted row by the table's time, UTC milliseconds.
    package let newest: Int64?

    package init(
        source: String, file: String, sha256: String, bytes: Int, exportDate: CivilDate?, state: State,
        ledger: Ledger, newest: Int64?
    ) {
        self.source = source
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.exportDate = exportDate
        self.state = state
        self.ledger = ledger
        self.newest = newest
    }
}

/// The fate of a file's records: physical = header + accepted + rejected + superseded + removed + duplicate + skipped +
/// after the as-of, always.
package struct Ledger: Sendable, Hashable {
    package var physical = 0
    package var header = 0
    package var accepted = 0
    package var rejected = 0
    package var superseded = 0
    package var removed = 0
    package var duplicate = 0
    package var skipped = 0
    package var afterAsOf = 0

    package init() {}

    package var accountedFor: Int {
        header + accepted + rejected + superseded + removed + duplicate + skipped + afterAsOf
    }

    package static func += (left: inout Ledger, right: Ledger) {
        left.physical += right.physical
        left.header += right.header
        left.accepted += right.accepted
        left.rejected += right.rejected
        left.superseded += right.superseded
        left.removed += right.removed
        left.duplicate += right.duplicate
        left.skipped += right.skipped
        left.afterAsOf += right.afterAsOf
    }
}
