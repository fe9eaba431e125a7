/// The order of a key's texts in some rows, as far as it shows that no two are equal: with texts that ascend strictly no
/// table of them is needed.
struct KeyOrder: Sendable {
    /// The least and the greatest text; nothing without any.
    private(set) var ends: (first: [UInt8], last: [UInt8])?
    private(set) var ascends = true
    /// Rows without a text.
    private(set) var missing = 0

    init() {}

    /// The order of texts that are not told apart.
    static let none: KeyOrder = {
        var order = KeyOrder()
        order.ascends = false
        return order
    }()

    /// The order of a chunk's cells, whose text is read in place.
    init(_ cells: CellColumn) {
        let text = cells.text.span
        var before: Range<Int>?
        var first = 0..<0
        for row in 0..<cells.count {
            let start = cells.starts[row]
            guard start != CellColumn.missing else {
                missing += 1
                continue
            }
            let cell = Int(start)..<Int(cells.ends[row])
            if let before {
                if ascends, !precedes(text, before, cell) { ascends = false }
            } else {
                first = cell
            }
            before = cell
        }
        if let before { ends = (Array(cells.text[first]), Array(cells.text[before])) }
    }

    /// Adds the rows that come next.
    mutating func append(_ next: KeyOrder) {
        missing += next.missing
        ascends = ascends && next.ascends
        guard let more = next.ends else { return }
        if let mine = ends, !mine.last.lexicographicallyPrecedes(more.first) { ascends = false }
        ends = (ends?.first ?? more.first, more.last)
    }
}

/// Whether one text comes before another by their bytes.
private func precedes(_ text: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let shared = min(left.count, right.count)
    for place in 0..<shared {
        let (mine, other) = (text[left.lowerBound + place], text[right.lowerBound + place])
        if mine != other { return mine < other }
    }
    return left.count < right.count
}
