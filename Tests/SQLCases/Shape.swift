/// What a random expression may read: columns by their kind, relations, populations.
struct Shape {
    enum Kind: CaseIterable {
        case flag, integer, duration, time, date, text, kind, level
    }

    struct Relation {
        let name: String
        let target: [Kind: [String]]
        /// Without an order it leads to at most one row.
        let isOrdered: Bool
    }

    var columns: [Kind: [String]]
    var relations: [Relation] = []
    var populations: [String] = []
    /// The key and time of its trailing windows.
    var window: (key: String, time: String)?

    mutating func add(_ name: String, _ kind: Kind) { columns[kind, default: []].append(name) }

    static let things = Shape(columns: [
        .flag: ["is_sound"], .integer: ["amount"], .duration: ["length"], .time: ["made_at", "done_at", "due_at"],
        .date: ["told_on"], .text: ["label"], .kind: ["sort"], .level: ["level"],
    ])

    static let parts = Shape(columns: [
        .flag: ["is_good"], .integer: ["seq"], .duration: ["took"], .time: ["put_at"], .date: ["seen_on"],
        .text: ["mark"], .level: ["degree"],
    ])

    /// The values of a list column.
    static let codes: [Kind: [String]] = [.integer: ["pos"], .text: ["value"]]

    static let limits: [Kind: [String]] = [.duration: ["within"], .flag: ["is_hard"]]
}
