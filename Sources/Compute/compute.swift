import Definitions
import Expressions
import Tables

/// Computes every figure of a definition over the cleaned tables: totals by week, month, quarter, financial year and
/// rolling twelve months, members by month, financial year and rolling twelve months.
///
/// The flow: plan (what the data can give) → engine (tables, relations, windows) → measure (integer tallies by local day
/// and member) → assemble (periods, intervals, bounds, verdicts). Same input, same result, for any number of jobs.
///
/// - Parameter handOn: takes the members of each breakdown of the definition as soon as they are known, those of several at
///   once, and gives back those that the result is to keep.
package func compute(
    _ input: consuming ComputeInput, handOn: @escaping @Sendable (MemberLines) throws -> [FigureRow] = { $0.rows }
) async throws -> ComputeResult {
    let definition = input.definition
    let leftOut = input.leftOutFigures
    let rules = definition.rules.filter { isComputable($0, input) }
    let monthly = checkMonthlyRows(input)
    let benchmarks = input.benchmarks
    var spans = coverages(of: input)
    let ofRun = Set(definition.schemas.filter(\.isOfRun).map(\.name))
    let ownInput = input.withoutRows(of: Set(input.tables.map(\.name)).subtracting(ofRun))
    let ofExports = try await countFigures(
        definition.figures.filter { !definition.isOfRun($0) }, consume input, rules: rules)
    let ruleCounts = ofExports.ruleCounts + monthly.counts
    // What the run knows about itself is known whole only now.
    let known = ownInput.adding(ruleCounts)
    spans.merge(coverages(of: known).filter { ofRun.contains($0.key) }) { $1 }
    let ofItself = try await countFigures(definition.figures.filter { definition.isOfRun($0) }, known, rules: [])
    let (links, uncomputed) = (ofExports.links, ofExports.uncomputed + ofItself.uncomputed + leftOut)
    let exports = try await computed(consume ofExports, spans, handOn)
    let own = try await computed(consume ofItself, spans, handOn)
    let compared = exports.assembly.comparisons(with: benchmarks)
    let evidence = exports.assembly.evidence(uncomputed) + own.assembly.evidence([])
    let uncomputedRows = exports.assembly.uncomputedRows(uncomputed)
    var parts = (exports.parts + own.parts).sorted { $0.place < $1.place }
    // What figures were made from makes room for what they are.
    _ = consume exports
    _ = consume own
    return ComputeResult(
        results: takeRows(\.totals, of: &parts, and: uncomputedRows),
        breakdowns: takeRows(\.kept, of: &parts),
        memberLines: parts.reduce(0) { $0 + $1.members },
        exclusions: takeRows(\.exclusions, of: &parts),
        uncomputed: uncomputed,
        tableRuleCounts: ruleCounts,
        findings: monthly.findings + compared.findings, triangles: parts.flatMap(\.triangles),
        evidence: evidence, comparisons: compared.rows,
        funnels: compared.funnels, links: links)
}

/// What a result keeps of one figure, or of one of its breakdowns.
private struct FigurePart: Sendable {
    /// The figure's place among the definitions.
    let place: Int
    var totals: [FigureRow] = []
    var kept: [FigureRow] = []
    var members = 0
    var exclusions: [ExclusionRow] = []
    var triangles: [TriangleRow] = []
}

/// Some figures, and what they were made from.
private struct ComputedFigures {
    let assembly: Assembly
    let parts: [FigurePart]
}

/// Some rows of all parts, none of which has them any more: there are so many that they should not be there twice.
private func takeRows<Row>(
    _ rows: WritableKeyPath<FigurePart, [Row]>, of parts: inout [FigurePart], and others: [Row] = []
) -> [Row] {
    var all: [Row] = []
    all.reserveCapacity(parts.reduce(others.count) { $0 + $1[keyPath: rows].count })
    for place in parts.indices {
        all += parts[place][keyPath: rows]
        parts[place][keyPath: rows] = []
    }
    all += others
    return all
}

private func computed(
    _ counted: consuming CountedFigures, _ spans: [String: Coverage],
    _ handOn: @escaping @Sendable (MemberLines) throws -> [FigureRow]
) async throws -> ComputedFigures {
    let plans = counted.plans
    let input = counted.engine.input
    let assembly = Assembly(
        engine: counted.engine, plans: plans, spaces: counted.spaces, tallies: counted.tallies, coverages: spans)
    let reported = Dictionary(
        plans.indices.filter { plans[$0].isReported }.map { (plans[$0].figure.id, $0) },
        uniquingKeysWith: { first, _ in first })
    // A task for each breakdown: one of many members takes as long as all the rest of a figure. Those that cannot be given
    // are handed on as well, so that whoever takes them knows that nothing comes.
    var tasks: [(place: Int, plan: Int?, cut: (number: Int, dimension: String)?)] = []
    var number = 0
    let asked = Set(counted.figures)
    for (place, figure) in input.definition.figures.enumerated() {
        if asked.contains(figure.id) {
            let plan = reported[figure.id]
            if let plan { tasks.append((place, plan, nil)) }
            for (cut, dimension) in figure.by.enumerated() {
                let isGiven = plan.map { plans[$0].dimensions.contains(dimension) } ?? false
                tasks.append((place, isGiven ? plan : nil, (number + cut, dimension)))
            }
        }
        number += figure.by.count
    }
    let parts = try await concurrently(tasks.count, jobs: input.jobs) { [tasks] index in
        let (place, plan, cut) = tasks[index]
        guard let cut else {
            guard let plan else { return FigurePart(place: place) }
            return FigurePart(
                place: place, totals: assembly.totals(of: plan), exclusions: assembly.exclusions(of: plan),
                triangles: assembly.triangle(of: plan))
        }
        let lines = MemberLines(
            figure: place, number: cut.number, periods: plan.map { assembly.periods(of: $0, by: nil) } ?? [],
            rows: plan.map { assembly.breakdown(of: $0, by: cut.dimension) } ?? [])
        return FigurePart(place: place, kept: try handOn(lines), members: lines.rows.count)
    }
    return ComputedFigures(assembly: assembly, parts: parts)
}

/// Figures for an ad hoc question: any period, or every period of a kind; totals, or the members of one dimension.
package func figures(
    _ input: ComputeInput, kpis: [String], periods: FigurePeriods, by dimension: String?
) async throws -> [FigureRow] {
    let chosen = input.definition.figures.filter { kpis.contains($0.id) }
    let input = try await input.whole(for: chosen)
    let (plans, uncomputed) = planFigures(chosen, input)
    let asked = plans.map { $0.reported(by: dimension) }
    let engine = try await buildEngine(input, for: asked, rules: [])
    let spaces = engine.spaces(for: asked)
    let assembly = try await Assembly(
        engine: engine, plans: asked, spaces: spaces, tallies: measure(asked, spaces, in: engine))
    let wanted: [Period] =
        switch periods {
        case .one(let period): [period]
        case .every(let kind, let from, let to): every(kind, from: from, to: to)
        }
    let rows = asked.indices.filter { asked[$0].isReported }.flatMap {
        assembly.rows(of: $0, by: dimension, in: wanted)
    }
    return rows
        + (uncomputed + input.leftOutFigures).filter { kpis.contains($0.kpi) }.flatMap { obstacle in
            wanted.map { assembly.uncomputedRow(obstacle, in: $0) }
        }
}

private func every(_ kind: PeriodKind, from: CivilDate, to: CivilDate) -> [Period] {
    var periods: [Period] = []
    var period = Period(kind, containing: from)
    // A rolling year belongs to the month that it ends with; every other period to the days that it shares.
    func isWanted(_ period: Period) -> Bool {
        kind == .rollingTwelveMonths ? Period(.month, containing: period.last).first <= to : period.first <= to
    }
    while isWanted(period), periods.count < 100_000 {
        periods.append(period)
        period = period.next
    }
    return periods
}
