import Tables

/// A planted story, as TRUTH.json tells it.
struct Arc: Sendable {
    let number: Int
    let name: String
    let first: CivilDate
    let last: CivilDate
    let what: String
    /// Name and value, in the order written.
    let expected: [(String, JSON)]

    var json: JSON {
        .object([
            ("arc", .number(number)), ("name", .text(name)), ("from", .text("\(first)")), ("to", .text("\(last)")),
            ("what", .text(what)), ("expected", .object(expected)),
        ])
    }
}
