import Definitions
import Synchronization
import Tables

/// Judges the rows of one chunk by themselves and hands them on: what a source's rows go through when none depends on
/// another.
final class ChunkJudge: Sendable {
    let plan: SourcePlan
    let present: PresentColumns
    let rules: [RuleDefinition]
    let evaluator: RowEvaluator
    /// The source's own.
    let zone: ZoneTable
    let sink: RowSink
    private let count = Mutex(0)

    init(
        plan: SourcePlan, present: PresentColumns, rules: [RuleDefinition], evaluator: RowEvaluator, zone: ZoneTable,
        sink: RowSink
    ) {
        self.plan = plan
        self.present = present
        self.rules = rules
        self.evaluator = evaluator
        self.zone = zone
        self.sink = sink
    }

    /// Rows handed on so far.
    var handedOn: Int { count.withLock { $0 } }

    func judged(_ chunk: DecodedChunk, of file: DiscoveredFile, number: Int) async throws -> JudgedChunk {
        var names = chunk.names
        var rows = try rows(chunk, of: file, &names)
        rows.decideOwnFates(asOf: evaluator.asOf)
        rows.resolveKeys(zone: zone)
        rows.applyBuiltInRules(
            rules, formulas: FormulaTexts(names), lookedUp: Set(plan.columns.filter { $0.rewriting != nil }.map(\.name))
        )
        try await rows.applyRules(rules, evaluator, names: &names)
        let summary = RowSummary(of: rows, zone: evaluator.zone)
        var walk = chunk.records.walk
        let rejections = rows.rejections.sorted { $0.row < $1.row }
        var records = RecordPlaces()
        for rejection in rejections {
            let place = walk.place(of: Int(rejection.row))
            records.note(row: rejection.row, offset: place.offset, length: place.length, line: place.line)
        }
        let judged = JudgedChunk(
            rowCount: rows.rowCount, others: chunk.others, evidence: chunk.evidence,
            keyProof: chunk.keyProof, summary: summary, tallies: rows.tallies, ruleNames: rows.ruleNames,
            columns: rows.columns.map(\.withoutValues), absent: rows.absent, empty: rows.empty, reasons: rows.reasons,
            rejections: rejections,
            records: records,
            faults: rows.faults.filter { rows.fates[Int($0.row)] == .rejected })
        let table = table(consume rows, file: number)
        count.withLock { $0 += table.rowCount }
        // Offsets are further apart than rows.
        try await sink.take(table, names, Int64(number) << 40 + (chunk.rowCount > 0 ? chunk.records.offset(of: 0) : 0))
        return judged
    }

    /// The chunk as if it were the source.
    private func rows(_ chunk: DecodedChunk, of file: DiscoveredFile, _ names: inout Names) throws -> SourceRows {
        let account = DecodedSource.File(
            file: file, holding: chunk.others, blankLines: 0, rows: 0..<chunk.rowCount, sha256: "", bytes: 0,
            headerText: [])
        let values = zip(present.selected(chunk.columns), present.selected(chunk.missing))
        let columns = zip(present.columns, values).map { column, values in
            DecodedSource.Column(
                name: column.name, type: column.type, resolution: column.resolution, values: values.0,
                missing: values.1)
        }
        var decoded = DecodedSource(
            definition: plan.source, columns: columns, rowCount: chunk.rowCount, records: RecordPlaces(),
            faults: present.selected(chunk.faults), malformed: LenientReading(), files: [account],
            unmapped: present.unmapped, findings: [], hasOrderedKeys: true)
        try applyComputedColumns(&decoded, schema: plan.schema, zone: zone, names: &names)
        return try SourceRows(decoded, schema: plan.schema, names: &names)
    }

    private func table(_ rows: consuming SourceRows, file: Int) -> SourceTable {
        var sources = [rows]
        let table = assembleTable(plan.schema, of: &sources, at: [0])
        var files = RowFiles()
        files.append(Int32(file), count: table.rowCount)
        return SourceTable(
            name: table.name, fields: table.fields, rejected: table.rejected, rowFiles: files,
            rowOffsets: table.rowOffsets, files: table.files, key: table.key)
    }
}

extension DecodedSource.Column {
    /// The same column of no rows.
    fileprivate var withoutValues: DecodedSource.Column {
        DecodedSource.Column(name: name, type: type, resolution: resolution, values: values.gathered([]))
    }
}
