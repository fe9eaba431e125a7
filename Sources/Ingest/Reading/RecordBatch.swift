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

    /// A record's place in the file and in the batch.
    package struct Place: Sendable {
        /// Where it begins in the file's text: after unpacking, before transcoding.
        let offset: Int64
        /// Its bytes in the file's text, its line ending included.
        let length: Int32
        /// The physical line it begins on, from 1 in the batch; `ChunkPosition.lineBase` makes it the file's.
        let line: Int32
        /// Where it begins in `text`.
        private(set) var rawStart: Int32
        /// Where it ends in `text`; before its true end when it was too long to be kept.
        private(set) var rawEnd: Int32
        let firstCell: Int32
        let cellCount: Int32

        /// The text now begins so many bytes later.
        mutating func shift(by bytes: Int32) {
            rawStart -= bytes
            rawEnd -= bytes
        }
    }

    /// One for each record: a single array, because each one written to costs a test of who else has it.
    var places: [Place] = []
    /// Where each cell is in `text`.
    var cells: [Cell] = []
    /// The chunk in UTF-8, or as it was when the file is windows-1252. Where cells had to be rewritten, the records' own part
    /// of it, and after that those cells.
    package internal(set) var text: [UInt8] = []
    /// Cells with doubled quotes, or from windows-1252, which count as following `text` until the batch is settled.
    var rewritten: [UInt8] = []
    /// The malformed records, ascending.
    package internal(set) var faults: [Fault] = []
    /// Physical lines, those of blank lines included.
    package internal(set) var lineCount = 0
    /// Lines of nothing but spaces and tabs.
    package internal(set) var blankLines = 0
    /// Bytes of records and blank lines together: all that the chunk was owed.
    package internal(set) var unitBytes = 0

    let encoding: Dialect.Encoding
    let quote: UInt8?
    /// How much of a record's raw text any chunk is sure to hold, however long the record.
    let keptBytes: Int

    /// A batch of no records of a chunk yet, whose text it shares.
    init(of text: ChunkText, dialect: Dialect) {
        self.init(dialect: dialect)
        self.text = text.bytes
    }

    /// An empty batch, ready to be filled.
    init(dialect: Dialect) {
        encoding = dialect.encoding
        quote = dialect.quote
        // In UTF-16 a record's text may have half the bytes of the record.
        keptBytes = dialect.maximumRecordBytes / 2
    }

    /// How many records there are, malformed ones included.
    package var count: Int { places.count }

    package var offsets: LazyMapCollection<[Place], Int64> { places.lazy.map { $0.offset } }
    package var lengths: LazyMapCollection<[Place], Int32> { places.lazy.map { $0.length } }
    package var lines: LazyMapCollection<[Place], Int32> { places.lazy.map { $0.line } }

    /// How many cells a record has; none when it is malformed.
    package func cellCount(of record: Int) -> Int {
        Int(places[record].cellCount)
    }

    /// Where a cell's text is in `text`.
    package func cell(_ column: Int, of record: Int) -> Range<Int> {
        let cell = cells[Int(places[record].firstCell) + column]
        return Int(cell.start)..<Int(cell.end)
    }
}
