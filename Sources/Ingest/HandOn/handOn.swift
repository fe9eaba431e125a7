import Definitions
import Tables

/// Reads the files of a source chunk by chunk: each chunk's own task decodes and judges its rows and hands them on, so that
/// none is held. `needs` comes back where the keys would have to decide among rows: then all must be known first.
///
/// Whatever the chunks, the result is that of judging all rows together.
func handOn(
    _ source: SourceDefinition, schema: SchemaDefinition, files: [DiscoveredFile], zone: ZoneTable,
    rules: [RuleDefinition], keeping: Set<String>, evaluator: RowEvaluator, to sink: RowSink, options: IngestOptions
) async throws -> HandedOn {
    var means = KeyMeans.order
    while means != .texts {
        let plan = try SourcePlan(
            source, schema: schema, key: nil, keeping: keeping, by: means,
            wordsOf: sink.table(named: schema.name)?.words, ordersKeys: true)
        guard source.key.isEmpty || plan.orderedKey != nil else { return .needs(.order) }
        do {
            return .rows(
                try await judged(
                    plan, files: files, zone: zone, rules: rules, evaluator: evaluator.alone, to: sink,
                    options: options))
        } catch let needed as KeysNeeded {
            means = needed.means
        } catch is RowsCountedTwice {
            await sink.forget(schema.name)
            return .needs(means)
        }
        await sink.forget(schema.name)
    }
    return .needs(means)
}

/// A chunk had to be parsed again, and its rows have been handed on both times.
private struct RowsCountedTwice: Error {}

/// What became of a source that was to be handed on.
enum HandedOn {
    case rows(JudgedSource)
    /// It has to be held, and its keys need this to be told apart.
    case needs(KeyMeans)
}

private func judged(
    _ plan: SourcePlan, files: [DiscoveredFile], zone: ZoneTable, rules: [RuleDefinition], evaluator: RowEvaluator,
    to sink: RowSink, options: IngestOptions
) async throws -> JudgedSource {
    let (source, schema) = (plan.source, plan.schema)
    let headers = try mapHeaders(of: files, source: source, schema: schema)
    let present = PresentColumns(plan, in: headers)
    let judge = ChunkJudge(
        plan: plan, present: present, rules: rules, evaluator: evaluator, zone: zone, sink: sink)
    var rows = JudgedSource(plan, files: headers.count, findings: extraColumns(headers, source: source))
    var progress = ProgressReport(source: source.name, total: files.reduce(0) { $0 + $1.bytes }, options: options)
    let plans = headers.map { entry in
        FilePlan(source: plan, map: entry.map, limits: TimeLimits(zone: zone, exportDate: entry.file.exportDate))
    }
    let chunkBytes = options.chunkBytes(of: files)
    try await readInOrder(
        options.sizes(of: headers.map(\.file)), chunkBytes: chunkBytes, jobs: options.jobs,
        read: { number, jobs, fold in
            let entry = headers[number]
            return try await readRecords(
                of: entry.file, dialect: source.dialect, layout: entry.map.layout, jobs: jobs,
                chunkBytes: chunkBytes, parser: options.parser,
                each: { records in
                    let chunk = try DecodedChunk(&records, plan: plans[number], zone: zone)
                    return try await judge.judged(chunk, of: entry.file, number: number)
                }, fold: fold)
        },
        begin: { _ in rows.beginFile() },
        fold: { chunk, position in
            rows.add(chunk, lineBase: position.lineBase)
            if !source.key.isEmpty, let means = rows.keyProof.needed(files: headers.count) {
                throw KeysNeeded(means: means)
            }
            progress.report(bytesOfFile: position.bytesRead, rows: rows.rowCount)
        },
        end: { number, summary in
            progress.finishFile(summary.bytes)
            let account = rows.account(of: headers[number], summary)
            try checkAccount(account, records: summary.records)
            rows.endFile(account, encodingFindings(rows.others, of: headers[number].file, source: source))
        })
    guard judge.handedOn == rows.summary.kept else { throw RowsCountedTwice() }
    if !source.key.isEmpty, let means = try await rows.keyProof.needed(files: headers.count, jobs: options.jobs) {
        throw KeysNeeded(means: means)
    }
    rows.finish(plan, present)
    return rows
}

extension JudgedSource {
    /// The account of the file that has been read.
    fileprivate func account(of entry: MappedFile, _ summary: FileSummary) -> DecodedSource.File {
        DecodedSource.File(
            file: entry.file, holding: others, blankLines: summary.blankLines, rows: firstRow..<rowCount,
            sha256: summary.sha256 ?? "", bytes: summary.bytes, headerText: entry.header.text)
    }
}
