package import Definitions
import Expressions
package import Tables

/// A figure of one period and member with its companions, and on request the rows behind one part of it.
///
/// Rows show the source's key, the time that decides the period, the columns that the figure's definition asks to show and
/// those that deciding a row names; sensitive columns never.
package func explain(
    _ input: ComputeInput, kpi: String, period: Period, member: MemberChoice?, rows selection: RowSelection?
) async throws -> Explanation {
    guard let figure = input.definition.figures.first(where: { $0.id == kpi }) else {
        throw Diagnostic(code: "E0106", "there is no KPI \(kpi)")
    }
    if selection != nil, case .difference(let own, let other) = figure.measure {
        throw Diagnostic(
            code: "E0108", "\(kpi) is \(own) less \(other) and has no rows of its own",
            help: "list those of \(own) or of \(other)")
    }
    // A ratio lists the rows that it counts.
    let listedID = if case .ratioOf(let top, _) = figure.measure { top } else { kpi }
    let companions = input.definition.companions(of: figure).filter { companion in
        member.map { canReport(companion, by: $0.dimension, input) } ?? true
    }
    let input = try await input.whole(for: [figure])
    let (plans, uncomputed) = planFigures([figure] + companions, input)
    let computable = Set(plans.map(\.figure.id))
    let pairs = companions.filter { computable.contains($0.id) }.compactMap { clockComparison(figure, $0) }
    // Clocks are compared without regard to what an excluded period would have added.
    let compared =
        computable.contains(kpi)
        ? planFigures(pairs.flatMap { [$0.own, $0.other] }, input).plans.filter(\.isReported).map(\.withoutTwin) : []
    let asked = (plans + compared).map { $0.reported(by: member?.dimension) }
    guard asked.first?.figure.id == kpi else {
        let because = uncomputed.first { $0.kpi == kpi }?.because ?? "its data are not here"
        throw Diagnostic(
            code: "E0107", "\(kpi) cannot be computed: \(because)",
            help: "pipeline check lists what every KPI needs and what the exports give")
    }
    var engine = try await buildEngine(input, for: asked, rules: [])
    let listed = asked.first { $0.figure.id == listedID }
    if selection != nil, let listed {
        for column in listed.figure.shows { try await engine.prepare(column: column, of: listed.figure.table) }
    }
    let spaces = engine.spaces(for: asked)
    let tallies = try await measure(asked, spaces, in: engine)
    let assembly = try await Assembly(engine: engine, plans: asked, spaces: spaces, tallies: tallies)
    func lines(at place: Int) -> [FigureRow] {
        assembly.rows(of: place, by: member?.dimension, in: [period]).filter {
            member == nil || $0.member == member?.member
        }
    }
    func lines(of ids: [String]) -> [FigureRow] {
        ids.flatMap { id in asked.firstIndex { $0.figure.id == id }.map(lines(at:)) ?? [] }
    }
    let clocks = stride(from: plans.count, to: asked.count, by: 2).map {
        ClockComparison(own: lines(at: $0), other: lines(at: $0 + 1))
    }
    let rows = try selection.flatMap { selection in
        try listed.map { try listRows($0, selection, spaces, period, member, in: engine) }
    }
    return Explanation(
        figures: lines(of: [kpi]),
        exclusions: assembly.exclusions(of: 0, in: [period], member),
        rows: rows ?? [],
        companions: lines(of: companions.map(\.id)), clocks: clocks,
        sides: lines(of: input.definition.parts(of: figure).map(\.id)))
}

extension PipelineDefinition {
    /// The figures that say the same by another clock or definition, in the order of the definitions: a figure's
    /// variants, or what it is a variant of with the other variants.
    package func companions(of figure: FigureDefinition) -> [FigureDefinition] {
        let root = figure.variantOf ?? figure.id
        return figures.filter { ($0.id == root || $0.variantOf == root) && $0.id != figure.id }
    }
}
