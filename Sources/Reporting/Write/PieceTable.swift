import Synchronization
import Tables

/// A result table in pieces.
final class PieceTable: Sendable {
    private let files: RunFiles
    private let file: PieceFile
    private let guarded = Atomic(0)

    /// Begins with the header.
    init(_ shape: TableShape, in files: RunFiles, byteOrderMark: Bool) throws(Diagnostic) {
        self.files = files
        file = try files.begin(shape.path)
        try file.add(CSVWriter(header: shape.names, byteOrderMark: byteOrderMark).bytes, at: 0)
    }

    /// Takes the piece of a place from 0.
    func add(_ lines: CSVWriter, at place: Int) throws(Diagnostic) {
        guarded.add(lines.guarded, ordering: .relaxed)
        try file.add(lines.bytes, at: place + 1)
    }

    /// Ends the file and gives how many cells were guarded.
    func finish() throws(Diagnostic) -> Int {
        try files.end(file)
        return guarded.load(ordering: .relaxed)
    }
}
