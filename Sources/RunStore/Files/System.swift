import Glibc
package import Tables

/// The calls to the operating system that publishing needs, each with its refusal as a finding.
///
/// C takes and gives pointers, so these are the only lines of the module that are marked unsafe; no pointer leaves them.
package enum System {
    /// What a path leads to, links not followed.
    package enum Kind: Sendable {
        case file, folder, link, other
    }

    package static var processID: Int { Int(getpid()) }

    /// Files made from here on are the owner's alone until their mode says otherwise.
    package static func keepFilesPrivate() { umask(0o077) }

    package static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// UTC milliseconds since 1970.
    package static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    package static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    package static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// A reader that goes away then shows as a failed write instead of a signal that ends the program.
    package static func ignoreBrokenPipes() { ignore(signal: SIGPIPE) }

    package static func ignore(signal number: Int32) { _ = signal(number, SIG_IGN) }

    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    package static func kind(of path: String) -> Kind? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        return switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// The rights of a file or folder, as `chmod` takes them.
    package static func mode(of path: String) throws(Diagnostic) -> UInt32 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileFailure.diagnostic(.transfer, "read", path, errno) }
        return status.st_mode & 0o7777
    }

    package static func size(of path: String) throws(Diagnostic) -> Int {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw FileFailure.diagnostic(.transfer, "read", path, errno) }
        return Int(status.st_size)
    }

    /// When a file was last written to or a folder's names last changed, UTC nanoseconds since 1970.
    package static func changed(_ path: String) -> Int64? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        return Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }

    package static func read(_ path: String) throws(Diagnostic) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.transfer, "read", path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure.diagnostic(.transfer, "read", path, errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Makes a new file, which must not exist, with all of its bytes on the disk.
    package static func create(_ path: String, _ bytes: [UInt8], mode: UInt32) throws(Diagnostic) {
        let file = try NewFile(path, mode: mode)
        try file.write(bytes)
        try file.finish()
    }

    /// Puts what was written on the disk. Some file systems say only now that it is full.
    package static func sync(_ descriptor: Int32, _ path: String) throws(Diagnostic) {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw FileFailure.diagnostic(.transfer, "write", path, errno) }
        }
    }

    /// Writes all bytes to an open descriptor.
    package static func write(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws(Diagnostic) {
        var done = 0
        while done < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FileFailure.diagnostic(.transfer, "write", path, errno) }
            done += count
        }
    }

    /// Writes to a stream of the process. False when its reader has gone away.
    package static func send(_ bytes: [UInt8], to descriptor: Int32, named name: String) throws(Diagnostic) -> Bool {
        do throws(Diagnostic) {
            try write(descriptor, bytes, name)
            return true
        } catch {
            if errno == EPIPE { return false }
            throw error
        }
    }

    package static func makeFolder(_ path: String, mode: UInt32) throws(Diagnostic) {
        guard unsafe mkdir(path, mode) == 0, unsafe chmod(path, mode) == 0 else {
            throw FileFailure.diagnostic(.create, "create", path, errno)
        }
    }

    /// Gives an existing folder the rights of one that we make.
    package static func protectFolder(_ path: String, mode: UInt32) throws(Diagnostic) {
        guard unsafe chmod(path, mode) == 0 else { throw FileFailure.diagnostic(.create, "protect", path, errno) }
    }

    /// Puts the names in a folder on the disk: a rename lasts only after this.
    package static func syncFolder(_ path: String) throws(Diagnostic) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.transfer, "write", path, errno) }
        defer { close(descriptor) }
        try sync(descriptor, path)
    }

    package static func rename(_ from: String, to path: String) throws(Diagnostic) {
        guard unsafe Glibc.rename(from, path) == 0 else {
            throw FileFailure.diagnostic(.create, "create", path, errno)
        }
    }

    package static func makeLink(to target: String, at path: String) throws(Diagnostic) {
        guard unsafe symlink(target, path) == 0 else {
            throw FileFailure.diagnostic(.create, "create", path, errno)
        }
    }

    package static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = unsafe readlink(path, &buffer, buffer.count)
        return count < 0 ? nil : String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    package static func remove(_ path: String) throws(Diagnostic) {
        guard unsafe Glibc.remove(path) == 0 else { throw FileFailure.diagnostic(.transfer, "remove", path, errno) }
    }

    /// The names in a folder, sorted by their bytes; nothing when it cannot be read.
    package static func names(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// Gives a path to a group that we may give it to; readers are a convenience, never a reason to fail.
    package static func give(_ path: String, to group: GroupID?) {
        guard let group else { return }
        _ = unsafe lchown(path, uid_t.max, group.number)
    }

    /// Opens a file for locking, made when missing. Links are refused.
    static func openForLock(_ path: String) throws(Diagnostic) -> Int32 {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600 as mode_t)
        guard descriptor >= 0 else { throw FileFailure.diagnostic(.create, "create", path, errno) }
        return descriptor
    }

    /// Whether this process now holds the lock of an open file; it never waits.
    static func lock(_ descriptor: Int32, _ path: String) throws(Diagnostic) -> Bool {
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else { throw FileFailure.diagnostic(.transfer, "lock", path, errno) }
        }
        return true
    }

    static func empty(_ descriptor: Int32, _ path: String) throws(Diagnostic) {
        guard ftruncate(descriptor, 0) == 0 else { throw FileFailure.diagnostic(.transfer, "write", path, errno) }
    }

    static func closeDescriptor(_ descriptor: Int32) { close(descriptor) }

    static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}

func errorText(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text).lowercased()
}

func isRefusal(_ number: Int32) -> Bool { number == EACCES || number == EPERM }

func isFull(_ number: Int32) -> Bool { number == ENOSPC || number == EDQUOT || number == EFBIG }

func isReadOnly(_ number: Int32) -> Bool { number == EROFS }
