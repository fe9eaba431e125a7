import Definitions
import Expressions
import Tables

/// Some figures with all that was counted for them. The rows are not needed any more, and not here.
struct CountedFigures: Sendable {
    /// The ids of all, also of those that cannot be given.
    let figures: [String]
    let engine: Engine
    let plans: [FigurePlan]
    let spaces: [Space]
    let tallies: [SpaceTally]
    let uncomputed: [UncomputedFigure]
    let ruleCounts: [ComputeResult.TableRuleCount]
    let links: [LinkCount]
}

/// Counts the rows behind some figures and the failures of some rules, a family of tables after the other.
///
/// The rows of a table go as soon as nothing looks into them any more, if nobody else holds them: they are most of a run's
/// memory.
func countFigures(
    _ figures: [FigureDefinition], _ input: consuming ComputeInput, rules: [RuleDefinition]
) async throws -> CountedFigures {
    let (plans, uncomputed) = planFigures(figures, input)
    let families = TableFamily.all(plans, rules, input)
    let schemas = Set(input.tables.map(\.name))
    var engine = Engine(of: consume input)
    var spaces: [Space] = []
    var tallies: [SpaceTally] = []
    var ruleCounts: [String: ComputeResult.TableRuleCount] = [:]
    var links = CountedLinks()
    for (place, family) in families.enumerated() {
        try await engine.prepare(for: family.plans, rules: family.rules)
        let mine = engine.spaces(for: plans, membersByMonth: true).filter {
            engine.input.definition.rootSchema(of: $0.table) == family.root
        }
        tallies += try await packed(measure(plans, mine, in: engine), jobs: engine.input.jobs)
        spaces += mine
        for count in try await countTableRules(family.rules, in: engine) { ruleCounts[count.rule] = count }
        try await links.add(in: engine)
        let needed = families[(place + 1)...].reduce(into: Set<String>()) { $0.formUnion($1.reads) }
        engine.forget(tablesOf: schemas.subtracting(needed))
        FreedMemory.giveBack()
    }
    return CountedFigures(
        figures: figures.map(\.id), engine: engine, plans: plans, spaces: spaces, tallies: tallies,
        uncomputed: uncomputed,
        ruleCounts: rules.compactMap { ruleCounts[$0.id] }, links: links.inOrder)
}
