import Tables

/// Puts chunks together in the order of the file, and has a chunk parsed again when it did not begin where the one before
/// it ended. So the result is that of one parse from front to back, whatever the chunks.
struct ChunkFold<Partial: Sendable> {
    /// Where the next unit of the file begins.
    private var position: Int
    private var lines = 0
    private var records = 0
    private var blankLines = 0
    private var unitBytes = 0
    private var sha256: String?

    /// The chunk to fold next.
    private var folded = 0
    private var started = 0
    private var ready: [Int: Result<ChunkResult<Partial>, any Error>] = [:]
    /// The chunk to fold next began at the wrong place.
    private var again: Int?

    // Archives only.
    private var isUnpacking = false
    private var isUnpacked = false
    private var unpacked: [Int: UnpackedWindow] = [:]
    /// The first unpacked window that no task has been given.
    private var unparsed = 0
    private var textEnd = 0

    init(position: Int) {
        self.position = position
    }

    /// The most urgent work that may begin now.
    mutating func nextStep(_ chunks: ChunkTasks<Partial>, alive: Int) -> ChunkStep? {
        if let chunk = again {
            again = nil
            if let window = unpacked[chunk] { return .parse(chunk, window, start: position) }
            return .read(chunk, start: position)
        }
        if chunks.gzip == nil {
            guard started < chunks.plain.count, started - folded < alive else { return nil }
            started += 1
            return .read(started - 1, start: nil)
        }
        // Unpacking is what takes longest, so it goes on whenever it may.
        if !isUnpacking, !isUnpacked, started - folded < alive {
            isUnpacking = true
            return .unpack
        }
        guard unparsed < started, let window = unpacked[unparsed] else { return nil }
        unparsed += 1
        return .parse(unparsed - 1, window, start: nil)
    }

    mutating func take(_ event: ChunkEvent<Partial>) throws {
        switch event {
        case .hashed(let hash): sha256 = hash
        case .parsed(let chunk, let result): ready[chunk] = result
        case .unpacked(let result):
            isUnpacking = false
            switch result {
            case .success(let window?):
                unpacked[started] = window
                started += 1
                textEnd = window.window.end
            case .success(nil):
                isUnpacked = true
            case .failure(let error):
                isUnpacked = true
                ready[started] = .failure(error)
                unparsed = started + 1
                started += 1
            }
        }
    }

    /// Folds the next chunk if it is ready; false when there is nothing to do until another task ends.
    mutating func foldNext(_ fold: (Partial, ChunkPosition) throws -> Void) throws -> Bool {
        guard let result = ready.removeValue(forKey: folded) else { return false }
        let chunk = try result.get()
        if position < chunk.own.upperBound {
            guard chunk.start == position, let partial = chunk.partial else {
                again = folded
                return true
            }
            let place = ChunkPosition(lineBase: lines, recordBase: records, bytesRead: chunk.bytesRead)
            try fold(partial.get(), place)
            position = chunk.end
            lines += chunk.lines
            records += chunk.records
            blankLines += chunk.blankLines
            unitBytes += chunk.unitBytes
        }
        unpacked[folded] = nil
        folded += 1
        return true
    }

    /// The whole file's account. That every byte is in one unit is checked here, on every run.
    ///
    /// - Parameter sha256: of a file that was hashed while its chunks were read.
    func summary(
        _ input: InputFile, markLength: Int, _ chunks: ChunkTasks<Partial>, sha256: String?
    ) throws -> FileSummary {
        let textBytes = chunks.gzip == nil ? input.size : max(textEnd, markLength)
        guard unitBytes + markLength == textBytes else {
            throw Diagnostic(
                code: "E0619",
                "\(textBytes) bytes of text were read, but records, blank lines and the byte order mark hold "
                    + "\(unitBytes + markLength)",
                at: Diagnostic.Location(file: input.file.name), help: "report this: it is a fault of the pipeline")
        }
        return FileSummary(
            bytes: input.size, textBytes: textBytes, records: records, blankLines: blankLines, lines: lines,
            unitBytes: unitBytes + markLength, sha256: sha256 ?? self.sha256)
    }
}
