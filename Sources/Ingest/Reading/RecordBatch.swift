import Definitions

/// The records of one chunk of a file: every cell unquoted, trimmed and in UTF-8, in flat arrays because a `String` per
/// cell would cost more than parsing it.
///
/// Blank lines are no records. A malformed record has no cells and one entry in `faults`; any other has at least one.
package struct RecordBatch: Sendable {
    /// Why a record is malformed, and the offset of the byte that shows it, in the file's text.
    package struct Fault: Sendable, Hashable {
        package let record: Int32
        package let code: FaultCode
        package let offset: Int64
    }

    /// Where a cell is in the batch's text. An empty range is an empty cell, quoted or not.
    struct Cell: Sendable {
        var start: UInt32
        var end: UInt32
    }

    /// Where each record begins in the file's text: after unpacking, before transcoding.
    package internal(set) var offsets: [Int64] = []
    /// Bytes of each record in the file's text, its line ending included.
    package internal(set) var lengths: [Int32] = []
    /// The physical line each record begins on, from 1 in the batch; `ChunkPosition.lineBase` makes it the file's.
    package internal(set) var lines: [Int32] = []
    /// The first cell of each record, and at the end the number of cells.
    package internal(set) var firstCell: [Int32] = [0]
    /// Where each cell is in `text`.
    var cells: [Cell] = []
    /// The chunk in UTF-8, or as it was when the file is windows-1252, and after it the cells that had to be rewritten: those
    /// with doubled quotes, or from windows-1252.
    package internal(set) var text: [UInt8] = []
    /// The malformed records, ascending.
    package internal(set) var faults: [Fault] = []
    /// Physical lines, those of blank lines included.
    package internal(set) var lineCount = 0
    /// Lines of nothing but spaces and tabs.
    package internal(set) var blankLines = 0
    /// Bytes of records and blank lines together: all that the chunk was owed.
    package internal(set) var unitBytes = 0

    /// Where each record begins in `text`.
    var rawStarts: [Int32] = []
    /// Where each record ends in `text`; before its true end when the record was too long to be kept.
    var rawEnds: [Int32] = []
    let encoding: Dialect.Encoding
    let quote: UInt8?
    /// How much of a record's raw text any chunk is sure to hold, however long the record.
    let keptBytes: Int

    /// An empty batch, ready to be filled.
    init(dialect: Dialect) {
        encoding = dialect.encoding
        quote = dialect.quote
        // In UTF-16 a record's text may have half the bytes of the record.
        keptBytes = dialect.maximumRecordBytes / 2
    }

    /// How many records there are, malformed ones included.
    package var count: Int { offsets.count }

    /// How many cells a record has; none when it is malformed.
    package func cellCount(of record: Int) -> Int {
        Int(firstCell[record + 1] - firstCell[record])
    }

    /// Where a cell's text is in `text`.
    package func cell(_ column: Int, of record: Int) -> Range<Int> {
        let cell = cells[Int(firstCell[record]) + column]
        return Int(cell.start)..<Int(cell.end)
    }
}
