import CLibCSV

/// libcsv, which alone decides what a cell is. Fed one physical line per call, because it never tells offsets: after a line
/// it is either between records or inside one.
///
/// The only file that imports it. All memory that the callbacks write to belongs to this class and is freed with it; the
/// pointers never leave it, which is what `@safe` promises.
@safe final class LibCSVParser {
    enum State {
        case betweenRecords
        /// Inside a record; a quote is open, unless the line had no line end.
        case insideRecord
        /// libcsv refuses the byte at this place of what it was fed.
        case refused(at: Int)
    }

    private let parser: UnsafeMutablePointer<csv_parser>
    private let sink: UnsafeMutablePointer<Sink>
    private var capacity = 4096

    init(delimiter: UInt8, quote: UInt8?) {
        unsafe parser = .allocate(capacity: 1)
        unsafe parser.initialize(to: csv_parser())
        // `csv_init` fails only for a null pointer.
        _ = unsafe csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL))
        unsafe csv_set_delim(parser, delimiter)
        // There is no "no quoting": a zero byte never reaches libcsv when nothing is quoted.
        unsafe csv_set_quote(parser, quote ?? 0)
        unsafe csv_set_blk_size(parser, 64 << 10)
        unsafe sink = .allocate(capacity: 1)
        unsafe sink.initialize(
            to: Sink(
                bytes: .allocate(capacity: capacity), cells: .allocate(capacity: capacity)))
    }

    deinit {
        unsafe csv_free(parser)
        unsafe parser.deallocate()
        unsafe sink.pointee.bytes.deallocate()
        unsafe sink.pointee.cells.deallocate()
        unsafe sink.deallocate()
    }

    /// Cells complete so far in the record: also the number of the column that an open quote is in.
    var cellCount: Int { unsafe sink.pointee.cellCount }

    /// Begins a record, whose cells' bounds will count from `textBase` before its text. By hand, since after an error libcsv
    /// would go on in the middle of the bad field.
    func reset(textBase: Int) {
        unsafe parser.pointee.pstate = 0
        unsafe parser.pointee.quoted = 0
        unsafe parser.pointee.spaces = 0
        unsafe parser.pointee.entry_pos = 0
        unsafe parser.pointee.status = 0
        unsafe sink.pointee.byteCount = 0
        unsafe sink.pointee.cellCount = 0
        unsafe sink.pointee.textBase = textBase
    }

    /// Takes one physical line. The record's bytes so far and these together must be at most `recordBytes`.
    func feed(_ bytes: Span<UInt8>, _ line: Range<Int>, recordBytes: Int) -> State {
        reserve(recordBytes + 1)
        // The pointers are used during the call only; libcsv copies what it keeps.
        let parsed = unsafe bytes.extracting(line).withUnsafeBufferPointer { line in
            unsafe csv_parse(parser, line.baseAddress, line.count, takeCell, takeRecord, sink)
        }
        if parsed < line.count { return .refused(at: line.lowerBound + parsed) }
        return unsafe parser.pointee.pstate == 0 ? .betweenRecords : .insideRecord
    }

    /// Ends the record at the end of the file; false when a quote is still open.
    func finish() -> Bool {
        unsafe csv_fini(parser, takeCell, takeRecord, sink) == 0
    }

    /// Appends the record's text, and where each cell begins and ends, without the spaces and tabs around it.
    func append(text: inout [UInt8], cells: inout [RecordBatch.Cell]) {
        // The buffers hold as many bytes and cells as the counts say.
        unsafe text.append(contentsOf: UnsafeBufferPointer(start: sink.pointee.bytes, count: sink.pointee.byteCount))
        unsafe cells.append(contentsOf: UnsafeBufferPointer(start: sink.pointee.cells, count: cellCount))
    }

    /// A record's cells are never longer together, nor more in number, than its bytes and one.
    private func reserve(_ count: Int) {
        guard count > capacity else { return }
        let larger = max(count, capacity * 2)
        unsafe grow(&sink.pointee.bytes, used: sink.pointee.byteCount, capacity: larger)
        unsafe grow(&sink.pointee.cells, used: sink.pointee.cellCount, capacity: larger)
        capacity = larger
    }
}

/// Where the callbacks put a record's cells, apart from libcsv's own struct so that both may be written in one call.
@unsafe private struct Sink {
    var bytes: UnsafeMutablePointer<UInt8>
    var byteCount = 0
    /// What is before `bytes` in the text that they will be part of.
    var textBase = 0
    /// Where each cell is in that text.
    var cells: UnsafeMutablePointer<RecordBatch.Cell>
    var cellCount = 0
}

/// Moves a buffer to a larger one.
private func grow<Element: BitwiseCopyable>(_ buffer: inout UnsafeMutablePointer<Element>, used: Int, capacity: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe larger.update(from: buffer, count: used)
    unsafe buffer.deallocate()
    unsafe buffer = larger
}

/// libcsv's field callback: copies at once, because the bytes die when it returns. A null pointer is an empty cell. Spaces
/// and tabs go here, where the bytes are at hand, from quoted cells too.
private func takeCell(_ cell: UnsafeMutableRawPointer?, _ count: Int, _ data: UnsafeMutableRawPointer?) {
    // The pointer is the parser's own sink, whose buffers are at least as large as the record.
    guard let sink = unsafe data?.assumingMemoryBound(to: Sink.self) else { return }
    var start = 0
    var end = count
    let place = unsafe sink.pointee.byteCount
    if let cell = unsafe cell?.assumingMemoryBound(to: UInt8.self) {
        while start < end, unsafe cell[start] == 32 || cell[start] == 9 { start += 1 }
        while start < end, unsafe cell[end - 1] == 32 || cell[end - 1] == 9 { end -= 1 }
        unsafe (sink.pointee.bytes + place).update(from: cell + start, count: end - start)
    }
    let number = unsafe sink.pointee.cellCount
    let textPlace = unsafe sink.pointee.textBase + place
    unsafe sink.pointee.byteCount = place + end - start
    unsafe sink.pointee.cells[number] = RecordBatch.Cell(
        start: UInt32(truncatingIfNeeded: textPlace), end: UInt32(truncatingIfNeeded: textPlace + end - start))
    unsafe sink.pointee.cellCount = number + 1
}

/// libcsv's record callback, with nothing to do: the state after each line says the same.
private func takeRecord(_ lineEnd: Int32, _ data: UnsafeMutableRawPointer?) {}
