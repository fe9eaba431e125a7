import Tables

/// The local days on which each row of a reference table is in force.
struct ValiditySpans: Sendable {
    /// The first day; missing for a row in force from the beginning.
    let from: Column
    /// The first day on which it no longer is; missing for a row in force for good.
    let until: Column

    func holds(_ row: Int32, on day: Int64) -> Bool {
        let until = until.integer(at: Int(row))
        return from.integer(at: Int(row)) <= day && (until == Missing.integer || day < until)
    }
}
