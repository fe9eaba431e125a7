import Synchronization

/// Windows of an archive, cut in order by whichever task holds the lock.
final class GzipWindows: Sendable {
    private struct State: ~Copyable {
        var reader: GzipReader
        /// Text from `offset` on that is unpacked and still needed.
        var text: [UInt8] = []
        var offset = 0
        var next: Int
    }

    private let state: Mutex<State>
    private let markLength: Int
    private let chunkBytes: Int
    private let overlap: Int
    private let unit: CodeUnit

    init(_ input: InputFile, markLength: Int, chunkBytes: Int, overlap: Int, unit: CodeUnit) {
        self.markLength = markLength
        self.chunkBytes = chunkBytes
        self.overlap = overlap
        self.unit = unit
        state = Mutex(State(reader: GzipReader(input), next: markLength))
    }

    /// The next window; nothing when the text is used up.
    func next() throws -> UnpackedWindow? {
        try state.withLock { state in
            let start = state.next
            var end = start + chunkBytes
            let offset = start == markLength ? start : start - unit.bytes
            while !state.reader.isEnd, state.offset + state.text.count < end + overlap {
                try state.reader.read(into: &state.text)
            }
            state.text.removeFirst(min(offset - state.offset, state.text.count))
            state.offset = offset
            let textEnd = state.offset + state.text.count
            guard start < textEnd else { return nil }
            end = min(end, textEnd)
            let bytes = Array(state.text.prefix(end + overlap - offset))
            let isEnd = state.reader.isEnd && offset + bytes.count == textEnd
            let bytesRead = state.reader.bytesRead
            var window = RecordWindow(
                bytes: bytes, offset: offset, own: start..<end, isEnd: isEnd, bytesRead: bytesRead)
            var lineEnd = window.end
            if !isEnd, window.endOfLine(from: max(end - unit.bytes, offset), unit: unit) == nil {
                // A line too long to keep: what is left of it is unpacked only to find its end.
                lineEnd = try GzipWindows.skipLine(&state, from: window.end - unit.bytes, unit: unit)
                window = RecordWindow(
                    bytes: bytes, offset: offset, own: start..<max(end, lineEnd), isEnd: false, bytesRead: bytesRead)
            }
            state.next = window.own.upperBound
            return UnpackedWindow(window: window, lineEnd: lineEnd)
        }
    }

    private static func skipLine(_ state: inout State, from place: Int, unit: CodeUnit) throws -> Int {
        state.text.removeFirst(place - state.offset)
        state.offset = place
        while true {
            let isEnd = state.reader.isEnd
            if let end = endOfLine(in: state.text.span, from: 0, isEnd: isEnd, unit: unit) {
                return state.offset + end
            }
            if isEnd { return state.offset + state.text.count }
            let dropped = state.text.count - unit.bytes - state.text.count % unit.bytes
            if dropped > 0 {
                state.text.removeFirst(dropped)
                state.offset += dropped
            }
            try state.reader.read(into: &state.text)
        }
    }
}
