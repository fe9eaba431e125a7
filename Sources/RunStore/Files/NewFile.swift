import Glibc
package import Tables

/// A new file written piece by piece, however large it gets, in memory that does not grow with it.
package final class NewFile {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true
    private static let pieceBytes = 1 << 20

    /// Makes the file, which must not exist.
    package init(_ path: String, mode: UInt32) throws(Diagnostic) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.create, "create", path, errno) }
        // The mask has taken rights away that the mode gives.
        guard fchmod(descriptor, mode) == 0 else { throw FileFailure.diagnostic(.create, "create", path, errno) }
    }

    deinit {
        if isOpen { close(descriptor) }
    }

    /// Pieces are put together until they are worth writing; a large one is written from where it is.
    package func write(_ bytes: [UInt8]) throws(Diagnostic) {
        if buffer.count + bytes.count < NewFile.pieceBytes {
            buffer.append(contentsOf: bytes)
            return
        }
        try System.write(descriptor, buffer, path)
        buffer.removeAll(keepingCapacity: true)
        try System.write(descriptor, bytes, path)
    }

    /// Closes the file with everything in it, on its way to the disk: it is there once the file system is synced.
    package func end() throws(Diagnostic) {
        try System.write(descriptor, buffer, path)
        buffer = []
        DiskSync.start(descriptor)
        isOpen = false
        // File systems of a network may say only now that they are full.
        guard close(descriptor) == 0 else { throw FileFailure.diagnostic(.transfer, "write", path, errno) }
    }

    /// Puts everything on the disk and closes the file.
    package func finish() throws(Diagnostic) {
        try System.write(descriptor, buffer, path)
        try System.sync(descriptor, path)
        isOpen = false
        close(descriptor)
    }
}
