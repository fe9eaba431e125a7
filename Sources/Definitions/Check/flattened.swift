import Expressions

/// Which rows a condition selects, populations that stand as whole `and` terms replaced by what they stand for, so that
/// their exclusions are counted by reason. Elsewhere in the condition a population is only asked whether it holds the row.
func flattened(_ condition: TypedExpression?, populations: [String: Selection]) -> Selection {
    var selection = Selection(conditions: [], exclusions: [])
    for term in condition?.conjuncts ?? [] {
        if case .population(let name, of: .own) = term.node, let inner = populations[name] {
            selection = joined(selection, inner)
        } else {
            selection = joined(selection, Selection(conditions: [term], exclusions: []))
        }
    }
    return selection
}

/// Both selections at once, in order; what both have is kept once.
func joined(_ first: Selection, _ second: Selection) -> Selection {
    Selection(
        conditions: first.conditions + second.conditions.filter { !first.conditions.contains($0) },
        exclusions: first.exclusions + second.exclusions.filter { !first.exclusions.contains($0) })
}
