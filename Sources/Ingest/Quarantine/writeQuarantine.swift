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
    let rejected = source.rejections.sorted { $0.row < $1.row }
    var walk = source.records.walk
    // Files whose headers differ cannot share one: the same cell would mean different things.
    var headers: [[UInt8]] = []
    var outputs: [RejectedFile] = []
    var next = 0
    for (number, file) in source.files.enumerated() {
        var stretches: [Stretch] = []
        while next < rejected.count, file.rows.contains(Int(rejected[next].row)) {
            let place = walk.place(of: Int(rejected[next].row))
            if !(stretches.last?.isFollowed(by: place.offset, place.length) ?? false) {
                stretches.append(Stretch(offset: place.offset))
            }
            stretches[stretches.count - 1].length += place.length
            stretches[stretches.count - 1].records += 1
            next += 1
        }
        guard !stretches.isEmpty else { continue }
        let output = headers.firstIndex(of: file.headerText) ?? headers.count
        if output == headers.count {
            headers.append(file.headerText)
            let suffix = output == 0 ? "" : "-\(output + 1)"
            outputs.append(
                try RejectedFile(
                    folder + "/\(source.definition.name).rejected\(suffix).csv", like: file.file,
                    source.definition.dialect))
        }
        var current = 0
        try source.readRejected(ofFile: number, at: stretches.map { (offset: $0.offset, length: $0.length) }) {
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

/// Records that stand next to each other.
private struct Stretch {
    let offset: Int64
    var length: Int32 = 0
    var records = 0

    /// Whether a record goes on where it ends, and with it is not too long to be told in 32 bits.
    func isFollowed(by offset: Int64, _ more: Int32) -> Bool {
        self.offset + Int64(length) == offset && length < 1 << 20 && more < 1 << 24
    }
}

/// What is wrong with each.
private func writeFaults(_ source: SourceRows, to folder: String) throws {
    var faults = try FaultsFile(folder + "/\(source.definition.name).faults.csv", of: source)
    let rejections = source.rejections.sorted { $0.row < $1.row }
    // Only a fault of a cell has a text to show; a whole record that fails a rule need not be read again.
    if source.faults.isEmpty, !source.reasons.contains(where: { $0.column >= 0 }) {
        var walk = source.records.walk
        var file = 0
        for rejection in rejections {
            let row = Int(rejection.row)
            while !source.files[file].rows.contains(row) { file += 1 }
            let place = walk.place(of: row)
            let record = PlacedRecord(
                file: file, row: row, offset: place.offset, length: place.length, line: place.line)
            try faults.add(record, Int(rejection.reason)) { _ in nil }
        }
    } else {
        var next = 0
        var current = -1
        var cells: RecordCells?
        try source.readBytes(of: rejections.map { Int($0.row) }) { record, bytes in
            if current != record.file {
                current = record.file
                cells = RecordCells(source.files[record.file], of: source)
            }
            try faults.add(record, Int(rejections[next].reason)) { cells?.text(column: $0, of: bytes) }
            next += 1
        }
    }
    try faults.finish()
}
