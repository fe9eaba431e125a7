/// Windows of a plain file, on an even grid: each can be read without the ones before it.
struct PlainWindows: Sendable {
    let input: InputFile
    let markLength: Int
    let chunkBytes: Int
    let overlap: Int
    let unit: CodeUnit

    var count: Int { (input.size - markLength + chunkBytes - 1) / chunkBytes }

    /// The window of a chunk, or what is left of it from a known start. `each` is handed the bytes of the chunk's own range as
    /// they come.
    func window(_ chunk: Int, from start: Int?, each: (Span<UInt8>) -> Void = { _ in }) throws -> RecordWindow {
        let own = (markLength + chunk * chunkBytes)..<min(markLength + (chunk + 1) * chunkBytes, input.size)
        let offset = start ?? (chunk == 0 ? markLength : own.lowerBound - unit.bytes)
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
