import Glibc
import Tables

/// A file that only its owner may read, written under a passing name and given its own when it is complete.
final class PrivateFile {
    private let path: String
    private let passing: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true

    init(_ path: String) throws(Diagnostic) {
        self.path = path
        passing = path + ".tmp"
        // What an attempt that was killed left behind belongs to nobody.
        unsafe _ = unlink(passing)
        descriptor = unsafe Glibc.open(passing, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw PrivateFile.failure("E0630", "cannot be created", path, errno) }
    }

    deinit {
        guard isOpen else { return }
        _ = Glibc.close(descriptor)
        unsafe _ = unlink(passing)
    }

    func write(_ bytes: some Sequence<UInt8>) throws(Diagnostic) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Puts the complete file in its place.
    func finish() throws(Diagnostic) {
        try flush()
        guard fsync(descriptor) == 0, unsafe rename(passing, path) == 0 else {
            throw PrivateFile.failure("E0730", "cannot be written", path, errno)
        }
        isOpen = false
        _ = Glibc.close(descriptor)
    }

    private func flush() throws(Diagnostic) {
        var written = 0
        while written < buffer.count {
            let rest = buffer[written...]
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if count < 0, errno != EINTR {
                throw PrivateFile.failure("E0730", "cannot be written", path, errno)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes a folder that only its owner may enter, with those above it.
    static func makeFolder(_ path: String) throws(Diagnostic) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if unsafe mkdir(made, 0o700) != 0, errno != EEXIST {
                throw failure("E0630", "cannot be created", made, errno)
            }
        }
    }

    /// Removes a file if there is one.
    static func remove(_ path: String) throws(Diagnostic) {
        if unsafe unlink(path) != 0, errno != ENOENT { throw failure("E0730", "cannot be removed", path, errno) }
    }

    private static func failure(_ code: String, _ what: String, _ path: String, _ number: Int32) -> Diagnostic {
        let reason = number == ENOSPC || number == EDQUOT ? "the disk is full" : SystemError(number: number).words
        return Diagnostic(
            code: number == EACCES || number == EPERM ? "E0830" : code, "\(path) \(what): \(reason)",
            help: number == ENOSPC || number == EDQUOT
                ? "free some space, then run again" : "let the account that runs the pipeline write to the state folder"
        )
    }
}
