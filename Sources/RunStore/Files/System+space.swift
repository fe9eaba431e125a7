import Glibc
import Tables

extension System {
    /// What this account may still write on the disk that holds a path; nothing when that cannot be told.
    package static func freeBytes(at path: String) -> Int? {
        var status = statvfs()
        guard unsafe statvfs(path, &status) == 0 else { return nil }
        return Int(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// Whether this account may write a file or make names in a folder.
    package static func mayWrite(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

    /// Whether a process holds the lock of a file, by the kernel's own list: asking for the lock would take it from a run
    /// that begins at that moment.
    package static func isLocked(_ path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0, let bytes = try? read("/proc/locks") else { return false }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { line in
            line.contains("FLOCK") && line.split(separator: " ").contains { $0.hasSuffix(":\(status.st_ino)") }
        }
    }
}
