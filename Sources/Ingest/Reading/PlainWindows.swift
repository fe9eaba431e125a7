/// Windows of a plain file, whose bounds are known beforehand: each can be read without the ones before it.
struct PlainWindows: Sendable {
    private let input: InputFile
    private let overlap: Int
    private let unit: CodeUnit
    /// Where each chunk begins, and where the last one ends.
    private let bounds: [Int]

    var count: Int { bounds.count - 1 }

    /// - Parameters:
    ///   - chunkBytes: a whole number of units.
    ///   - jobs: as many tasks as are at work.
    init(input: InputFile, markLength: Int, chunkBytes: Int, overlap: Int, unit: CodeUnit, jobs: Int) {
        (self.input, self.overlap, self.unit) = (input, overlap, unit)
        var bounds = [markLength]
        var start = markLength
        while start < input.size {
            // Chunks get smaller towards the end, so that no task waits long for the last one of another.
            let share = jobs > 1 ? max((input.size - start) / (jobs + 1), chunkBytes / 8) : chunkBytes
            start = min(start + min(share / unit.bytes * unit.bytes + unit.bytes, chunkBytes), input.size)
            bounds.append(start)
        }
        self.bounds = bounds
    }

    /// The window of a chunk, or what is left of it from a known start. `each` is handed the bytes of the chunk's own range as
    /// they come.
    func window(_ chunk: Int, from start: Int?, each: (Span<UInt8>) -> Void = { _ in }) throws -> RecordWindow {
        let own = bounds[chunk]..<bounds[chunk + 1]
        let offset = start ?? (chunk == 0 ? own.lowerBound : own.lowerBound - unit.bytes)
        let end = min(own.upperBound + overlap, input.size)
        input.readAhead(
            chunk == 0 ? end..<end + InputFile.ahead : end + InputFile.ahead - own.count..<end + InputFile.ahead)
        let bytes = try input.read(at: offset, count: end - offset) { piece, place in
            let part = max(place, own.lowerBound)..<max(place, own.lowerBound, min(place + piece.count, own.upperBound))
            if !part.isEmpty { each(piece.extracting(part.lowerBound - place..<part.upperBound - place)) }
        }
        return RecordWindow(
            bytes: bytes, offset: offset, own: own,
            isEnd: end == input.size, bytesRead: own.upperBound)
    }

    /// Where the line ends that goes on at `place`, which may be far away.
    func endOfLine(after place: Int) throws -> Int {
        var offset = place - unit.bytes
        while true {
            try Task.checkCancellation()
            let block = try input.read(at: offset, count: 1 << 20)
            let isEnd = offset + block.count == input.size
            if let end = Ingest.endOfLine(in: block.span, from: 0, isEnd: isEnd, unit: unit) { return offset + end }
            if isEnd { return input.size }
            // The last unit may be the first half of CRLF.
            offset += block.count - unit.bytes
        }
    }
}
