import Definitions
import Ingest

/// The record as the design words it, from front to back, character by character, with nothing taken from the code under test.
struct ReferenceParser {
    /// A character, or bytes that are none.
    struct Atom {
        var value: UInt32
        var offset: Int
        var bytes: Int
        var isBad = false
    }

    struct Outcome {
        var records: [ReadRecord] = []
        var blankLines = 0
        var lines = 0
        /// Bytes of all units.
        var bytes = 0
    }

    private enum End {
        case refused(at: Int)
        case open(column: Int)
        case cells([[UInt32]])
    }

    let dialect: Dialect
    let lineBreakColumns: Set<Int>

    func parse(_ bytes: [UInt8]) -> Outcome {
        let atoms = ReferenceParser.atoms(of: bytes, dialect.encoding)
        var outcome = Outcome()
        var place = 0
        while place < atoms.count {
            let firstEnd = lineEnd(atoms, place)
            var end = firstEnd
            var lines = 1
            var record = ReadRecord(offset: atoms[place].offset, length: 0, line: outcome.lines + 1)
            var isBlank = false
            judging: while true {
                let part = atoms[place..<end]
                record.length = part.reduce(0) { $0 + $1.bytes }
                if record.length > dialect.maximumRecordBytes {
                    record.fault = .tooLong
                    break
                }
                if dialect.quote == nil, part.contains(where: { $0.value == 0 }) {
                    record.fault = .nulByte
                    break
                }
                switch machine(part, isEndOfFile: end == atoms.count) {
                case .refused(let at):
                    record.fault = .strayQuote
                    record.faultOffset = atoms[at].offset
                    break judging
                case .cells(let cells):
                    isBlank = cells.isEmpty
                    record.cells = cells.map(trimmed)
                    if let zero = part.first(where: { $0.value == 0 && !$0.isBad }) {
                        record.fault = .nulByte
                        record.faultOffset = zero.offset
                    } else if let bad = part.first(where: \.isBad) {
                        record.fault = .invalidEncoding
                        record.faultOffset = bad.offset
                    }
                    break judging
                case .open(let column):
                    if end == atoms.count {
                        record.fault = .openQuote
                    } else if !lineBreakColumns.contains(column) {
                        record.fault = .undeclaredLineBreak
                    } else if lines == dialect.maximumLines {
                        record.fault = .tooLong
                    }
                    if record.fault != nil { break judging }
                    end = lineEnd(atoms, end)
                    lines += 1
                }
            }
            if record.fault != nil, record.cells == nil {
                // The first line alone.
                end = firstEnd
                lines = 1
                let line = atoms[place..<end]
                record.length = line.reduce(0) { $0 + $1.bytes }
                if record.length <= dialect.maximumRecordBytes, let zero = line.first(where: { $0.value == 0 }) {
                    record.fault = .nulByte
                    record.faultOffset = zero.offset
                }
                record.faultOffset = record.faultOffset ?? record.offset
            }
            if record.fault != nil { record.cells = nil }
            if isBlank { outcome.blankLines += 1 } else { outcome.records.append(record) }
            outcome.lines += lines
            outcome.bytes += record.length
            place = end
        }
        return outcome
    }

    private func lineEnd(_ atoms: [Atom], _ start: Int) -> Int {
        var place = start
        while place < atoms.count {
            if atoms[place].value == 10 { return place + 1 }
            if atoms[place].value == 13 {
                return place + 1 < atoms.count && atoms[place + 1].value == 10 ? place + 2 : place + 1
            }
            place += 1
        }
        return place
    }

    /// What strict libcsv says of a record's lines: fields free of quotes lose the spaces around them, quoted fields keep theirs.
    private func machine(_ part: ArraySlice<Atom>, isEndOfFile: Bool) -> End {
        enum Mode { case rowStart, fieldStart, plain, quoted, afterQuote }
        var mode = Mode.rowStart
        var cells: [[UInt32]] = []
        var cell: [UInt32] = []
        let quote = dialect.quote.map(UInt32.init)
        let delimiter = UInt32(dialect.delimiter)
        func isSpace(_ value: UInt32) -> Bool { value == 32 || value == 9 }
        func endCell() {
            cells.append(cell)
            cell = []
            mode = .fieldStart
        }
        for index in part.indices {
            let value = part[index].value
            let isLineEnd = value == 10 || value == 13
            switch mode {
            case .rowStart, .fieldStart:
                if isSpace(value), value != delimiter { continue }
                if isLineEnd {
                    if mode == .fieldStart { endCell() }
                    mode = .rowStart
                } else if value == delimiter {
                    endCell()
                } else if value == quote {
                    mode = .quoted
                } else {
                    mode = .plain
                    cell.append(value)
                }
            case .plain:
                if value == quote { return .refused(at: index) }
                if value == delimiter {
                    endCell()
                } else if isLineEnd {
                    endCell()
                    mode = .rowStart
                } else {
                    cell.append(value)
                }
            case .quoted:
                if value == quote { mode = .afterQuote } else { cell.append(value) }
            case .afterQuote:
                if value == delimiter {
                    endCell()
                } else if isLineEnd {
                    endCell()
                    mode = .rowStart
                } else if value == quote, index > part.startIndex, part[index - 1].value == quote {
                    cell.append(value)
                    mode = .quoted
                } else if !isSpace(value) {
                    return .refused(at: index)
                }
            }
        }
        if mode == .rowStart { return .cells(cells) }
        if mode == .quoted { return .open(column: cells.count) }
        if isEndOfFile { endCell() }
        return .cells(cells)
    }

    private func trimmed(_ cell: [UInt32]) -> [UInt8] {
        let spaces: Set<UInt32> = [32, 9, 0xA0]
        var rest = cell[...]
        while let first = rest.first, spaces.contains(first) { rest.removeFirst() }
        while let last = rest.last, spaces.contains(last) { rest.removeLast() }
        return rest.flatMap { Array(String(Unicode.Scalar($0) ?? "?").utf8) }
    }

    private static func atoms(of bytes: [UInt8], _ encoding: Dialect.Encoding) -> [Atom] {
        switch encoding {
        case .utf8, .utf8WithMark: return utf8(bytes)
        case .windows1252:
            return bytes.indices.map { place in
                let byte = bytes[place]
                let value: UInt32 = byte == 0x80 ? 0x20AC : UInt32(byte)
                return Atom(value: value, offset: place, bytes: 1, isBad: byte == 0x81)
            }
        case .utf16LittleEndian: return utf16(bytes) { UInt32($0) | UInt32($1) << 8 }
        case .utf16BigEndian: return utf16(bytes) { UInt32($1) | UInt32($0) << 8 }
        }
    }

    private static func utf8(_ bytes: [UInt8]) -> [Atom] {
        var atoms: [Atom] = []
        var offset = 0
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let value = Unicode.UTF8.decode(encoded).value
                atoms.append(Atom(value: value, offset: offset, bytes: encoded.count))
                offset += encoded.count
            case .error(let length):
                atoms.append(Atom(value: 0xFFFD, offset: offset, bytes: length, isBad: true))
                offset += length
            case .emptyInput: return atoms
            }
        }
    }

    private static func utf16(_ bytes: [UInt8], _ value: (UInt8, UInt8) -> UInt32) -> [Atom] {
        var atoms: [Atom] = []
        var place = 0
        while place + 1 < bytes.count {
            let unit = value(bytes[place], bytes[place + 1])
            let next = place + 3 < bytes.count ? value(bytes[place + 2], bytes[place + 3]) : 0
            if (0xD800...0xDBFF).contains(unit), (0xDC00...0xDFFF).contains(next) {
                let scalar = 0x10000 + (unit - 0xD800) * 0x400 + (next - 0xDC00)
                atoms.append(Atom(value: scalar, offset: place, bytes: 4))
                place += 4
            } else {
                let isBad = (0xD800...0xDFFF).contains(unit)
                atoms.append(Atom(value: isBad ? 0xFFFD : unit, offset: place, bytes: 2, isBad: isBad))
                place += 2
            }
        }
        if place < bytes.count { atoms.append(Atom(value: 0xFFFD, offset: place, bytes: 1, isBad: true)) }
        return atoms
    }
}
