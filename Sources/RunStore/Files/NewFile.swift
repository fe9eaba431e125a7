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

    package func write(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
        buffer.append(contentsOf: bytes)
        guard buffer.count >= NewFile.pieceBytes else { return }
        try System.write(descriptor, buffer, path)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Puts everything on the disk and closes the file.
    package func finish() throws(Diagnostic) {
        try System.write(descriptor, buffer, path)
        try System.sync(descriptor, path)
        isOpen = false
        close(descriptor)
    }
}
