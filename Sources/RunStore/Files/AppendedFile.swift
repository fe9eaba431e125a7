import Glibc
package import Tables

/// A file that grows at its end, such as a log: each piece is added whole, whoever else adds to it.
package final class AppendedFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens the file, made when missing. Links are refused.
    package init(_ path: String, mode: UInt32) throws(Diagnostic) {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.create, "create", path, errno) }
    }

    deinit { close(descriptor) }

    package func append(_ bytes: [UInt8]) throws(Diagnostic) {
        try System.write(descriptor, bytes, path)
    }
}
