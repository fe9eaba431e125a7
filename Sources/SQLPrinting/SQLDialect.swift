import Tables

/// What one SQL engine spells differently from another; printing for another engine is another value of this type.
///
/// Everything else is plain SQL: every identifier is quoted, no date function, zone, session setting, `round`, `like` or
/// case function of an engine is used, and every division is by `nullif(…, 0)`.
package struct SQLDialect: Sendable {
    /// As the header of a script names it.
    package let name: String
    let bigInteger: String
    let double: String
    let text: String
    let boolean: String
    /// Whole-number division; only of numbers that are not negative, where every engine gives the same.
    let divideWhole: @Sendable (_ top: String, _ bottom: String) -> String
    /// Fills a table that exists from a CSV file whose unquoted empty cells are nulls.
    let fill: @Sendable (_ table: String, _ file: String) -> String

    package init(
        name: String, bigInteger: String, double: String, text: String, boolean: String,
        divideWhole: @escaping @Sendable (String, String) -> String,
        fill: @escaping @Sendable (String, String) -> String
    ) {
        self.name = name
        self.bigInteger = bigInteger
        self.double = double
        self.text = text
        self.boolean = boolean
        self.divideWhole = divideWhole
        self.fill = fill
    }

    package static let duckDB = SQLDialect(
        name: "DuckDB", bigInteger: "bigint", double: "double", text: "varchar", boolean: "boolean",
        divideWhole: { "\($0) // \($1)" },
        fill: { table, file in
            "copy \(table) from \(file) (format csv, header true, auto_detect false, delimiter ',', quote '\"', "
                + "escape '\"', nullstr '', parallel false);"
        })
}

extension SQLDialect {
    func type(of type: ValueType) -> String {
        switch type {
        case .flag: boolean
        case .text, .id, .category, .pseudonym: text
        case .integer, .number, .duration, .time, .date, .null: bigInteger
        }
    }
}
