import Definitions
import Tables

/// Writes the rejected records of every source, byte for byte and with the source's own titles and header, so that a
/// corrected copy can be put among the inputs; and beside them what is wrong with each.
///
/// Files of an earlier attempt are replaced, and removed where nothing is rejected any more.
func writeQuarantine(of sources: [SourceRows], definitions: [SourceDefinition], to folder: String) throws {
    try PrivateFile.makeFolder(folder)
    for definition in definitions { try removeQuarantine(of: definition.name, in: folder) }
    for source in sources where !source.rejections.isEmpty { try write(source, to: folder) }
}

private func removeQuarantine(of source: String, in folder: String) throws {
    let entries: [FolderEntry]
    do {
        entries = try listFolder(folder)
    } catch {
        throw Diagnostic(code: "E0730", "the quarantine folder \(folder) cannot be read: \(error.words)")
    }
    for entry in entries where entry.name.hasPrefix(source + ".") {
        let rest = entry.name.dropFirst(source.utf8.count)
        if rest == ".faults.csv" || (rest.hasPrefix(".rejected") && rest.hasSuffix(".csv")) || rest.hasSuffix(".tmp") {
            try PrivateFile.remove(folder + "/" + entry.name)
        }
    }
}

private func write(_ source: SourceRows, to folder: String) throws {
    let faults = try FaultsFile(folder + "/\(source.definition.name).faults.csv")
    let rows = source.rejections.map { Int($0.row) }.sorted()
    let reasons = Dictionary(
        source.rejections.map { (Int($0.row), source.reasons[Int($0.reason)]) }, uniquingKeysWith: { first, _ in first }
    )
    // Files whose headers differ cannot share one: the same cell would mean different things.
    var headers: [[UInt8]] = []
    var outputs: [RejectedFile] = []
    var current: (file: Int, output: Int, cells: RecordCells)?
    try source.readBytes(of: rows) { file, piece in
        if current?.file != file {
            let header = source.files[file].headerText
            let known = headers.firstIndex(of: header) ?? headers.count
            if known == headers.count {
                headers.append(header)
                let number = known == 0 ? "" : "-\(known + 1)"
                outputs.append(
                    try RejectedFile(
                        folder + "/\(source.definition.name).rejected\(number).csv", like: source.files[file].file,
                        source.definition.dialect))
            }
            current = (file, known, RecordCells(source.files[file], of: source))
        }
        if let current { try outputs[current.output].add(piece) }
    } each: { file, row, bytes in
        guard let current, let reason = reasons[row] else { return }
        try outputs[current.output].endRecord()
        try faults.add(row, reason, of: source, file: file, bytes, current.cells)
    }
    for output in outputs { try output.finish() }
    try faults.finish()
}
