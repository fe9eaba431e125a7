import Glibc
import Synchronization

/// A file without a name for what does not fit into memory: only this process can read it, and it is gone with it.
final class SpillFile: Sendable {
    private let descriptor: Int32
    private let end = Mutex(0)

    /// Nothing where the folder takes no file.
    init?(in folder: String) {
        let name = "\(folder)/.rows-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
        descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unsafe _ = unlink(name)
    }

    deinit {
        _ = close(descriptor)
    }

    /// Where the bytes were written; nothing where there is no room for them.
    func append(_ bytes: [UInt8]) -> Int? {
        let start = end.withLock { end in
            defer { end += bytes.count }
            return end
        }
        var written = 0
        while written < bytes.count {
            let rest = bytes[written...]
            let count = unsafe rest.withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(start + written))
            }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                return nil
            }
        }
        return start
    }

    /// The bytes at a place; fewer only where the disk has failed.
    func read(at offset: Int, count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            // `pread` writes into memory that the array owns, never past its capacity.
            while filled < count {
                let place = unsafe buffer.baseAddress?.advanced(by: filled)
                let got = unsafe pread(descriptor, place, count - filled, off_t(offset + filled))
                if got > 0 {
                    filled += got
                } else if got == 0 || errno != EINTR {
                    break
                }
            }
        }
    }
}
