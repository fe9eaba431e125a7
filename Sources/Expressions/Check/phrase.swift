import Tables

/// A type as a message names it, with its article.
func phrase(_ type: ValueType) -> String {
    switch type {
    case .flag: "a yes/no"
    case .integer: "a whole number"
    case .number: "a number"
    case .duration: "a duration"
    case .time: "a time"
    case .date: "a date"
    case .text: "a text"
    case .id: "an id"
    case .category(_, let ordered): ordered ? "an ordered category" : "a category"
    case .pseudonym: "a pseudonym"
    case .null: "null"
    }
}

extension ValueType {
    var isCategory: Bool {
        if case .category = self { true } else { false }
    }

    /// Whole numbers and decimal numbers, with the number of decimals.
    var decimals: Int? {
        switch self {
        case .integer: 0
        case .number(let decimals): decimals
        default: nil
        }
    }

    /// Whether `<` has a meaning: everything that counts, and ordered categories.
    var isOrdered: Bool {
        switch self {
        case .integer, .number, .duration, .time, .date, .category(_, ordered: true): true
        case .flag, .text, .id, .category, .pseudonym, .null: false
        }
    }
}
