import Definitions
import Expressions
import Tables

/// Computes every figure of a definition over the cleaned tables: totals by week, month, quarter, financial year and
/// rolling twelve months, members by month, financial year and rolling twelve months.
///
/// The flow: plan (what the data can give) → engine (tables, relations, windows) → measure (integer tallies by local day
/// and member) → assemble (periods, intervals, bounds, verdicts). Same input, same result, for any number of jobs.
package func compute(_ input: ComputeInput) async throws -> ComputeResult {
    let (plans, uncomputed) = planFigures(input.definition.figures, input)
    let rules = input.definition.rules.filter { isComputable($0, input) }
    let engine = try await buildEngine(input, for: plans, rules: rules)
    let spaces = engine.spaces(for: plans, membersByMonth: true)
    let tallies = try await measure(plans, spaces, in: engine)
    let assembly = Assembly(engine: engine, plans: plans, spaces: spaces, tallies: tallies)
    let reported = plans.indices.filter { plans[$0].isReported }
    let parts = try await concurrently(reported.count, jobs: input.jobs) { place in
        let plan = reported[place]
        return (
            totals: assembly.totals(of: plan, kinds: Assembly.totalKinds), members: assembly.breakdowns(of: plan),
            exclusions: assembly.exclusions(of: plan), triangles: assembly.triangle(of: plan)
        )
    }
    let monthly = checkMonthlyRows(input)
    let compared = assembly.comparisons()
    return ComputeResult(
        results: parts.flatMap(\.totals) + assembly.uncomputedRows(uncomputed),
        breakdowns: parts.flatMap(\.members),
        exclusions: parts.flatMap(\.exclusions),
        uncomputed: uncomputed,
        tableRuleCounts: try await countTableRules(rules, in: engine) + monthly.counts,
        findings: monthly.findings + compared.findings, triangles: parts.flatMap(\.triangles),
        evidence: assembly.evidence(uncomputed), comparisons: compared.rows, links: try await countLinks(in: engine))
}

/// Figures for an ad hoc question: any period, or every period of a kind; totals, or the members of one dimension.
package func figures(
    _ input: ComputeInput, kpis: [String], periods: FigurePeriods, by dimension: String?
) async throws -> [FigureRow] {
    let (plans, uncomputed) = planFigures(input.definition.figures.filter { kpis.contains($0.id) }, input)
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
        + uncomputed.filter { kpis.contains($0.kpi) }.flatMap { obstacle in
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
