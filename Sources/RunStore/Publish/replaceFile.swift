package import Tables

/// Puts new bytes in the place of a file in one step: a reader sees the old file or the new one, whole.
package func replaceFile(_ path: String, _ bytes: [UInt8], mode: UInt32, group: String? = nil) throws(Diagnostic) {
    let folder = FileTree.parent(of: path) ?? "."
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let temporary = "\(folder)/.\(name)-\(System.processID)"
    try FileTree.remove(temporary)
    do throws(Diagnostic) {
        try System.create(temporary, bytes, mode: mode)
        if let group { System.give(temporary, to: GroupID(named: group)) }
        try System.rename(temporary, to: path)
    } catch {
        try? FileTree.remove(temporary)
        throw error
    }
    try System.syncFolder(folder)
}
