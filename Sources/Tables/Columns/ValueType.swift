/// The type of a column or an expression.
///
/// Times are UTC instants in milliseconds since 1970, durations milliseconds, dates local days since 1970-01-01,
/// numbers integers scaled by ten to the power of their decimals. Text, ids, categories and pseudonyms are codes of a
/// `Names` table, so two of them are equal exactly when their bytes are.
package enum ValueType: Sendable, Hashable {
    case flag
    case integer
    case number(decimals: Int)
    case duration
    case time
    case date
    case text
    case id
    /// One of a closed list of values; `ordered` ones compare by their place in the list.
    case category(values: [String], ordered: Bool)
    /// A keyed hash of a value that must not be kept.
    case pseudonym
    /// The type of a bare `null`, which fits anywhere.
    case null
}

extension ValueType {
    /// Whether values are codes of a `Names` table.
    package var isText: Bool {
        switch self {
        case .text, .id, .category, .pseudonym: true
        case .flag, .integer, .number, .duration, .time, .date, .null: false
        }
    }

    /// The word an analyst writes for this type.
    package var word: String {
        switch self {
        case .flag: "flag"
        case .integer: "int"
        case .number: "number"
        case .duration: "duration"
        case .time: "time"
        case .date: "date"
        case .text: "text"
        case .id: "id"
        case .category(_, let ordered): ordered ? "ordered category" : "category"
        case .pseudonym: "pseudonym"
        case .null: "null"
        }
    }
}
