package import Definitions

/// A literal beginning of records, such as `Grand Total`, in the bytes in which batches keep their raw text.
package struct RecordBeginning: Sendable, Hashable {
    /// Nothing when the file's encoding cannot spell it, so that no record begins with it.
    let bytes: [UInt8]?

    package init(_ text: String, encoding: Dialect.Encoding) {
        bytes = encoding == .windows1252 ? Windows1252.encode(text) : Array(text.utf8)
    }
}

extension RecordBatch {
    /// Whether a record's raw text, after leading spaces and quotes, begins with the given text.
    package func begins(_ record: Int, with beginning: RecordBeginning) -> Bool {
        guard let wanted = beginning.bytes else { return false }
        let end = Int(places[record].rawEnd)
        var place = Int(places[record].rawStart)
        while place < end {
            let byte = text[place]
            if byte == 32 || byte == 9 || byte == quote {
                place += 1
            } else if encoding == .windows1252, byte == 0xA0 {
                place += 1
            } else if encoding != .windows1252, byte == 0xC2, place + 1 < end, text[place + 1] == 0xA0 {
                place += 2
            } else {
                break
            }
        }
        guard place + wanted.count <= end else { return false }
        for index in 0..<wanted.count where text[place + index] != wanted[index] { return false }
        return true
    }

    /// A record's raw text in UTF-8, its line ending included; its first part only when it was too long to be kept.
    package func rawText(of record: Int) -> [UInt8] {
        let bytes = text[Int(places[record].rawStart)..<Int(places[record].rawEnd)]
        guard encoding == .windows1252 else { return Array(bytes) }
        var result: [UInt8] = []
        for byte in bytes { Windows1252.append(byte, to: &result) }
        return result
    }
}
