package import Definitions
import Tables

/// The export files of one source below the inputs folder, by export date and then by the bytes of their names.
///
/// Order comes from the date in the name, never from the file's own times. All faults of the folder are thrown
/// together; no file at all is no fault here, because only the caller knows whether the source is optional.
///
/// - Parameter mayBeMissing: Whether the force may do without the source: its folder below the inputs need not be there.
package func discoverFiles(
    of source: SourceDefinition, inputs: String, mayBeMissing: Bool = false
) throws -> [DiscoveredFile] {
    let folder = try sourceFolder(source, inputs: inputs)
    let entries: [FolderEntry]
    do {
        entries = try listFolder(folder)
    } catch {
        let isBelow = !source.folder.isEmpty && describe(inputs, name: inputs).kind != .other
        if mayBeMissing, error.isAbsence, isBelow { return [] }
        throw Diagnostics([unusableFolder(folder, source: source, inputs: inputs, because: error)])
    }
    let pattern = FilePattern(source.files)
    var files: [DiscoveredFile] = []
    var faults: [Diagnostic] = []
    for entry in entries where !isPassing(entry) {
        guard let match = pattern.match(entry.name) else { continue }
        let name = source.folder.isEmpty ? entry.name : source.folder + "/" + entry.name
        let path = folder + "/" + entry.name
        if let fault = unusableEntry(entry, path: path, name: name) {
            faults.append(fault)
            continue
        }
        let date: CivilDate?
        switch match {
        case .undated: date = nil
        case .dated(let day): date = day
        case .impossible(let digits):
            faults.append(
                Diagnostic(
                    code: "E0326", "the date `\(digits)` in the file name is not a day of the calendar",
                    at: .init(file: name),
                    help:
                        "rename the file so that `\(source.files)` reads the export's date, or move it away"
                ))
            continue
        }
        files.append(
            DiscoveredFile(
                path: path, name: name, exportDate: date, bytes: entry.bytes, isGzip: entry.name.hasSuffix(".gz"),
                modified: entry.modified))
    }
    files.sort { left, right in
        if left.exportDate != right.exportDate {
            guard let first = left.exportDate, let second = right.exportDate else { return left.exportDate == nil }
            return first < second
        }
        return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    faults += unorderedFiles(files, of: source)
    if !faults.isEmpty { throw Diagnostics(faults) }
    return files
}

/// The folder that a source reads. The inputs folder may be a link; what lies inside it may not.
private func sourceFolder(_ source: SourceDefinition, inputs: String) throws -> String {
    var path = inputs
    for part in source.folder.split(separator: "/") where part != "." {
        path += "/" + part
        if describe(path, name: String(part)).kind == .link {
            throw Diagnostics([
                Diagnostic(
                    code: "E0323", "`\(source.folder)` below the inputs folder is a link; links are not followed there",
                    at: .init(file: path),
                    help: "put the folder itself there, or let `inputs` in pipeline.yaml lead to the real place")
            ])
        }
    }
    return path
}

/// Names that are never exports: hidden files, a spreadsheet's lock file, transfers under way, folders.
private func isPassing(_ entry: FolderEntry) -> Bool {
    entry.name.hasPrefix(".") || entry.name.hasPrefix("~$") || entry.name.hasSuffix(".tmp") || entry.kind == .folder
}

func unusableFolder(
    _ folder: String, source: SourceDefinition, inputs: String, because error: SystemError
) -> Diagnostic {
    let what = source.folder.isEmpty ? "the inputs folder" : "the folder `\(source.folder)` of \(source.name)"
    if error.isAbsence {
        return Diagnostic(
            code: "E0510", "\(what) cannot be read: \(error.words)", at: .init(file: folder),
            help: "create it and put the exports there, or correct `inputs` in pipeline.yaml or `folder` in "
                + source.location.file)
    }
    return Diagnostic(
        code: "E0810", "\(what) cannot be read: \(error.words)", at: .init(file: folder),
        help: "let the account that runs the pipeline list the folder and read its files: chmod u+rx, or its group")
}

private func unusableEntry(_ entry: FolderEntry, path: String, name: String) -> Diagnostic? {
    if !entry.isReadableName {
        return Diagnostic(
            code: "E0327", "the file name is not UTF-8 text", at: .init(file: name),
            help: "rename the file in plain letters")
    }
    switch entry.kind {
    case .link:
        return Diagnostic(
            code: "E0323", "the export is a link; links are not followed inside the inputs folder",
            at: .init(file: name), help: "copy the file itself into the folder")
    case .other:
        return Diagnostic(
            code: "E0328", "the export is not an ordinary file", at: .init(file: name),
            help: "put a file there, not a pipe or a device")
    case .file, .folder: break
    }
    do {
        try checkReadable(path)
        return nil
    } catch {
        return Diagnostic(
            code: "E0811", "the export cannot be read: \(error.words)", at: .init(file: name),
            help: "let the account that runs the pipeline read the file: chmod u+r, or its group")
    }
}

/// Exports whose order nobody could know.
private func unorderedFiles(_ files: [DiscoveredFile], of source: SourceDefinition) -> [Diagnostic] {
    let undated = files.filter { $0.exportDate == nil }
    if undated.count > 1 {
        return [
            Diagnostic(
                code: "E0324",
                "\(undated.count) files without a date match `\(source.files)`: \(listed(undated)); which one is newer "
                    + "cannot be known", at: source.location,
                help:
                    "put the export's date into the file names and into the pattern, as in "
                    + "`\(source.name)_{yyyyMMdd}.csv*`, or leave one file in the folder")
        ]
    }
    // Several files of one day are one export in parts: a corrected quarantine is fed back like that.
    return []
}

private func listed(_ files: [DiscoveredFile]) -> String {
    let shown = files.prefix(5).map { "`\($0.name)`" }.joined(separator: ", ")
    return files.count > 5 ? shown + " and \(files.count - 5) more" : shown
}
