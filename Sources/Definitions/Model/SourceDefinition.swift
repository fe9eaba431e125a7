package import Tables

/// How one kind of export file feeds one canonical table.
package struct SourceDefinition: Sendable {
    /// What a later file of a source means for an earlier one (CONTRACTS section 8).
    package enum ExportKind: String, Sendable, CaseIterable {
        /// Only the newest file counts.
        case snapshot
        /// The newest file rules every period that it covers; a row that vanished from it is removed.
        case window
        /// Files add up; the newest row of a key wins.
        case increment
    }

    /// What happens when a file fails its gate.
    package enum OnGate: String, Sendable, CaseIterable {
        case stop
        case leaveOut = "leave_out"
    }

    /// A limit that is passed only when both its count and its share are.
    package struct Limit: Sendable, Hashable {
        package let count: Int
        /// 0 to 1.
        package let share: Double

        package init(count: Int, share: Double) {
            self.count = count
            self.share = share
        }
    }

    /// Limits on rejected records, per file and for the newest seven days.
    package struct Gate: Sendable, Hashable {
        package let warn: Limit
        package let stop: Limit

        package init(warn: Limit, stop: Limit) {
            self.warn = warn
            self.stop = stop
        }
    }

    package let name: String
    /// The canonical table it feeds.
    package let schema: String
    /// File name pattern such as `calls_{yyyyMMdd}.csv*`: literal text, `*`, `?` and at most one date in braces.
    package let files: String
    /// Folder below the pipeline's inputs, or empty.
    package let folder: String
    package let exports: ExportKind
    package let dialect: Dialect
    /// Which records are rows of this source; nothing for all of them.
    package let rowsWith: RowFilter?
    package let timeZone: String
    package let columns: [ColumnMapping]
    /// Replaces the schema's key when given: `key: none` gives an empty list.
    package let key: [String]
    /// Among conflicting rows of one export the latest by this column is accepted.
    package let newestBy: String?
    package let onePer: OnePer?
    package let perFile: Gate
    package let lastSevenDays: Gate
    package let onGate: OnGate
    package let freshness: Freshness
    package let isOptional: Bool
    package let location: Diagnostic.Location

    package init(
        name: String, schema: String, files: String, folder: String, exports: ExportKind, dialect: Dialect,
        rowsWith: RowFilter? = nil, timeZone: String, columns: [ColumnMapping], key: [String], newestBy: String?,
        onePer: OnePer?, perFile: Gate,
        lastSevenDays: Gate, onGate: OnGate, freshness: Freshness = Freshness(), isOptional: Bool,
        location: Diagnostic.Location
    ) {
        self.name = name
        self.schema = schema
        self.files = files
        self.folder = folder
        self.exports = exports
        self.dialect = dialect
        self.rowsWith = rowsWith
        self.timeZone = timeZone
        self.columns = columns
        self.key = key
        self.newestBy = newestBy
        self.onePer = onePer
        self.perFile = perFile
        self.lastSevenDays = lastSevenDays
        self.onGate = onGate
        self.freshness = freshness
        self.isOptional = isOptional
        self.location = location
    }

    /// Records of other kinds in the same file, such as logs nobody was sent to in an export with one row per log and unit:
    /// they are skipped, and counted as skipped.
    package struct RowFilter: Sendable, Hashable {
        /// The first of these headers that the file has.
        package let headers: [String]
        /// The cell texts that make a record a row; empty for any text.
        package let values: [String]

        package init(headers: [String], values: [String]) {
            self.headers = headers
            self.values = values
        }
    }

    /// One row per key from several rows: `one_per: incident_id, take: { arrived_at: min, grade: first by created_at }`.
    package struct OnePer: Sendable {
        package enum Take: Sendable, Hashable {
            case minimum, maximum
            case first(by: String)
            case last(by: String)
        }

        package let key: String
        /// Columns not named take the first row's value in file order.
        package let take: [String: Take]

        package init(key: String, take: [String: Take]) {
            self.key = key
            self.take = take
        }
    }
}
