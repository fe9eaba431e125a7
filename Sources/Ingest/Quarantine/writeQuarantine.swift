import Definitions
import Tables

/// Writes the rejected records of every source, byte for byte and with the source's own titles and header, so that a
/// corrected copy can be put among the inputs; and beside them what is wrong with each.
///
/// Files of an earlier attempt are replaced, and removed where nothing is rejected any more.
func writeQuarantine(
    of sources: [SourceRows], definitions: [SourceDefinition], to folder: String, jobs: Int
) async throws {
    try PrivateFile.makeFolder(folder)
    for definition in definitions { try removeQuarantine(of: definition.name, in: folder) }
    let rejected = sources.filter { !$0.rejections.isEmpty }
    // Which of several errors is told does not depend on who comes first.
    let results = try await concurrently(2 * rejected.count, jobs: jobs) { part in
        let source = rejected[part / 2]
        return Result {
            if part % 2 == 0 { try writeRecords(source, to: folder) } else { try writeFaults(source, to: folder) }
        }
    }
    for result in results { try result.get() }
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

/// The records themselves: neighbours are copied in one go.
private func writeRecords(_ source: SourceRows, to folder: String) throws {
    let rows = source.rejections.map { Int($0.row) }.sorted()
    let places = source.records.places(of: rows)
    // Files whose headers differ cannot share one: the same cell would mean different things.
    var headers: [[UInt8]] = []
    var outputs: [RejectedFile] = []
    var next = 0
    for file in source.files {
        let first = next
        while next < rows.count, file.rows.contains(rows[next]) { next += 1 }
        guard first < next else { continue }
        let output = headers.firstIndex(of: file.headerText) ?? headers.count
        if output == headers.count {
            headers.append(file.headerText)
            let number = output == 0 ? "" : "-\(output + 1)"
            outputs.append(
                try RejectedFile(
                    folder + "/\(source.definition.name).rejected\(number).csv", like: file.file,
                    source.definition.dialect))
        }
        let stretches = stretches(places[first..<next].map { (offset: $0.offset, length: $0.length) })
        var current = 0
        try readRecordBytes(of: file.file, at: stretches.map { (offset: $0.offset, length: $0.length) }) {
            stretch, piece in
            while current < stretch {
                try outputs[output].end(stretches[current].records)
                current += 1
            }
            try outputs[output].add(piece)
        }
        try outputs[output].end(stretches[current].records)
    }
    for output in outputs { try output.finish() }
}

/// Records that stand next to each other as one.
private func stretches(
    _ records: [(offset: Int64, length: Int32)]
) -> [(offset: Int64, length: Int32, records: Int)] {
    var all: [(offset: Int64, length: Int32, records: Int)] = []
    for (offset, length) in records {
        if let last = all.last, last.offset + Int64(last.length) == offset, last.length < 1 << 20, length < 1 << 24 {
            all[all.count - 1] = (last.offset, last.length + length, last.records + 1)
        } else {
            all.append((offset, length, 1))
        }
    }
    return all
}

/// What is wrong with each.
private func writeFaults(_ source: SourceRows, to folder: String) throws {
    var faults = try FaultsFile(folder + "/\(source.definition.name).faults.csv")
    let rejections = source.rejections.sorted { $0.row < $1.row }
    var next = 0
    var current = -1
    var cells: RecordCells?
    try source.readBytes(of: rejections.map { Int($0.row) }) { record, bytes in
        let reason = source.reasons[Int(rejections[next].reason)]
        next += 1
        if current != record.file {
            current = record.file
            cells = RecordCells(source.files[record.file], of: source)
        }
        if let cells { try faults.add(record, reason, of: source, bytes, cells) }
    }
    try faults.finish()
}
