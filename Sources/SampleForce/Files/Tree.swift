import Foundation

/// The folder that the sample is written to.
struct Tree {
    let root: String
    /// Packed as small as can be, or quickly: a large force is read once and thrown away.
    var isSmall = true

    /// Removes what an earlier run wrote, and nothing else.
    func clear() throws {
        for part in ["loamshire", "second-night", "bad-nights"] {
            let path = "\(root)/\(part)"
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
    }

    /// Writes a file; a name that ends in `.gz` is packed, without name or time so that the bytes are always the same.
    func write(_ bytes: [UInt8], to name: String, mode: Int = 0o644) throws {
        let isPacked = name.hasSuffix(".gz")
        let path = "\(root)/\(isPacked ? String(name.dropLast(3)) : name)"
        try makeFolder(of: path)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        if isPacked { try pack(path) }
    }

    /// An empty file, to be written bit by bit.
    func create(_ name: String) throws -> FileHandle {
        let path = "\(root)/\(name)"
        try makeFolder(of: path)
        try Data().write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    private func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Packs a file where it lies.
    func pack(_ path: String) throws {
        _ = try gzip(["-n", isSmall ? "-9" : "-1", "-f", path], path)
    }

    /// What a packed file holds.
    func readUnpacked(_ name: String) throws -> [UInt8] {
        try gzip(["-dc", "\(root)/\(name)"], name)
    }

    private func gzip(_ arguments: [String], _ path: String) throws -> [UInt8] {
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
        gzip.arguments = arguments
        gzip.standardOutput = output
        try gzip.run()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        gzip.waitUntilExit()
        guard gzip.terminationStatus == 0 else { throw PackingFailed(path: path) }
        return bytes
    }
}

/// gzip could not pack a file.
struct PackingFailed: Error, CustomStringConvertible {
    let path: String

    var description: String { "gzip could not pack or unpack \(path)" }
}
