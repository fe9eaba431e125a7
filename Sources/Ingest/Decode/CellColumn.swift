/// The cells of one column for every row of a chunk, as places in a text: what decoding by type starts from.
///
/// Cells are trimmed. A cell that is empty, a null token, or in a malformed record is missing.
struct CellColumn {
    static let missing = UInt32.max

    let text: [UInt8]
    var starts: [UInt32]
    var ends: [UInt32]

    init(text: [UInt8], capacity: Int) {
        self.text = text
        starts = []
        ends = []
        starts.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
    }

    init(text: [UInt8], starts: [UInt32], ends: [UInt32]) {
        self.text = text
        self.starts = starts
        self.ends = ends
    }

    var count: Int { starts.count }

    mutating func append(_ range: Range<Int>) {
        starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: range.upperBound))
    }

    mutating func appendMissing() {
        starts.append(CellColumn.missing)
        ends.append(CellColumn.missing)
    }
}
