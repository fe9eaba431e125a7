import Definitions
import Tables

/// Columns of the exports that nothing reads: worth knowing when a figure is missing, never a fault. Files that lack
/// the same ones are told once.
func extraColumns(_ files: [MappedFile], source: SourceDefinition) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var told: Set<[String]> = []
    for entry in files {
        let extra = unreadHeaders(entry.header, source: source)
        guard !extra.isEmpty, told.insert(extra).inserted else { continue }
        findings.append(
            Diagnostic(
                .note, code: "E0350",
                "\(entry.file.name) has \(counted(extra.count, "column")) that no mapping reads: \(listed(extra))",
                at: source.location))
    }
    return findings
}

/// Records whose bytes are not of the declared encoding, told once per file with the first place.
func encodingFindings(
    _ others: OtherRecords, of file: DiscoveredFile, source: SourceDefinition
) -> [Diagnostic] {
    guard let bad = others.badEncoding else { return [] }
    let declared = source.dialect.encoding
    // Bytes that are not UTF-8 are most often of the one-byte encoding; the others give nothing away.
    let isLikely = declared == .utf8 || declared == .utf8WithMark
    let likely = Dialect.Encoding.windows1252.rawValue
    return [
        Diagnostic(
            .warning, code: "E0351",
            "\(counted(bad.records, "record")) \(bad.records == 1 ? "is" : "are") not \(declared.rawValue), the first "
                + "at byte offset \(bad.offset)" + (isLikely ? "; likely the file is \(likely)" : ""),
            at: .init(file: file.name),
            help: (isLikely
                ? "write `encoding: \(likely)` in \(place(source.location)) if that is what the system exports"
                : "ask the supplier what wrote these bytes")
                + "; nothing is replaced silently, so these records are rejected")
    ]
}

/// What a column's values say about themselves, once all files are read.
func valueFindings(
    _ column: ColumnPlan, values: Column, evidence: ColumnEvidence, resolution: Int64?, source: SourceDefinition
) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let finding = coarseTime(column, evidence, resolution) { findings.append(finding) }
    if case .pseudonym = column.type, let finding = allEqual(column, values) { findings.append(finding) }
    if case .category = column.type, let finding = mostlyUnknown(column, evidence.labels) { findings.append(finding) }
    if let finding = mostlyUnmatched(column, evidence.references) { findings.append(finding) }
    return findings
}

/// The resolution that the values themselves have: a format with seconds over values that all end in :00 records
/// minutes.
func seenResolution(of column: ColumnPlan, _ evidence: ColumnEvidence) -> Int64? {
    guard let declared = column.resolution, !column.isPlanned else { return column.resolution }
    if case .duration = column.type {
        return evidence.nonzero >= fewestValues && !evidence.hasSeconds ? max(declared, 60_000) : declared
    }
    guard evidence.known >= fewestValues, !evidence.hasSeconds else { return declared }
    return max(declared, evidence.hasClock ? 60_000 : 86_400_000)
}

/// Fewer values may all be on the minute, or all of one caller, by chance.
private let fewestValues = 100

private func coarseTime(_ column: ColumnPlan, _ evidence: ColumnEvidence, _ resolution: Int64?) -> Diagnostic? {
    guard let resolution, let declared = column.resolution, resolution >= 60_000, !column.isPlanned else { return nil }
    if resolution > Resolution.day {
        return Diagnostic(
            .warning, code: "E0353",
            "\(column.name) holds months without a day; rows count in their months, and weeks, delays and whatever else "
                + "asks for a day cannot be computed from it", at: column.mapping.location,
            help: "ask for an export with days, or map a header that holds them")
    }
    let isDays = resolution >= Resolution.day
    let values = column.type == .duration ? evidence.nonzero : evidence.known
    let what = isDays ? "days without a time of day" : resolution >= 3_600_000 ? "whole hours" : "whole minutes"
    let seen = "all \(values) values " + (isDays ? "are at 00:00:00" : "end in :00")
    return Diagnostic(
        .warning, code: isDays ? "E0353" : "E0352",
        "\(column.name) holds \(what): \(declared >= 60_000 ? "its format has nothing finer" : seen); figures in "
            + (isDays ? "seconds, minutes or hours" : "seconds") + " cannot be computed from it",
        at: column.mapping.location,
        help: "ask for an export with \(isDays ? "times of day" : "seconds"), or map a header that holds them")
}

private func allEqual(_ column: ColumnPlan, _ values: Column) -> Diagnostic? {
    guard case .codes(let codes) = values.unpacked else { return nil }
    var first = Missing.code
    var count = 0
    for code in codes where code != Missing.code {
        if first == Missing.code { first = code }
        if code != first { return nil }
        count += 1
    }
    guard count >= fewestValues else { return nil }
    return Diagnostic(
        .warning, code: "E0354",
        "all \(count) values of \(column.name) are the same; figures about repeat callers would see one caller",
        at: column.mapping.location,
        help: "map the header that tells callers apart, and list texts such as Withheld under `withheld:`")
}

private func mostlyUnknown(_ column: ColumnPlan, _ labels: LabelTally) -> Diagnostic? {
    guard labels.unknown > labels.known else { return nil }
    return Diagnostic(
        code: "E0355",
        "\(labels.unknown) of \(labels.known + labels.unknown) values of \(column.name) are in no map"
            + mostFrequent(labels, of: column),
        at: column.mapping.location,
        help:
            "extend `values:` of \(column.name) at \(place(column.mapping.location)) with what each label stands for, "
            + "or map another header; allowed values: \(allowedValues(of: column.type))")
}

private func mostlyUnmatched(_ column: ColumnPlan, _ labels: LabelTally) -> Diagnostic? {
    guard let reference = column.mapping.through, labels.unknown > labels.known else { return nil }
    return Diagnostic(
        code: "E0356",
        "\(labels.unknown) of \(labels.known + labels.unknown) values of \(column.name) are not in \(reference.path)"
            + mostFrequent(labels, of: column),
        at: column.mapping.location,
        help: "add them to \(reference.path), or correct `from`, `through` or `key` of \(column.name)")
}

private func allowedValues(of type: ValueType) -> String {
    guard case .category(let values, _) = type else { return "" }
    return values.joined(separator: ", ")
}

private func mostFrequent(_ labels: LabelTally, of column: ColumnPlan) -> String {
    if column.isSensitive { return "" }
    guard let frequent = labels.mostFrequent(3) else {
        return "; more than \(LabelTally.mostLabels) different ones were met"
    }
    return "; most often: " + frequent.map { "`\(shownLabel($0.label))` (\($0.count))" }.joined(separator: ", ")
}

/// A label as it stands, unless it looks like a number that belongs to somebody: then its shape.
func shownLabel(_ label: [UInt8]) -> String {
    let text = String(decoding: label, as: UTF8.self)
    let digits = label.count { $0 >= 48 && $0 <= 57 }
    guard digits >= 7 || label.count > 40 else { return text }
    let shape = text.prefix(40).map { character -> Character in
        if character.isNumber { return "9" }
        return character.isLetter ? "a" : character
    }
    return String(shape) + (text.count > 40 ? "…" : "")
}
