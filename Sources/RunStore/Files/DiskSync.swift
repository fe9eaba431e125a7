import CSync
import Glibc
import Tables

/// Puts all that is written below a folder on the disk at once: a disk that is asked for each of hundreds of files by itself
/// takes longer over that than over their bytes.
///
/// To be made before the first file is: a failure to write that the system met since then is one of `finish`.
final class DiskSync: Sendable {
    private let folder: String
    private let descriptor: Int32

    init(of folder: String) throws(Diagnostic) {
        self.folder = folder
        descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.transfer, "write", folder, errno) }
    }

    deinit { close(descriptor) }

    /// Waits until the disk has everything, names and bytes.
    func finish() throws(Diagnostic) {
        while syncfs(descriptor) != 0 {
            guard errno == EINTR else { throw FileFailure.diagnostic(.transfer, "write", folder, errno) }
        }
    }

    /// Sends the bytes of an open file to the disk without waiting for it. A hint: what it did not do, `finish` does.
    static func start(_ descriptor: Int32) { _ = sync_file_range(descriptor, 0, 0, UInt32(SYNC_FILE_RANGE_WRITE)) }
}
