import Tables

/// Walks the records of a table that we wrote: RFC 4180 with a header. No string is made of a cell that nobody asks for.
///
/// Exports are never read with this; it knows only our own spelling.
package struct TableReader {
    private let bytes: [UInt8]
    private var place: Int
    /// Where each cell of the record lies, without its quotes.
    private var cells: [(range: Range<Int>, hasQuotes: Bool)] = []
    package private(set) var header: [String] = []
    private var places: [String: Int] = [:]

    /// Reads the header.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        guard scan() else { return }
        header = cells.indices.map { text(at: $0) }
        for (place, name) in header.enumerated() where places[name] == nil { places[name] = place }
    }

    /// Where a column stands; nothing in a table of a program that did not write it yet.
    package func column(_ name: String) -> Int? { places[name] }

    /// Goes on to the next record with as many cells as the header names; false at the end.
    package mutating func next() -> Bool {
        while scan() {
            if cells.count == header.count { return true }
        }
        return false
    }

    package var record: [String] { cells.indices.map { text(at: $0) } }

    /// The text of a cell as it was before it was kept from being read as a formula; empty without the column.
    package func words(_ column: Int?) -> String {
        guard let column else { return "" }
        return withoutGuard(text(at: column))
    }

    /// Whether the cell says exactly this.
    package func cell(_ column: Int?, is text: String) -> Bool {
        guard let column else { return text.isEmpty }
        return bytes[cells[column].range].elementsEqual(text.utf8)
    }

    package func number(_ column: Int?) -> Double? {
        guard let column, !cells[column].range.isEmpty else { return nil }
        return Double(text(at: column))
    }

    package func integer(_ column: Int?) -> Int? {
        guard let column, !cells[column].range.isEmpty else { return nil }
        return Int(text(at: column))
    }

    private func text(at column: Int) -> String {
        let (range, hasQuotes) = cells[column]
        guard hasQuotes else { return String(decoding: bytes[range], as: UTF8.self) }
        var plain: [UInt8] = []
        var isSecond = false
        for byte in bytes[range] {
            if byte == 34, !isSecond {
                isSecond = true
                continue
            }
            isSecond = false
            plain.append(byte)
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Finds the cells of the record that begins here.
    private mutating func scan() -> Bool {
        guard place < bytes.count else { return false }
        cells.removeAll(keepingCapacity: true)
        while true {
            if place < bytes.count, bytes[place] == 34 {
                let (range, hasQuotes) = quotedCell()
                cells.append((range, hasQuotes))
            } else {
                let start = place
                while place < bytes.count, bytes[place] != 44, bytes[place] != 10, bytes[place] != 13 { place += 1 }
                cells.append((start..<place, false))
            }
            if place < bytes.count, bytes[place] == 44 {
                place += 1
                continue
            }
            while place < bytes.count, bytes[place] == 13 { place += 1 }
            if place < bytes.count, bytes[place] == 10 { place += 1 }
            return true
        }
    }

    private mutating func quotedCell() -> (Range<Int>, Bool) {
        place += 1
        let start = place
        var hasQuotes = false
        while place < bytes.count {
            if bytes[place] != 34 {
                place += 1
            } else if place + 1 < bytes.count, bytes[place + 1] == 34 {
                hasQuotes = true
                place += 2
            } else {
                break
            }
        }
        let range = start..<place
        place = min(place + 1, bytes.count)
        return (range, hasQuotes)
    }
}

/// A whole table that we wrote, for those that are short.
package func readTable(_ bytes: [UInt8]) -> (header: [String], records: [[String]]) {
    var reader = TableReader(bytes)
    var records: [[String]] = []
    while reader.next() { records.append(reader.record) }
    return (reader.header, records)
}
