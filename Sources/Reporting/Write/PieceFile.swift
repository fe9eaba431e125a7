import Crypto
import RunStore
import Synchronization
import Tables

/// A file of a run that comes in numbered pieces, from any task and in any order: each is written as soon as all before it
/// are.
final class PieceFile: Sendable {
    private struct Pieces {
        var next = 0
        var waiting: [Int: [UInt8]] = [:]
        var isWriting = false
    }

    private struct Output {
        let file: NewFile
        var hash = SHA256()
        var bytes = 0

        mutating func write(_ piece: [UInt8]) throws(Diagnostic) {
            hash.update(data: piece)
            bytes += piece.count
            try file.write(piece)
        }
    }

    let path: String
    private let pieces = Mutex(Pieces())
    private let output: Mutex<Output>

    init(_ path: String, _ file: sending NewFile) {
        self.path = path
        output = Mutex(Output(file: file))
    }

    /// Takes a piece. Whoever brings the next one writes it, and all that wait behind it; nobody waits for another.
    func add(_ piece: [UInt8], at place: Int) throws(Diagnostic) {
        var ready = pieces.withLock { pieces -> [UInt8]? in
            pieces.waiting[place] = piece
            guard !pieces.isWriting else { return nil }
            let first = pieces.waiting.removeValue(forKey: pieces.next)
            pieces.isWriting = first != nil
            return first
        }
        while let piece = ready {
            try output.withLock { (output) throws(Diagnostic) in try output.write(piece) }
            ready = pieces.withLock { pieces in
                pieces.next += 1
                let following = pieces.waiting.removeValue(forKey: pieces.next)
                pieces.isWriting = following != nil
                return following
            }
        }
    }

    /// Ends the file, numbers without a piece passed over, and gives its checksum and size.
    func finish() throws(Diagnostic) -> (sum: String, bytes: Int) {
        let rest = pieces.withLock { $0.waiting }.sorted { $0.key < $1.key }
        return try output.withLock { (output) throws(Diagnostic) in
            for (_, piece) in rest { try output.write(piece) }
            try output.file.end()
            return (hexText(output.hash.finalize()), output.bytes)
        }
    }
}
