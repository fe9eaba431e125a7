/// Writes records as RFC 4180 says: CRLF, quotes only where needed, `""` for a quote.
///
/// A text cell that a spreadsheet would run as a formula gets a `'` before it; numbers are never touched.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8]
    /// How many text cells were guarded, counted as DQ27.
    package private(set) var guarded = 0
    private var isFirst = true

    /// Starts a file with its header. The byte order mark is for spreadsheets that read UTF-8 only with one.
    package init(header: [String], byteOrderMark: Bool = false) {
        bytes = byteOrderMark ? [0xef, 0xbb, 0xbf] : []
        for name in header { text(name) }
        endRecord()
    }

    /// Goes on with a file whose header stands.
    init() { bytes = [] }

    package mutating func text(_ text: String) {
        separate()
        let cell = text.utf8
        let needsGuard = CSVWriter.needsGuard(cell)
        if needsGuard { guarded += 1 }
        let needsQuotes = CSVWriter.needsQuotes(cell.span)
        if needsQuotes { bytes.append(34) }
        if needsGuard { bytes.append(39) }
        if needsQuotes {
            for byte in cell {
                if byte == 34 { bytes.append(34) }
                bytes.append(byte)
            }
            bytes.append(34)
        } else {
            bytes.append(contentsOf: cell)
        }
    }

    /// Empty for nothing.
    mutating func text(_ text: String?) {
        if let text { self.text(text) } else { separate() }
    }

    /// So many empty cells.
    mutating func empty(_ count: Int) {
        for _ in 0..<count { separate() }
    }

    /// Cells that other records have as well, written once.
    package mutating func cells(_ cells: WrittenCells) {
        separate()
        bytes.append(contentsOf: cells.bytes)
        guarded += cells.guarded
    }

    package mutating func number(_ number: Double?) {
        separate()
        if let number { bytes.append(decimal: number) }
    }

    package mutating func integer(_ integer: Int?) {
        separate()
        if let integer { bytes.append(digitsOf: integer) }
    }

    /// Makes room for so many bytes.
    package mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    package mutating func endRecord() {
        bytes.append(13)
        bytes.append(10)
        isFirst = true
    }

    private mutating func separate() {
        if !isFirst { bytes.append(44) }
        isFirst = false
    }

    /// `=` `+` `-` `@` TAB CR.
    private static let formulaStarts: [UInt8] = [61, 43, 45, 64, 9, 13]

    /// Looks at all of it: hardly any cell does, and without a way out the loop takes many bytes at a time.
    private static func needsQuotes(_ cell: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for place in cell.indices {
            let byte = cell[place]
            found |= (byte == 34 ? 1 : 0) | (byte == 44 ? 1 : 0) | (byte == 13 ? 1 : 0) | (byte == 10 ? 1 : 0)
        }
        return found != 0
    }

    /// A text that looks like a guarded one gets another guard, so that reading takes off what writing put on.
    fileprivate static func needsGuard(_ cell: String.UTF8View) -> Bool {
        // Nearly every cell begins with a letter or a digit.
        guard let first = cell.first, first <= 64, first == 39 || formulaStarts.contains(first) else { return false }
        return cell.first { $0 != 39 }.map { formulaStarts.contains($0) } ?? false
    }
}

/// Neighbouring cells as they stand in a file.
package struct WrittenCells: Sendable {
    fileprivate let bytes: [UInt8]
    fileprivate let guarded: Int

    package init(_ texts: [String]) {
        let table = CSVWriter(header: texts)
        bytes = Array(table.bytes.dropLast(2))
        guarded = table.guarded
    }
}

/// A text cell as it was before it was guarded.
func withoutGuard(_ cell: String) -> String {
    guard cell.utf8.first == 39, CSVWriter.needsGuard(cell.utf8) else { return cell }
    return String(cell.dropFirst())
}
