package import Definitions
import Reporting
package import RunStore
import Tables

/// What rendering a published run again came to.
package struct RenderedAgain: Sendable, Hashable {
    package let folder: String
    /// Pages, charts and the workbook, by what happened to them.
    package let written: Int
    package let unchanged: Int
    package let removed: Int
}

/// Renders the pages, charts and workbook of a published run again, from its own tables, records and definitions.
///
/// The data files are held against `SHA256SUMS` first and never touched. Every other file is replaced in one step, and
/// `SHA256SUMS` comes last: whenever this ends, a reader has whole files and the next call mends the rest.
package func renderAgain(
    _ run: (asOf: String, run: String), in publication: Publication, like current: PipelineDefinition
) throws -> RenderedAgain {
    System.keepFilesPrivate()
    try FileTree.make(current.folders.state, mode: Modes.stateFolder)
    let lock = try RunLock(
        state: current.folders.state, process: System.processID, started: utcText(System.now), host: System.hostName)
    defer { withExtendedLifetime(lock) {} }

    let folder = publication.folder(asOf: run.asOf, run: run.run)
    let data = try PublishedData(checking: folder)
    let definition = try loadPublished(data.definitions, in: "\(folder)/definitions", like: current)
    let material = try PageMaterial(PublishedRun(try System.read("\(folder)/run.json")), definition: definition) {
        path throws(Diagnostic) in
        // Runs from before there were funnels have none; one that was deleted is refused with the sums.
        if path == funnelsTable.path, !data.files.contains(where: { $0.path == path }) { return [] }
        return try System.read("\(folder)/\(path)")
    }
    let files = try renderPages(material)

    var (written, unchanged) = (0, 0)
    for file in files {
        if try isSame(file, in: folder) {
            unchanged += 1
        } else {
            try replace(file, in: folder)
            written += 1
        }
    }
    let wanted = Set(files.map(\.path))
    let stale = FileTree.files(in: folder).filter { isLeftover($0) || (isRendered($0) && !wanted.contains($0)) }
    for path in stale { try FileTree.remove("\(folder)/\(path)") }
    let sums = checksums(data.files + files.map { (sum: sha256Text($0.bytes), path: $0.path) })
    if try !isSame(sums, in: folder) { try replace(sums, in: folder) }
    return RenderedAgain(
        folder: folder, written: written, unchanged: unchanged, removed: stale.count { !isLeftover($0) })
}

private func isSame(_ file: RenderedFile, in folder: String) throws(Diagnostic) -> Bool {
    let path = "\(folder)/\(file.path)"
    guard System.kind(of: path) == .file else { return false }
    return try System.read(path) == file.bytes
}

private func replace(_ file: RenderedFile, in folder: String) throws(Diagnostic) {
    let path = "\(folder)/\(file.path)"
    if let above = FileTree.parent(of: path) {
        try FileTree.make(above, mode: Modes.outputFolder, group: Modes.readers)
    }
    try replaceFile(path, file.bytes, mode: Modes.outputFile, group: Modes.readers)
}

/// What a call that was killed left of a file that it was about to replace.
private func isLeftover(_ path: String) -> Bool {
    path.split(separator: "/").last.map { $0.hasPrefix(".") } ?? false
}
