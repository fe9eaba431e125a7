import Definitions
import Tables

/// Finds the cells of single records again, for the few that are shown to a reader.
final class RecordCells {
    private let dialect: Dialect
    /// For each column of the source its place in the file; nothing for columns made of several cells or of none, and for
    /// those that may never be shown.
    private let places: [Int?]

    init(_ file: DecodedSource.File, of source: SourceRows) {
        dialect = source.definition.dialect
        let header = RecordCells.split(file.headerText[...], source.definition.dialect).map { folded($0[...]) }
        places = source.columns.map { column in
            guard !source.isSensitive(column),
                let mapping = source.definition.columns.first(where: { $0.column == column.name }),
                case .header(let alternatives) = mapping.origin
            else { return nil }
            return alternatives.lazy.compactMap { header.firstIndex(of: folded($0)) }.first
        }
    }

    /// The text of a cell as the export spells it; nothing when it cannot be told or may not be shown.
    func text(column: Int, of record: [UInt8]) -> [UInt8]? {
        guard let place = places[column] else { return nil }
        let cells = RecordCells.split(RecordCells.utf8(record, dialect.encoding)[...], dialect)
        return place < cells.count ? cells[place] : nil
    }

    /// The cells of one record without its quotes; good enough for showing, since every record was parsed before.
    static func split(_ record: ArraySlice<UInt8>, _ dialect: Dialect) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in record {
            if byte == dialect.quote {
                isQuoted.toggle()
            } else if byte == dialect.delimiter, !isQuoted {
                cells.append([])
            } else if isQuoted || (byte != 10 && byte != 13) {
                cells[cells.count - 1].append(byte)
            }
        }
        return cells
    }

    static func utf8(_ bytes: [UInt8], _ encoding: Dialect.Encoding) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8WithMark: return bytes
        case .windows1252:
            var text: [UInt8] = []
            for byte in bytes { Windows1252.append(byte, to: &text) }
            return text
        case .utf16LittleEndian, .utf16BigEndian:
            let isLittle = encoding == .utf16LittleEndian
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
                let (low, high) = isLittle ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
                return UInt16(high) << 8 | UInt16(low)
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
    }
}

extension SourceRows {
    /// Whether values of a column may never be shown, not even their shape.
    func isSensitive(_ column: DecodedSource.Column) -> Bool {
        column.type == .pseudonym || schema.column(named: column.name)?.isSensitive ?? false
    }

    /// Hands over the beginning of rejected records as they stand in their files, which is all of one unless it is longer than a
    /// record may be. `rows` ascend.
    func readBytes(
        of rows: [Int], each: (_ record: PlacedRecord, _ beginning: [UInt8]) throws -> Void
    ) throws {
        let limit = definition.dialect.maximumRecordBytes
        var walk = records.walk
        let places = rows.map { walk.place(of: $0) }
        var next = 0
        for (number, file) in files.enumerated() {
            let first = next
            while next < rows.count, file.rows.contains(rows[next]) { next += 1 }
            guard first < next else { continue }
            var current = first
            var beginning: [UInt8] = []
            func end() throws {
                let place = places[current]
                try each(
                    PlacedRecord(
                        file: number, row: rows[current], offset: place.offset, length: place.length, line: place.line),
                    beginning)
                current += 1
                beginning.removeAll(keepingCapacity: true)
            }
            let records = places[first..<next].map { (offset: $0.offset, length: $0.length) }
            try readRejected(ofFile: number, at: records) { record, bytes in
                while current < first + record { try end() }
                beginning += bytes.prefix(max(0, limit - beginning.count))
            }
            try end()
        }
    }
}

/// A record of a source and where it stands in its file.
struct PlacedRecord {
    let file: Int
    let row: Int
    let offset: Int64
    let length: Int32
    let line: Int32
}
