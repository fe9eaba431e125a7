package import RunStore
import Synchronization
import Tables

/// The files of a run as several tasks make them: each goes to the run's folder at once, and its checksum is all that stays.
package final class RunFiles: Sendable {
    private struct Written {
        var sums: [(sum: String, path: String)] = []
        var bytes = 0
    }

    private let folder: RunFolder
    private let written = Mutex(Written())

    package init(in folder: RunFolder) {
        self.folder = folder
    }

    /// How many files there are, and of how many bytes.
    package var size: (files: Int, bytes: Int) { written.withLock { ($0.sums.count, $0.bytes) } }

    /// Writes a whole file.
    func add(_ file: RenderedFile) throws(Diagnostic) {
        try folder.create(file.path, file.bytes)
        note(file.path, sha256Text(file.bytes), bytes: file.bytes.count)
    }

    /// Begins a file that comes in pieces.
    func begin(_ path: String) throws(Diagnostic) -> PieceFile {
        PieceFile(path, try folder.open(path))
    }

    /// Ends a file that came in pieces.
    func end(_ file: PieceFile) throws(Diagnostic) {
        let (sum, bytes) = try file.finish()
        note(file.path, sum, bytes: bytes)
    }

    /// Writes the checksums of all files, which come last.
    func addChecksums() throws(Diagnostic) {
        try add(checksums(written.withLock { $0.sums }))
    }

    private func note(_ path: String, _ sum: String, bytes: Int) {
        written.withLock {
            $0.sums.append((sum, path))
            $0.bytes += bytes
        }
    }
}
