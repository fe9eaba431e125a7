/// The cells of one column for every row of a chunk, as places in a text: what decoding by type starts from.
///
/// Cells are trimmed. A cell that is empty, a null token, or in a malformed record is missing.
struct CellColumn {
    let text: [UInt8]
    let count: Int
    /// The first row's cell is at `first`, and each next row's `step` further.
    private let places: [RecordBatch.Cell]
    private let first: Int
    private let step: Int
    /// Texts that mean empty, where that has not been settled yet: a cell is looked at once, when it is decoded.
    private let nulls: NullTokens

    /// Cells as they are, one a row.
    init(text: [UInt8], places: [RecordBatch.Cell]) {
        self.init(text: text, places: places, first: 0, step: 1, count: places.count, nulls: .none)
    }

    init(text: [UInt8], places: [RecordBatch.Cell], first: Int, step: Int, count: Int, nulls: NullTokens) {
        self.text = text
        self.count = count
        self.places = places
        self.first = first
        self.step = step
        self.nulls = nulls
    }

    @inline(__always)
    subscript(row: Int) -> RecordBatch.Cell {
        let cell = place(of: row)
        guard cell.start < cell.end else { return .missing }
        if nulls.contains(text.span, Int(cell.start), Int(cell.end)) { return .missing }
        return cell
    }

    /// Where a row's cell is, whether it is a null token or not.
    @inline(__always)
    func place(of row: Int) -> RecordBatch.Cell { places[first &+ row &* step] }

    /// Whether a cell that begins with a byte may be a null token.
    func mayBeNull(first byte: UInt8) -> Bool { nulls.mayBegin(with: byte) }
}

extension RecordBatch.Cell {
    /// In place of a cell without a value.
    static let missing = RecordBatch.Cell(start: .max, end: .max)

    @inline(__always)
    var isMissing: Bool { start == .max }

    @inline(__always)
    var range: Range<Int> { Int(start)..<Int(end) }
}
