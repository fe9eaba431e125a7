import Tables

/// Takes cells with several values apart, each distinct text once: codes of one kind of log repeat in most of its rows.
///
/// Values are trimmed as cells are; empty ones are none, and repeated ones stay.
struct ListSplitter {
    private let separator: [UInt8]
    private var values: [Int32] = []
    private var known: [Int32: Range<Int>] = [:]

    init(separator: String) {
        self.separator = Array(separator.utf8)
    }

    /// The values of one cell, in its order.
    mutating func values(of cell: Int32, names: inout Names) -> ArraySlice<Int32> {
        if let range = known[cell] { return values[range] }
        let first = values.count
        let text = Array(names.bytes(of: cell))
        for part in parts(of: text) {
            let trimmed = trim(text.span, part)
            if !trimmed.isEmpty { values.append(names.code(of: text[trimmed])) }
        }
        known[cell] = first..<values.count
        return values[first...]
    }

    private func parts(of text: [UInt8]) -> [Range<Int>] {
        guard !separator.isEmpty else { return [text.indices] }
        var parts: [Range<Int>] = []
        var start = 0
        var place = 0
        while place + separator.count <= text.count {
            if text[place..<(place + separator.count)].elementsEqual(separator) {
                parts.append(start..<place)
                place += separator.count
                start = place
            } else {
                place += 1
            }
        }
        return parts + [start..<text.count]
    }
}
