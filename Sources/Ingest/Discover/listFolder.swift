import Glibc

/// The entries of a folder by the bytes of their names; the folder itself may be a link.
func listFolder(_ path: String) throws(SystemError) -> [FolderEntry] {
    guard let folder = unsafe opendir(path) else { throw SystemError(number: errno) }
    defer { unsafe _ = closedir(folder) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
        let bytes = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
        let name = String(decoding: bytes, as: UTF8.self)
        if name == "." || name == ".." { continue }
        entries.append(describe(path + "/" + name, name: name, isReadableName: Array(name.utf8) == bytes))
        errno = 0
    }
    if errno != 0 { throw SystemError(number: errno) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// Whether this process may read a file, as the system sees it.
func checkReadable(_ path: String) throws(SystemError) {
    if unsafe access(path, R_OK) != 0 { throw SystemError(number: errno) }
}

/// One entry as its own inode describes it.
func describe(_ path: String, name: String, isReadableName: Bool = true) -> FolderEntry {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
        return FolderEntry(name: name, isReadableName: isReadableName, kind: .other, bytes: 0, modified: 0)
    }
    let kind: FolderEntry.Kind =
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    let modified = Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
    return FolderEntry(
        name: name, isReadableName: isReadableName, kind: kind, bytes: Int(status.st_size), modified: modified)
}
