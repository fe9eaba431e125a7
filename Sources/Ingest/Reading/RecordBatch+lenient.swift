import Definitions

extension RecordBatch {
    /// Malformed records as far as they can be made out: one that only has the wrong width keeps its cells, of the
    /// others the first line is cut at every delimiter and loses its quotes.
    func lenient(_ records: [Int32], _ dialect: Dialect) -> RecordBatch {
        var batch = RecordBatch(dialect: dialect)
        for record in records.lazy.map({ Int($0) }) {
            let place = places[record]
            let first = batch.cells.count
            if cellCount(of: record) > 0 {
                for cell in 0..<cellCount(of: record) { batch.addCell(text[self.cell(cell, of: record)]) }
            } else {
                batch.cut(text[Int(place.rawStart)..<Int(place.rawEnd)], dialect)
            }
            batch.places.append(
                Place(
                    offset: place.offset, length: place.length, line: place.line, rawStart: 0,
                    rawEnd: 0, firstCell: Int32(first), cellCount: Int32(batch.cells.count - first)))
        }
        return batch
    }

    private mutating func cut(_ record: ArraySlice<UInt8>, _ dialect: Dialect) {
        let line = record.prefix { $0 != 10 && $0 != 13 }
        for cell in line.split(separator: dialect.delimiter, omittingEmptySubsequences: false) {
            var bytes = cell.filter { $0 != dialect.quote }
            if encoding == .windows1252 {
                let original = bytes
                bytes = []
                for byte in original { Windows1252.append(byte, to: &bytes) }
            }
            // A text that is none in the declared encoding is nobody's key.
            addCell(firstInvalidUTF8(in: bytes.span, 0..<bytes.count) == nil ? bytes[...] : [])
        }
    }

    private mutating func addCell(_ bytes: ArraySlice<UInt8>) {
        let start = text.count
        text += bytes
        let cell = trim(text.span, start..<text.count)
        cells.append(Cell(start: UInt32(cell.lowerBound), end: UInt32(cell.upperBound)))
    }
}
