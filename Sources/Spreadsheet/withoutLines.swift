import Glibc
import Synchronization

/// One at a time: what is redirected is the whole process's.
private let standardError = Mutex(())

/// Keeps lines that a library prints off standard error. Whatever else is printed meanwhile comes out afterwards.
///
/// - Parameter aside: an empty file, closed at the end.
func withoutLines<Result>(beginningWith starts: [String], through aside: Int32, _ body: () -> Result) -> Result {
    standardError.withLock { _ in
        let kept = dup(STDERR_FILENO)
        defer {
            close(kept)
            close(aside)
        }
        guard kept >= 0, aside >= 0 else { return body() }
        dup2(aside, STDERR_FILENO)
        let result = body()
        dup2(kept, STDERR_FILENO)
        let lines = text(of: aside).split(separator: "\n", omittingEmptySubsequences: false)
        let others = lines.filter { line in !starts.contains { line.hasPrefix($0) } }
        let bytes = Array(others.joined(separator: "\n").utf8)
        if !bytes.isEmpty { unsafe bytes.withUnsafeBytes { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) } }
        return result
    }
}

private func text(of descriptor: Int32) -> String {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { return "" }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        filled = max(0, unsafe pread(descriptor, buffer.baseAddress, size, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
}
