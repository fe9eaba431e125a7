import Definitions
import Tables

/// A header that is one cell where several are mapped: the declared delimiter is not the file's.
func wrongDelimiter(_ header: FileHeader, of file: DiscoveredFile, source: SourceDefinition) -> Diagnostic? {
    let wanted = Set(source.columns.flatMap { headersNamed(by: $0) }.map { folded($0) })
    guard header.namedCount <= 1, wanted.count > 1 else { return nil }
    let candidates: [(byte: UInt8, name: String, yaml: String)] = [
        (44, "comma", "comma"), (59, "semicolon", "semicolon"), (9, "tab", "tab"), (124, "pipe", "pipe"),
    ]
    let declared = candidates.first { $0.byte == source.dialect.delimiter }?.name ?? "declared delimiter"
    let counts = candidates.map { candidate in header.text.count { $0 == candidate.byte } }
    guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else { return nil }
    let likely = candidates[best]
    guard likely.byte != source.dialect.delimiter else { return nil }
    return Diagnostic(
        code: "E0313",
        "the header of \(file.name) is one single cell when split at the \(declared); "
            + "split at the \(likely.name) it has \(most + 1) columns",
        at: source.location, help: "write `delimiter: \(likely.yaml)` in \(source.location.file)")
}

/// Half-hour totals in place of calls: nothing that was mapped is there, and the headers speak of intervals.
func intervalExport(
    _ header: FileHeader, of file: DiscoveredFile, source: SourceDefinition, schema: SchemaDefinition
) -> Diagnostic? {
    let telling = header.cells.filter { isOfIntervals(String(decoding: folded($0), as: UTF8.self)) }
    guard !telling.isEmpty else { return nil }
    // The columns that name a row and say when it happened are what totals cannot have.
    let naming = Set(schema.key + [schema.time])
    for mapping in source.columns where naming.contains(mapping.column) {
        let names = headersNamed(by: mapping)
        if names.contains(where: { !header.places(of: $0).isEmpty }) { return nil }
    }
    guard source.columns.contains(where: { naming.contains($0.column) && !headersNamed(by: $0).isEmpty }) else {
        return nil
    }
    return Diagnostic(
        code: "E0314",
        "\(file.name) holds totals per interval (\(listed(telling))), not one row per call; "
            + "aggregated intervals cannot give waits, repeat callers or anything else that is known call by call",
        at: source.location,
        help:
            "ask for the call-level export of the telephony system, often called `call detail records`, `segments` or "
            + "`interaction detail`, with an identifier and the offered, answered and abandoned times of each call")
}

private func isOfIntervals(_ header: String) -> Bool {
    let exact: Set<String> = [
        "interval", "interval start", "interval end", "half hour", "half-hour", "halfhour", "quarter hour",
        "period start",
        "time interval", "calls offered", "calls answered", "calls abandoned", "calls handled", "offered calls",
        "answered calls", "abandoned calls", "acd calls", "aban calls", "avg speed ans", "asa", "aht", "average wait",
        "average speed of answer", "average handle time", "service level", "service level %", "% abandoned",
        "abandoned %", "no. of calls", "number of calls", "half hour interval", "interval (30 min)",
    ]
    return exact.contains(header)
}
