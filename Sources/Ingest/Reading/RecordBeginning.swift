package import Definitions

/// A literal beginning of records, such as `Grand Total`, in the bytes of the file's own encoding.
package struct RecordBeginning: Sendable, Hashable {
    let bytes: [UInt8]

    package init(_ text: String, encoding: Dialect.Encoding) {
        bytes = Array(text.utf8)
    }
}

extension RecordBatch {
    /// Whether a record's raw text, after leading spaces and quotes, begins with the given text.
    package func begins(_ record: Int, with beginning: RecordBeginning) -> Bool {
        false
    }

    /// A record's raw text in UTF-8, its line ending included; its first part only when it was too long to be kept.
    package func rawText(of record: Int) -> [UInt8] {
        Array(raw[Int(rawStarts[record])..<Int(rawEnds[record])])
    }
}
