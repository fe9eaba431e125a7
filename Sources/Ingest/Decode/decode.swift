import Definitions
import Tables

/// Reads all files of a source, in order, into typed columns; no record's fate is decided here.
///
/// Headers are read first, and all their faults are thrown together: a source whose columns are not where the mapping
/// says is not read at all. Cells that cannot be read are faults beside the rows, never thrown.
///
/// `keeping` names the columns whose texts something asks for; nothing keeps all. Where the keys turn out to need more than
/// `means` to be told apart, the source is read again with it, at last with all texts.
func decode(
    _ source: SourceDefinition, schema: SchemaDefinition, files: [DiscoveredFile], zone: ZoneTable,
    names: inout Names, options: IngestOptions, pseudonymKey: PseudonymKey?, keeping: Set<String>? = nil,
    by means: KeyMeans = .order
) async throws -> DecodedSource {
    let plan = try SourcePlan(
        source, schema: schema, key: pseudonymKey, keeping: means == .texts ? nil : keeping, by: means,
        packsLabels: !options.keepsAllTexts)
    do {
        return try await read(plan, files: files, zone: zone, names: &names, options: options)
    } catch let needed as KeysNeeded {
        return try await decode(
            source, schema: schema, files: files, zone: zone, names: &names, options: options,
            pseudonymKey: pseudonymKey, keeping: keeping, by: needed.means)
    }
}

private func read(
    _ plan: SourcePlan, files: [DiscoveredFile], zone: ZoneTable, names: inout Names, options: IngestOptions
) async throws -> DecodedSource {
    let (source, schema) = (plan.source, plan.schema)
    let headers = try mapHeaders(of: files, source: source, schema: schema)
    var rows = SourceAccumulator(plan)
    var accounts: [DecodedSource.File] = []
    var findings = extraColumns(headers, source: source)
    var progress = ProgressReport(source: source.name, total: files.reduce(0) { $0 + $1.bytes }, options: options)
    let plans = headers.map { entry in
        FilePlan(source: plan, map: entry.map, limits: TimeLimits(zone: zone, exportDate: entry.file.exportDate))
    }
    let chunkBytes = options.chunkBytes(of: files)
    try await readInOrder(
        options.sizes(of: headers.map(\.file)), chunkBytes: chunkBytes, jobs: options.jobs,
        read: { number, jobs, fold in
            try await readRecords(
                of: headers[number].file, dialect: source.dialect, layout: headers[number].map.layout, jobs: jobs,
                chunkBytes: chunkBytes, parser: options.parser,
                each: { try DecodedChunk(&$0, plan: plans[number], zone: zone) }, fold: fold)
        },
        begin: { _ in rows.beginFile() },
        fold: { chunk, position in
            if rows.rowCount == 0 {
                rows.reserve(expectedRows(chunk.rowCount, in: position.bytesRead, of: files))
            }
            rows.add(chunk, lineBase: position.lineBase, names: &names)
            if plan.orderedKey != nil, let means = rows.keyProof.needed(files: headers.count) {
                throw KeysNeeded(means: means)
            }
            progress.report(bytesOfFile: position.bytesRead, rows: rows.rowCount)
        },
        end: { number, summary in
            progress.finishFile(summary.bytes)
            let (file, header) = (headers[number].file, headers[number].header)
            let account = DecodedSource.File(
                file: file, holding: rows.others, blankLines: summary.blankLines, rows: rows.firstRow..<rows.rowCount,
                sha256: summary.sha256 ?? "", bytes: summary.bytes, headerText: header.text)
            try checkAccount(account, records: summary.records)
            findings += encodingFindings(rows.others, of: file, source: source)
            accounts.append(account)
        })
    if plan.orderedKey != nil, let means = try await rows.keyProof.needed(files: headers.count, jobs: options.jobs) {
        throw KeysNeeded(means: means)
    }
    var decoded = assembled(plan, rows, headers: headers, accounts: accounts, findings: findings)
    try applyComputedColumns(&decoded, schema: schema, zone: zone, names: &names)
    return decoded
}

/// How many rows files are likely to have in all, by those of the bytes read so far; a little more than that.
private func expectedRows(_ rows: Int, in bytes: Int, of files: [DiscoveredFile]) -> Int {
    let total = files.reduce(0) { $0 + $1.bytes }
    guard bytes > 0, total > bytes else { return rows }
    return min(Int(Double(rows) * Double(total) / Double(bytes) * 1.02), Int(Int32.max))
}

/// A file with its header and where the mapped columns stand in it.
struct MappedFile {
    let file: DiscoveredFile
    let header: FileHeader
    let map: FileMap
}

/// The headers of all files, or all their faults.
func mapHeaders(of files: [DiscoveredFile], source: SourceDefinition, schema: SchemaDefinition) throws -> [MappedFile] {
    var mapped: [MappedFile] = []
    var faults: [Diagnostic] = []
    for file in files {
        do {
            let header = try readHeader(of: file, source: source)
            mapped.append(
                MappedFile(
                    file: file, header: header, map: try mapHeader(header, of: file, source: source, schema: schema)))
        } catch let several as Diagnostics {
            faults += several.all
        } catch let one as Diagnostic {
            faults.append(one)
        }
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    return mapped
}

/// Every record of a file is a header, skipped, or a row.
func checkAccount(_ account: DecodedSource.File, records: Int) throws {
    guard account.headers + account.skipped + account.rows.count != records else { return }
    throw Diagnostic(
        code: "E0912",
        "\(records) records were read, but \(account.headers) headers, \(account.skipped) skipped records and "
            + "\(account.rows.count) rows are known", at: .init(file: account.file.name),
        help: "this is a fault of the pipeline; please report it")
}

private func assembled(
    _ plan: SourcePlan, _ rows: SourceAccumulator, headers: [MappedFile], accounts: [DecodedSource.File],
    findings: [Diagnostic]
) -> DecodedSource {
    let present = PresentColumns(plan, in: headers)
    var columns: [DecodedSource.Column] = []
    var found = findings
    for (column, (values, evidence)) in zip(present.columns, present.selected(Array(zip(rows.columns, rows.evidence))))
    {
        let seen = seenResolution(of: column, evidence)
        found += valueFindings(column, values: values, evidence: evidence, resolution: seen, source: plan.source)
        columns.append(.init(name: column.name, type: column.type, resolution: seen, values: values))
    }
    return DecodedSource(
        definition: plan.source, columns: columns, rowCount: rows.rowCount, records: rows.records,
        faults: present.selected(rows.faults), malformed: rows.malformed, files: accounts,
        unmapped: present.unmapped, findings: found, hasOrderedKeys: plan.orderedKey != nil)
}
