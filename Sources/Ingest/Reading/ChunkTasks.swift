import Definitions

/// What a child task is to do.
enum ChunkStep: Sendable {
    /// Read a chunk of a plain file and parse it, from a known start when its own guess was wrong.
    case read(Int, start: Int?)
    /// Unpack the next window of an archive.
    case unpack
    /// Parse a window that is unpacked.
    case parse(Int, UnpackedWindow, start: Int?)
}

/// A window of an archive, kept until its chunk is folded because it cannot be read again.
struct UnpackedWindow: Sendable {
    let window: RecordWindow
    /// Where the line ends that the window's end cuts off.
    let lineEnd: Int
}

/// What a child task has done. Errors are values until the fold comes to their chunk: else the first to fail would win.
enum ChunkEvent<Partial: Sendable>: Sendable {
    case hashed(String)
    case unpacked(Result<UnpackedWindow?, any Error>)
    case parsed(Int, Result<ChunkResult<Partial>, any Error>)
}

/// A chunk ready to be folded, if it began where the one before it ended.
struct ChunkResult<Partial: Sendable>: Sendable {
    let start: Int?
    let end: Int
    let own: Range<Int>
    let records: Int
    let blankLines: Int
    let lines: Int
    let unitBytes: Int
    let bytesRead: Int
    /// Nothing when no line begins in the chunk.
    let partial: Result<Partial, any Error>?
}

/// The work of child tasks: everything they need, and nothing that changes.
struct ChunkTasks<Partial: Sendable>: Sendable {
    let form: RecordForm
    let stretchBytes: Int
    let plain: PlainWindows
    let gzip: GzipWindows?
    /// What takes in the bytes of a plain file.
    let hash: RunningHash?
    let each: @Sendable (inout ChunkRecords) async throws -> Partial

    init(
        input: InputFile, form: RecordForm, markLength: Int, chunkBytes: Int, jobs: Int, hash: RunningHash?,
        each: @escaping @Sendable (inout ChunkRecords) async throws -> Partial
    ) {
        self.form = form
        stretchBytes = min(ChunkRecords.mostStretchBytes, chunkBytes / 3 + 1)
        self.hash = hash
        self.each = each
        let unit = CodeUnit(form.dialect.encoding)
        // Places in a chunk are kept in 32 bits.
        let chunkBytes = (min(max(chunkBytes, 1), 1 << 29) + unit.bytes - 1) / unit.bytes * unit.bytes
        let overlap = RecordWindow.overlap(form.dialect)
        plain = PlainWindows(
            input: input, markLength: markLength, chunkBytes: chunkBytes, overlap: overlap, unit: unit, jobs: jobs)
        gzip =
            input.file.isGzip
            ? GzipWindows(input, markLength: markLength, chunkBytes: chunkBytes, overlap: overlap, unit: unit) : nil
    }

    func run(_ step: ChunkStep) async -> ChunkEvent<Partial> {
        switch step {
        case .read(let chunk, let start):
            .parsed(
                chunk,
                await result {
                    try Task.checkCancellation()
                    let window = try read(chunk, from: start)
                    return try await parse(window, start) { try plain.endOfLine(after: window.end) }
                })
        case .unpack:
            .unpacked(Result { try gzip?.next() })
        case .parse(let chunk, let unpacked, let start):
            .parsed(
                chunk,
                await result {
                    try Task.checkCancellation()
                    return try await parse(unpacked.window, start) { unpacked.lineEnd }
                })
        }
    }

    private func read(_ chunk: Int, from start: Int?) throws -> RecordWindow {
        // A chunk that is read again has been taken in.
        guard start == nil, let hash else { return try plain.window(chunk, from: start) }
        return try hash.add(chunk, read: { try plain.window(chunk, from: nil, each: $0) }, own: \.ownBytes)
    }

    private func parse(
        _ window: RecordWindow, _ start: Int?, lineEnd: @escaping () throws -> Int
    ) async throws -> ChunkResult<Partial> {
        var records = ChunkRecords(window, from: start, form: form, stretchBytes: stretchBytes, lineEnd: lineEnd)
        var partial: Result<Partial, any Error>?
        if records.start != nil { partial = await result { try await each(&records) } }
        // What a chunk holds is known even when it could not be worked on.
        try records.skipRest()
        return ChunkResult(
            start: records.start, end: records.end, own: window.own, records: records.records,
            blankLines: records.blankLines, lines: records.lines, unitBytes: records.unitBytes,
            bytesRead: window.bytesRead, partial: partial)
    }
}

/// What a task gives, or its error as a value.
private func result<Value>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do {
        return .success(try await body())
    } catch {
        return .failure(error)
    }
}
