import Definitions
import Expressions
import Tables

/// Computes every figure of a definition over the cleaned tables: totals by week, month, quarter, financial year and
/// rolling twelve months, members by month, financial year and rolling twelve months.
///
/// The flow: plan (what the data can give) → engine (tables, relations, windows) → measure (integer tallies by local day
/// and member) → assemble (periods, intervals, bounds, verdicts). Same input, same result, for any number of jobs.
package func compute(_ input: ComputeInput) async throws -> ComputeResult {
    let ofRun = Set(input.definition.figures.filter { input.definition.isOfRun($0) }.map(\.id))
    let rules = input.definition.rules.filter { isComputable($0, input) }
    let exports = try await computed(input.definition.figures.filter { !ofRun.contains($0.id) }, input, rules: rules)
    let monthly = checkMonthlyRows(input)
    let ruleCounts = try await countTableRules(rules, in: exports.assembly.engine) + monthly.counts
    // What the run knows about itself is known whole only now.
    let own = try await computed(
        input.definition.figures.filter { ofRun.contains($0.id) }, input.adding(ruleCounts), rules: [])
    let uncomputed = exports.uncomputed + own.uncomputed + input.leftOutFigures
    let compared = exports.assembly.comparisons()
    let parts = (exports.parts + own.parts).sorted { $0.place < $1.place }
    return ComputeResult(
        results: parts.flatMap(\.totals) + exports.assembly.uncomputedRows(uncomputed),
        breakdowns: parts.flatMap(\.members),
        exclusions: parts.flatMap(\.exclusions),
        uncomputed: uncomputed,
        tableRuleCounts: ruleCounts,
        findings: monthly.findings + compared.findings, triangles: parts.flatMap(\.triangles),
        evidence: exports.assembly.evidence(uncomputed) + own.assembly.evidence([]), comparisons: compared.rows,
        funnels: compared.funnels, links: try await countLinks(in: exports.assembly.engine))
}

/// The lines of one figure, by its place among the definitions.
private struct FigureLines: Sendable {
    let place: Int
    let totals: [FigureRow]
    let members: [FigureRow]
    let exclusions: [ExclusionRow]
    let triangles: [TriangleRow]
}

private func computed(
    _ figures: [FigureDefinition], _ input: ComputeInput, rules: [RuleDefinition]
) async throws -> (assembly: Assembly, parts: [FigureLines], uncomputed: [UncomputedFigure]) {
    let (plans, uncomputed) = planFigures(figures, input)
    let engine = try await buildEngine(input, for: plans, rules: rules)
    let spaces = engine.spaces(for: plans, membersByMonth: true)
    let tallies = try await measure(plans, spaces, in: engine)
    let assembly = Assembly(engine: engine, plans: plans, spaces: spaces, tallies: tallies)
    let reported = plans.indices.filter { plans[$0].isReported }
    var places: [String: Int] = [:]
    for (place, figure) in input.definition.figures.enumerated() { places[figure.id] = place }
    // A task for each breakdown: one of many members takes as long as all the rest of a figure.
    let cuts = reported.flatMap { plan in plans[plan].dimensions.map { (plan: plan, dimension: $0) } }
    let breakdowns = try await concurrently(cuts.count, jobs: input.jobs) {
        assembly.breakdown(of: cuts[$0].plan, by: cuts[$0].dimension)
    }
    let members = Dictionary(grouping: zip(cuts, breakdowns), by: \.0.plan).mapValues { $0.flatMap(\.1) }
    let parts = try await concurrently(reported.count, jobs: input.jobs) { [places] index in
        let plan = reported[index]
        return FigureLines(
            place: places[plans[plan].figure.id] ?? 0, totals: assembly.totals(of: plan, kinds: Assembly.totalKinds),
            members: members[plan] ?? [], exclusions: assembly.exclusions(of: plan),
            triangles: assembly.triangle(of: plan))
    }
    return (assembly, parts, uncomputed)
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
    let tallies = try await measure(asked, spaces, in: engine)
    let assembly = Assembly(engine: engine, plans: asked, spaces: spaces, tallies: tallies)
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
