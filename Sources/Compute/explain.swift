import Definitions
import Expressions
package import Tables

/// A figure of one period and member, and on request the rows behind one part of it.
///
/// Rows show the source's key, the time that decides the period, and the columns that the figure's measure names;
/// sensitive columns never.
package func explain(
    _ input: ComputeInput, kpi: String, period: Period, member: MemberChoice?, rows selection: RowSelection?
) async throws -> Explanation {
    guard let figure = input.definition.figures.first(where: { $0.id == kpi }) else {
        throw Diagnostic(code: "E0106", "there is no KPI \(kpi)")
    }
    let (plans, uncomputed) = planFigures([figure], input)
    guard let plan = plans.first?.reported(by: member?.dimension) else {
        let because = uncomputed.first { $0.kpi == kpi }?.because ?? "its data are not here"
        throw Diagnostic(
            code: "E0107", "\(kpi) cannot be computed: \(because)",
            help: "pipeline check lists what every KPI needs and what the exports give")
    }
    let engine = try await buildEngine(input, for: [plan.figure], rules: [])
    let spaces = engine.spaces(for: [plan])
    let tallies = try await measure([plan], spaces, in: engine)
    let assembly = Assembly(engine: engine, plans: [plan], spaces: spaces, tallies: tallies)
    let figures = assembly.rows(of: 0, by: member?.dimension, in: [period]).filter {
        member == nil || $0.member == member?.member
    }
    return Explanation(
        figures: figures,
        exclusions: assembly.exclusions(of: 0, in: [period], member),
        rows: try selection.map { try listRows(plan, $0, spaces, period, member, in: engine) } ?? [])
}
