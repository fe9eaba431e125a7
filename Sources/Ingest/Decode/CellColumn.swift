/// The cells of one column for every row of a chunk, as places in a text: what decoding by type starts from.
///
/// Cells are trimmed. A cell that is empty, a null token, or in a malformed record is missing.
struct CellColumn {
    let text: [UInt8]
    var places: [RecordBatch.Cell]

    var count: Int { places.count }
}

extension RecordBatch.Cell {
    /// In place of a cell without a value.
    static let missing = RecordBatch.Cell(start: .max, end: .max)

    @inline(__always)
    var isMissing: Bool { start == .max }

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
}
