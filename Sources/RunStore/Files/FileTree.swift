package import Tables

/// Whole folders: making, syncing and removing them without following a link.
package enum FileTree {
    /// Makes a folder and those above it that are missing; the modes are for those that are made.
    package static func make(_ path: String, mode: UInt32, above: UInt32 = 0o755, group: String? = nil)
        throws(Diagnostic)
    {
        if path.isEmpty || System.kind(of: path + "/.") == .folder { return }
        if let kind = System.kind(of: path), kind != .link {
            throw Diagnostic(
                code: "E0601", "cannot create the folder \(path): a file is in its place",
                help: "move that file away, or choose another folder")
        }
        if let parent = parent(of: path) { try make(parent, mode: above, above: above) }
        try System.makeFolder(path, mode: mode)
        if let group { System.give(path, to: GroupID(named: group)) }
    }

    /// Removes a file, a link or a folder with all it holds.
    package static func remove(_ path: String) throws(Diagnostic) {
        guard let kind = System.kind(of: path) else { return }
        if kind == .folder {
            for name in System.names(in: path) { try remove("\(path)/\(name)") }
        }
        try System.remove(path)
    }

    /// The paths of the files below a folder, sorted by their bytes; links are not followed.
    package static func files(in folder: String) -> [String] {
        let paths = System.names(in: folder).flatMap { name -> [String] in
            switch System.kind(of: "\(folder)/\(name)") {
            case .folder: files(in: "\(folder)/\(name)").map { "\(name)/\($0)" }
            case .file: [name]
            case .link, .other, nil: []
            }
        }
        return paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// The bytes of a file, or of the files below a folder.
    package static func bytes(in path: String) -> Int {
        switch System.kind(of: path) {
        case .folder: System.names(in: path).reduce(0) { $0 + bytes(in: "\(path)/\($1)") }
        case .file: (try? System.size(of: path)) ?? 0
        case .link, .other, nil: 0
        }
    }

    /// The folder that holds a path; nothing for a name alone and for the root.
    package static func parent(of path: String) -> String? {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard let slash = trimmed.lastIndex(of: "/") else { return nil }
        let parent = String(trimmed[..<slash])
        return parent.isEmpty ? (trimmed.count > 1 ? "/" : nil) : parent
    }
}
