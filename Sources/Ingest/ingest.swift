package import Definitions
import Expressions
package import Tables

/// Reads every source of a pipeline: from the files in the inputs folder to clean tables, with the account of each record.
///
/// All that is wrong with the inputs is thrown together, after the quarantine has been written.
package func ingest(
    _ definition: PipelineDefinition, asOf: AsOf, zone: ZoneTable, options: IngestOptions
) async throws -> IngestResult {
    let evaluator = RowEvaluator(
        zone: zone, asOf: asOf, settings: definition.settings, workingDays: WorkingDays(definition.holidays),
        jobs: options.jobs)
    var names = Names()
    for text in definition.texts { _ = names.code(of: text) }
    var sources: [SourceRows] = []
    var unread: [FileAccount] = []
    var faults: [String: [Diagnostic]] = [:]
    var found: [String: [DiscoveredFile]] = [:]
    let mentioned = options.keepsAllTexts ? nil : definition.mentionedColumns

    var held: Set<String> = []
    for source in definition.sources(inOrderOf: options.sink) {
        if options.arrivals?.late.contains(where: { $0.source == source.name }) == true {
            unread += try unreadFiles(
                of: source, inputs: definition.folders.inputs, until: options.exportsTo ?? asOf.day)
            continue
        }
        do {
            let schema = try definition.schema(of: source)
            let files = try selectFiles(
                discoverFiles(
                    of: source, inputs: definition.folders.inputs,
                    mayBeMissing: source.isOptional || schema.isOptional), of: source, schema: schema,
                inputs: definition.folders.inputs, until: options.exportsTo ?? asOf.day,
                lastUsed: options.lastUsed[source.name], only: options.onlyFiles)
            unread += files.unread
            guard !files.read.isEmpty else { continue }
            found[source.name] = files.read
            var means = KeyMeans.order
            if let sink = options.sink, definition.mayHandOn(source, schema, to: sink, held: held) {
                let handedOn = try await handOn(
                    source, schema: schema, files: files.read, zone: try options.zone(of: source, run: zone),
                    rules: definition.rules, keeping: definition.mentionedColumns, evaluator: evaluator, to: sink,
                    options: options)
                switch handedOn {
                case .rows(let judged):
                    sources.append(try SourceRows(judged, schema: schema))
                    continue
                case .needs(let more): means = more
                }
            }
            held.insert(schema.name)
            let decoded = try await decode(
                source, schema: schema, files: files.read, zone: options.zone(of: source, run: zone), names: &names,
                options: options, pseudonymKey: definition.key(for: source),
                keeping: definition.mayForgetTexts(of: source) ? mentioned : nil, by: means)
            var rows = try SourceRows(decoded, schema: schema, names: &names)
            rows.decideOwnFates(asOf: asOf)
            rows.collapse()
            rows.resolveKeys(zone: zone)
            sources.append(rows)
        } catch let problem as Diagnostic {
            faults[source.name] = [problem]
        } catch let several as Diagnostics {
            faults[source.name] = several.all
        }
    }
    // Whatever the order in which they were read, they are told of in that of the definitions.
    let inOrder = definition.sources.map(\.name)
    var problems = inOrder.flatMap { faults[$0] ?? [] }
    sources = inOrder.flatMap { name in sources.filter { $0.definition.name == name } }
    let freshness = FreshnessCheck(asOf: asOf, zone: zone, arrivals: options.arrivals)
    sources = try await judge(consume sources, definition, evaluator, freshness, names: &names)
    let unpacked = try await concurrently(sources.count, jobs: options.jobs) { [sources] index in
        Result { try sources[index].unpackedRejections() }
    }
    for index in sources.indices {
        sources[index].unpacked = try unpacked[index].get()
        try sources[index].listRejections()
    }
    if let folder = options.quarantine {
        try await writeQuarantine(of: sources, definitions: definition.sources, to: folder, jobs: options.jobs)
    }
    problems += sources.filter { $0.definition.onGate == .stop }.flatMap(\.failures)
    // A file that still grows explains most of what else is wrong with it.
    problems = stillWritten(inOrder.flatMap { found[$0] ?? [] }, started: options.arrivals?.now) + problems
    if problems.isEmpty { problems = sources.flatMap(\.overdue) }
    if problems.isEmpty { try options.arrivals?.wait(for: sources.filter(\.isAwaited).map(\.definition.name)) }
    if !problems.isEmpty { throw Diagnostics(problems) }
    return try IngestResult(
        of: &sources, unread: unread, definition: definition, zone: zone, names: consume names,
        late: options.arrivals?.late ?? [])
}

/// Keys across sources, rules and gates. A source that a gate leaves out is as if it had not been there for the others: a
/// row that it shares with one of them counts in that one.
private func judge(
    _ sources: consuming [SourceRows], _ definition: PipelineDefinition, _ evaluator: RowEvaluator,
    _ freshness: FreshnessCheck, names: inout Names
) async throws -> [SourceRows] {
    // Rows are kept as they were only where they may have to be judged again: they are most of a run's memory.
    let isLeavingOut = sources.count > 1 && sources.contains { $0.definition.onGate == .leaveOut }
    var others = isLeavingOut ? copy sources : []
    var judged = consume sources
    var evaluator = evaluator
    evaluator.supplied = definition.setAside.union(judged.map(\.schema.name))
    for schema in definition.schemas {
        resolveAcrossSources(&judged, of: judged.indices.filter { judged[$0].schema.name == schema.name })
    }
    var formulas = FormulaTexts(names)
    for index in judged.indices {
        try Task.checkCancellation()
        if !judged[index].isHandedOn {
            formulas.keepUp(with: names)
            judged[index].applyBuiltInRules(definition.rules, formulas: formulas)
            try await judged[index].applyRules(definition.rules, evaluator, names: &names)
            judged[index].summary = RowSummary(of: judged[index], zone: evaluator.zone)
        }
        judged[index].tallyFiles()
        judged[index].applyLimits()
        judged[index].refuseConstantCallers()
        judged[index].checkGates(zone: evaluator.zone)
        judged[index].check(freshness)
    }
    guard isLeavingOut, let place = judged.firstIndex(where: \.isLeftOut) else { return judged }
    others.remove(at: place)
    others = try await judge(consume others, definition, evaluator, freshness, names: &names)
    others.insert(judged[place], at: place)
    return others
}

extension SourceRows {
    /// Whether a failed gate leaves the source out, rather than stopping the run.
    fileprivate var isLeftOut: Bool { definition.onGate == .leaveOut && !failures.isEmpty }
}

extension PipelineDefinition {
    fileprivate func schema(of source: SourceDefinition) throws(Diagnostic) -> SchemaDefinition {
        guard let schema = schemas.first(where: { $0.name == source.schema }) else {
            throw Diagnostic(
                code: "E0914", "\(source.name) feeds \(source.schema), which no schema declares", at: source.location)
        }
        return schema
    }

    /// Whether rows of a source can be judged without texts that nothing mentions: it alone feeds its table, which is read
    /// by name, and no two of its rows make one.
    fileprivate func mayForgetTexts(of source: SourceDefinition) -> Bool {
        isReadByName(source.schema) && source.onePer == nil
            && sources.count { $0.schema == source.schema } == 1
    }

    /// Tables that others look into come before these where a sink takes the rows of all; other sources stay as they are.
    fileprivate func sources(inOrderOf sink: RowSink?) -> [SourceDefinition] {
        guard let sink else { return sources }
        let taken = sink.tables.flatMap { table in sources.filter { $0.schema == table.name } }
        return taken + sources.filter { sink.table(named: $0.schema) == nil }
    }

    /// Whether each row of a source can be judged by itself, unless its keys turn out to be in no order, and where it is read
    /// is known before it is parsed. None of the tables that it looks into may be `held`.
    fileprivate func mayHandOn(
        _ source: SourceDefinition, _ schema: SchemaDefinition, to sink: RowSink, held: Set<String>
    ) -> Bool {
        guard let table = sink.table(named: schema.name), table.lookedInto.isDisjoint(with: held),
            mayForgetTexts(of: source), source.exports != .window, source.dialect.maximumLines == 1
        else { return false }
        let hasPseudonyms = source.columns.contains { if case .pseudonym = $0.form { true } else { false } }
        let stopsFiles = rules.contains { rule in
            if case .stopFile = rule.action { rule.target == .source(schema.name) } else { false }
        }
        return !hasPseudonyms && !stopsFiles
    }

    /// The key that makes pseudonyms, for a source that needs one.
    fileprivate func key(for source: SourceDefinition) throws -> PseudonymKey? {
        let needsKey = source.columns.contains { if case .pseudonym = $0.form { true } else { false } }
        return needsKey ? try pseudonymKey.map { try PseudonymKey.load($0) } : nil
    }
}

extension IngestOptions {
    fileprivate func zone(of source: SourceDefinition, run: ZoneTable) throws(Diagnostic) -> ZoneTable {
        if source.timeZone == run.name { return run }
        guard let zone = zones[source.timeZone] else {
            throw Diagnostic(
                code: "E0914", "the time zone \(source.timeZone) of \(source.name) was not loaded", at: source.location)
        }
        return zone
    }
}
