import Definitions
import Tables

/// Which of a source's files this run reads, and the account of the others.
struct SelectedFiles {
    var read: [DiscoveredFile] = []
    var unread: [FileAccount] = []
}

/// Leaves out exports dated after a day and, of snapshots, all but the newest. No file at all is an error unless the
/// force may do without the source.
func selectFiles(
    _ found: [DiscoveredFile], of source: SourceDefinition, schema: SchemaDefinition, inputs: String, until: CivilDate,
    lastUsed: CivilDate?, only: Set<String>? = nil
) throws(Diagnostic) -> SelectedFiles {
    var selected = SelectedFiles()
    // Which of them a published run has read was decided then.
    if let only {
        selected.read = found.filter { only.contains($0.name) }
        return selected
    }
    let mayBeMissing = source.isOptional || schema.isOptional
    guard !found.isEmpty else {
        if mayBeMissing { return selected }
        throw Diagnostic(
            code: "E0501", "\(source.name): no file matches `\(source.files)` in \(folder(of: source, inputs))",
            at: source.location,
            help: "put the export there, correct `files` or `folder`, or say `optional: true` if there may be none")
    }
    if let used = lastUsed, let newest = found.compactMap(\.exportDate).max(), newest < used,
        let file = found.last(where: { $0.exportDate == newest })
    {
        throw Diagnostic(
            code: "E0503",
            "\(source.name): the newest export is dated \(newest), older than the one of \(used) that a run has used",
            at: .init(file: file.name),
            help: "find the export of \(used) or a newer one; figures must not go back behind what was published")
    }
    for file in found {
        if let date = file.exportDate, date > until {
            selected.unread.append(FileAccount(unread: file, source: source.name, state: .afterAsOf))
        } else {
            selected.read.append(file)
        }
    }
    guard let newest = selected.read.map(\.exportDate).max(by: { ($0?.days ?? Int.min) < ($1?.days ?? Int.min) }) else {
        if mayBeMissing { return selected }
        throw Diagnostic(
            code: "E0502",
            "\(source.name): \(found.count == 1 ? "the only file" : "all \(found.count) files") of the folder "
                + "`\(folder(of: source, inputs))` \(found.count == 1 ? "is" : "are") dated after \(until)",
            at: source.location,
            help: "choose a later --as-of, or put back an export of that time")
    }
    if source.exports == .snapshot {
        try refuseCopy(among: selected.read, newest: newest, of: source)
        selected.unread += selected.read.filter { $0.exportDate != newest }
            .map { FileAccount(unread: $0, source: source.name, state: .notUsed) }
        selected.read.removeAll { $0.exportDate != newest }
    }
    return selected
}

/// A snapshot that is byte for byte an older one is that one sent again: the others would only seem to be replaced.
private func refuseCopy(
    among files: [DiscoveredFile], newest: CivilDate?, of source: SourceDefinition
) throws(Diagnostic) {
    for file in files where file.exportDate == newest {
        for older in files where older.exportDate != newest && older.bytes == file.bytes && file.bytes > 0 {
            guard let sum = sha256(of: file), sum == sha256(of: older) else { continue }
            throw Diagnostic(
                code: "E0409",
                "\(source.name): \(file.name) holds the same bytes as \(older.name): an old export was sent under a new "
                    + "name", at: .init(file: file.name),
                help:
                    "ask the supplier for the export that should be here; if nothing has changed since, remove the older "
                    + "of the two")
        }
    }
}

/// Nothing where the file cannot be read, which reading it will say.
private func sha256(of file: DiscoveredFile) -> String? {
    (try? InputFile(file)).flatMap { try? hashFile($0) }
}

/// Two files with the same bytes are an error: without a key every row would count twice, and with one the supplier has
/// sent an old export under a new name, so that a night is missing.
func checkTwins(_ files: [DecodedSource.File], of source: SourceDefinition) throws(Diagnostic) {
    var seen: [String: String] = [:]
    for file in files where !file.rows.isEmpty {
        guard let first = seen[file.sha256] else {
            seen[file.sha256] = file.file.name
            continue
        }
        let message = "\(source.name): \(file.file.name) holds the same bytes as \(first)"
        let place = Diagnostic.Location(file: file.file.name)
        if source.key.isEmpty {
            throw Diagnostic(
                code: "E0409", "\(message), and without a key every row would count twice", at: place,
                help: "remove one of the two files")
        }
        throw Diagnostic(
            code: "E0409", "\(message): an old export was sent under a new name", at: place,
            help: "ask the supplier for the export that should be here, or remove the copy")
    }
}

private func folder(of source: SourceDefinition, _ inputs: String) -> String {
    source.folder.isEmpty ? inputs : inputs + "/" + source.folder
}
