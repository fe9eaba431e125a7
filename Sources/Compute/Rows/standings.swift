import Definitions
import Expressions
import Tables

/// Computes figures of given periods together with what each row is to them.
package func standings(_ input: ComputeInput, of questions: [FigureQuestion]) async throws -> FigureStandings {
    let kpis = Set(questions.map(\.kpi))
    let (plans, _) = planFigures(input.definition.figures.filter { kpis.contains($0.id) }, input)
    let asked = plans.map { $0.reported(by: nil) }
    let engine = try await buildEngine(input, for: asked, rules: [])
    let spaces = engine.spaces(for: asked)
    let tallies = try await measure(asked, spaces, in: engine)
    let assembly = try await Assembly(engine: engine, plans: asked, spaces: spaces, tallies: tallies)
    var found: [FigureQuestion: FigureStanding] = [:]
    var keys: [String: SourceKeys] = [:]
    for (place, plan) in asked.enumerated() where plan.isReported {
        let mine = questions.filter { $0.kpi == plan.figure.id }
        var periods: [Period] = []
        for question in mine where !periods.contains(question.period) { periods.append(question.period) }
        guard !periods.isEmpty else { continue }
        let rows = assembly.rows(of: place, by: nil, in: periods)
        let table = input.definition.rootSchema(of: plan.figure.table) ?? ""
        if keys[table] == nil { keys[table] = try SourceKeys(of: table, in: engine) }
        let source = keys[table]
        let shares = try source.flatMap { try rowShares(plan, mine, spaces, $0, in: engine) }
        for question in mine {
            found[question] = FigureStanding(
                question: question,
                row: rows.first { $0.statistic == question.statistic && $0.period == question.period },
                shares: shares?[question], table: table, isShowable: source?.isShowable ?? false)
        }
    }
    return FigureStandings(figures: found, keys: keys.mapValues(\.accepted))
}

/// The key of every row of a canonical table, as text.
private struct SourceKeys {
    let texts: [String]
    let accepted: Set<String>
    let isShowable: Bool

    /// Nothing for a table whose rows have no key.
    init?(of table: String, in engine: Engine) throws {
        guard let source = engine.input.tables.first(where: { $0.name == table }), !source.key.isEmpty,
            let held = engine.tables["source.\(table)"]
        else { return nil }
        var texts: [String] = []
        texts.reserveCapacity(source.rowCount)
        for range in (0..<source.rowCount).batches {
            let batch = Batch(engine, held, .range(range))
            let columns = try source.key.map { name in
                let type = engine.type(of: name, in: held.name)
                return try batch.column(name).widened.map { engine.text($0, type) }
            }
            for place in range.indices {
                texts.append(columns.map { $0[place - range.lowerBound] }.joined(separator: " "))
            }
        }
        self.texts = texts
        accepted = Set(texts.indices.filter { source.rejected[$0] == 0 }.map { texts[$0] })
        isShowable = !source.key.contains { engine.isSensitive($0, of: held.name) }
    }
}

/// What each row is to each of a figure's questions, by key; nothing where a figure has no rows of its own.
private func rowShares(
    _ plan: FigurePlan, _ questions: [FigureQuestion], _ spaces: [Space], _ keys: SourceKeys, in engine: Engine
) throws -> [FigureQuestion: [String: RowShare]]? {
    let figure = plan.figure
    guard !plan.tallies.isEmpty,
        let space = spaces.first(where: {
            $0.table == figure.table && $0.period == figure.period && $0.dimension == nil && $0.split == plan.split
        })
    else { return nil }
    let table = try engine.table(figure.table)
    let spans = questions.map { plan.days(of: $0.period, upTo: engine.input.asOf.day) }
    let tallied = questions.map { question in
        plan.statistics.firstIndex { $0.name == question.statistic }.map { plan.tallied[$0] } ?? 0
    }
    var found: [FigureQuestion: [String: RowShare]] = [:]
    for question in questions { found[question] = [:] }
    let countsMissing = figure.missing == .miss
    for range in (0..<table.rowCount).batches {
        try Task.checkCancellation()
        let batch = Batch(engine, table, .range(range))
        let days = try RowGroups(space, in: batch).keys
        let tallies = try classes(of: plan, in: batch)
        for (order, question) in questions.enumerated() {
            guard let span = spans[order], tallies.indices.contains(tallied[order]) else { continue }
            let classes = tallies[tallied[order]]
            for place in classes.indices where days[place].file == nil && span.contains(Int(days[place].day)) {
                guard var share = RowShare(class: classes[place], countsMissing: countsMissing) else { continue }
                if case .mix(let value) = plan.statistics[0].kind {
                    let isPart = question.statistic == "share:\(engine.memberName(days[place].value, value.type))"
                    share.numerator = isPart ? share.numerator : 0
                }
                guard let (_, row) = engine.sourceRow(of: batch.rows.row(at: place), in: table) else { continue }
                found[question]?[keys.texts[row], default: RowShare(numerator: 0, denominator: 0)].add(share)
            }
        }
    }
    return found
}

extension RowShare {
    /// Nothing for a row that is not in the denominator.
    fileprivate init?(class place: UInt8, countsMissing: Bool) {
        guard place >= RowClass.certain, place < RowClass.conditionUnknown else { return nil }
        let standing = place < RowClass.exclusionUnknown ? RowClass.certain : RowClass.exclusionUnknown
        if place - standing == RowClass.unknown, !countsMissing { return nil }
        self.init(numerator: place - standing == RowClass.hit ? 1 : 0, denominator: 1)
    }

    fileprivate mutating func add(_ other: RowShare) {
        numerator += other.numerator
        denominator += other.denominator
    }
}
