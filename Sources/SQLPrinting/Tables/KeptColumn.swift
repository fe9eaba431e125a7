package import Definitions
package import Tables

/// A column of a table that is kept as CSV: one list for the file's header, its rows and the schema.
package struct KeptColumn: Sendable, Hashable {
    package let name: String
    package let type: ValueType
    /// What it holds, for readers of the schema.
    package let note: String

    package init(_ name: String, _ type: ValueType, _ note: String) {
        self.name = name
        self.type = type
        self.note = note
    }
}

extension KeptTable {
    /// The columns of a canonical table's rows: place, fate and export first, then those of the schema. A time has a
    /// second column with the local clock's offset.
    package static func columns(of schema: SchemaDefinition) -> [KeptColumn] {
        var columns = [
            KeptColumn(ColumnName.row, .integer, "place in the order of files and offsets"),
            KeptColumn(ColumnName.state, .integer, "0 accepted, 1 rejected, 2 rejected and nothing could be read"),
            KeptColumn(ColumnName.file, .integer, "number of the export, in the order read"),
        ]
        for column in schema.columns {
            columns.append(KeptColumn(ColumnName.stored(column.name, column.type), column.type, note(of: column.type)))
            if column.type == .time {
                columns.append(
                    KeptColumn(ColumnName.offset(column.name), .integer, "seconds local time is ahead of UTC"))
            }
        }
        return columns
    }

    /// The columns of a table whose rows stand in the definitions.
    package static func columns(of reference: ReferenceTable) -> [KeptColumn] {
        reference.columns.map { KeptColumn(ColumnName.stored($0.name, $0.type), $0.type, note(of: $0.type)) }
    }

    /// The tables that every run has, in the order of their files.
    package static let ofEveryRun: [(name: String, note: String, columns: [KeptColumn])] = [
        (
            facts, "What the run knows of itself.",
            [
                KeptColumn("as_of_ms", .integer, "the instant at which knowledge ends, UTC milliseconds"),
                KeptColumn("as_of_day", .integer, "the last local day that counts, days since 1970-01-01"),
                KeptColumn("time_zone", .text, "the zone of local days and hours"),
            ]
        ),
        (
            supplied, "The canonical tables that some export supplies.",
            [KeptColumn("table", .text, "name of a canonical table")]
        ),
        (
            notComputed, "Figures, or dimensions of them, that these exports cannot give.",
            [
                KeptColumn("kpi", .text, "id of a KPI"),
                KeptColumn("dimension", .text, "a dimension that cannot be told; empty for the whole figure"),
                KeptColumn("state", .text, "as in the result tables"), KeptColumn("because", .text, "why"),
            ]
        ),
        (
            calendar, "One row for each local day.",
            [
                KeptColumn("day", .integer, "days since 1970-01-01"), KeptColumn("date", .text, "yyyy-mm-dd"),
                KeptColumn("weekday", .integer, "0 Monday to 6 Sunday"),
                KeptColumn("month_number", .integer, "1 to 12"),
                KeptColumn("week", .text, "ISO week"), KeptColumn("month", .text, "calendar month"),
                KeptColumn("quarter", .text, "calendar quarter"),
                KeptColumn("financial_year", .text, "1 April to 31 March"),
                KeptColumn("calendar_year", .text, "calendar year"),
                KeptColumn("is_month_end", .flag, "whether it is the last day of its month"),
                KeptColumn("rolling_12_months", .text, "the twelve months that end with the day's month"),
                KeptColumn("from_ms", .integer, "local midnight, UTC milliseconds"),
                KeptColumn("until_ms", .integer, "the next local midnight"),
            ]
        ),
        (
            periods, "Every period that the calendar holds whole.",
            [
                KeptColumn("period_type", .text, "as in the result tables"), KeptColumn("period", .text, "its id"),
                KeptColumn("first_day", .integer, "first local day"),
                KeptColumn("last_day", .integer, "last local day"),
            ]
        ),
        (
            hours, "One row for each local hour.",
            [
                KeptColumn("from_ms", .integer, "its first instant, UTC milliseconds"),
                KeptColumn("until_ms", .integer, "the first instant after it"),
                KeptColumn("day", .integer, "its local day"),
                KeptColumn("hour_of_week", .integer, "0 Monday 00:00 to 167 Sunday 23:00"),
            ]
        ),
        (
            workingDays, "One row for each day of the years whose holidays are known.",
            [
                KeptColumn("day", .integer, "days since 1970-01-01"),
                KeptColumn("n", .integer, "working days up to and including the day"),
            ]
        ),
        (
            offsets, "The offsets of the zone.",
            [
                KeptColumn("from_ms", .integer, "first instant, UTC milliseconds"),
                KeptColumn("until_ms", .integer, "the first instant after it"),
                KeptColumn("offset_s", .integer, "seconds local time is ahead of UTC"),
            ]
        ),
    ]

    private static func note(of type: ValueType) -> String {
        switch type {
        case .flag: "true or false"
        case .integer: "whole number"
        case .number(let decimals): "number with \(decimals) decimals, without its point"
        case .duration: "milliseconds"
        case .time: "instant, UTC milliseconds since 1970"
        case .date: "local day, days since 1970-01-01"
        case .text: "text"
        case .id: "id"
        case .category(let values, _): "one of: \(values.joined(separator: ", "))"
        case .pseudonym: "keyed hash"
        case .null: ""
        }
    }
}
