package import Tables

/// The names that the kept tables and the views share.
///
/// Names of ours that a definition could also have hold a dot or a space, which names in YAML cannot.
package enum ColumnName {
    /// A row's place in the order of files and offsets; breaks ties.
    package static let row = "row_id"
    /// 0 accepted; 1 rejected, so that it counts in bounds only; 2 rejected and nothing of it could be read.
    package static let state = "row_state"
    /// The export that the row came from.
    package static let file = "row_file"

    /// A column as SQL sees it: instants end in `_ms`, local days in `_day`.
    package static func stored(_ name: String, _ type: ValueType) -> String {
        switch type {
        case .time: name + "_ms"
        case .date: name + "_day"
        case .flag, .integer, .number, .duration, .text, .id, .category, .pseudonym, .null: name
        }
    }

    /// The seconds by which local clocks were ahead of UTC at a source's time.
    package static func offset(_ name: String) -> String { name + "_off" }

    /// What a table that is made from another declares again is not what the other declared.
    static func dimension(_ name: String, of table: String) -> String { "by \(table).\(name)" }
    /// In a table with several rows for one of another: whether the row may be none.
    static func doubt(of table: String) -> String { "\(table) doubt" }
    static func population(_ name: String, of table: String) -> String { "\(table).\(name)" }
}

/// The names of the tables that every run has beside its data.
package enum KeptTable {
    package static let calendar = "calendar"
    package static let hours = "calendar.hours"
    package static let offsets = "calendar.offsets"
    package static let periods = "calendar.periods"
    package static let workingDays = "calendar.working_days"
    package static let facts = "run.facts"
    package static let supplied = "run.supplied"
    package static let notComputed = "run.not_computed"

    package static func source(_ schema: String) -> String { "source.\(schema)" }
}
