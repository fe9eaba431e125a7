import Glibc
import Tables

/// An export opened for reading, its size fixed at that moment so that a file still being written is noticed.
///
/// Reads name their place, so that any number of tasks may read at once.
final class InputFile: Sendable {
    let file: DiscoveredFile
    let size: Int
    private let descriptor: Int32

    init(_ file: DiscoveredFile) throws {
        self.file = file
        let descriptor = unsafe Glibc.open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFile.unreadable(file, errno) }
        self.descriptor = descriptor
        size = try InputFile.size(of: descriptor, file)
    }

    deinit {
        _ = Glibc.close(descriptor)
    }

    /// Bytes asked for at once, few enough to be in the processor's cache when they are handed over.
    private static let piece = 1 << 18

    /// The bytes at a place, fewer only where the file ends. `each` is handed the pieces they come in, and their places.
    func read(at offset: Int, count: Int, each: (Span<UInt8>, Int) -> Void = { _, _ in }) throws -> [UInt8] {
        let wanted = max(0, min(count, size - offset))
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            // `pread` writes into memory that the array owns, never past its capacity.
            while filled < wanted {
                guard let place = unsafe buffer.baseAddress?.advanced(by: filled) else { break }
                let most = min(wanted - filled, InputFile.piece)
                let got = unsafe pread(descriptor, place, most, off_t(offset + filled))
                if got > 0 {
                    unsafe each(UnsafeBufferPointer(start: place, count: got).span, offset + filled)
                    filled += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        if failure != 0 { throw InputFile.unreadable(file, failure) }
        if bytes.count < wanted { throw changed }
        return bytes
    }

    /// How far ahead of a chunk the system is asked to fetch.
    static let ahead = 32 << 20

    /// Asks the system to fetch what will be wanted soon, which matters only when the file is not in memory yet.
    func readAhead(_ range: Range<Int>) {
        guard range.lowerBound < size else { return }
        _ = posix_fadvise(descriptor, off_t(range.lowerBound), off_t(range.count), POSIX_FADV_WILLNEED)
    }

    /// Fails when the file is no longer as long as it was when it was opened.
    func checkUnchanged() throws {
        if try InputFile.size(of: descriptor, file) != size { throw changed }
    }

    private var changed: Diagnostic {
        Diagnostic(
            code: "E0611", "the file changed while it was being read: it had \(size) bytes at first",
            at: Diagnostic.Location(file: file.name),
            help: "wait until the export is complete, then run again")
    }

    private static func size(of descriptor: Int32, _ file: DiscoveredFile) throws -> Int {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(file, errno) }
        return Int(status.st_size)
    }

    private static func unreadable(_ file: DiscoveredFile, _ number: Int32) -> Diagnostic {
        Diagnostic(
            code: "E0610", "the file cannot be read: \(SystemError(number: number).words)",
            at: Diagnostic.Location(file: file.name),
            help: "let the account that runs the pipeline read this file")
    }
}
