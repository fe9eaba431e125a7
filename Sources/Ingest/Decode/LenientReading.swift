/// What malformed records seem to say, read without minding quotes: only enough to know a record again when its
/// correction arrives. None of it becomes a value of a row.
package struct LenientReading: Sendable {
    /// The malformed rows, ascending.
    package var rows: [Int32] = []
    /// The cells that each row seems to have, and those that a record of its file has.
    package var cells: [Int32] = []
    package var widths: [Int32] = []
    /// One column per key column that can be read from cells, in the order of the source's key; a value per malformed
    /// row.
    package var keys: [DecodedSource.Column] = []

    package init() {}
}

extension LenientReading {
    /// Adds what follows, whose rows count from `first`.
    mutating func append(_ next: LenientReading, first: Int32, recoding codes: [Int32]? = nil) {
        rows += next.rows.map { $0 + first }
        cells += next.cells
        widths += next.widths
        if keys.isEmpty {
            keys = next.keys
        } else {
            for (place, key) in next.keys.enumerated() { keys[place].values.append(key.values, recoding: codes) }
        }
    }
}
