/// Everything that an expression reads, so that planners know what must be there before it is evaluated.
package struct ExpressionReferences: Sendable, Hashable {
    /// A column or population of the rows that a relation leads to.
    package struct Related: Sendable, Hashable {
        package let relation: String
        package let name: String

        package init(relation: String, name: String) {
            self.relation = relation
            self.name = name
        }
    }

    /// Columns of the own row, also those read inside conditions on related rows.
    package internal(set) var columns: Set<String> = []
    /// Populations of the own row.
    package internal(set) var populations: Set<String> = []
    package internal(set) var relations: Set<String> = []
    package internal(set) var relatedColumns: Set<Related> = []
    package internal(set) var relatedPopulations: Set<Related> = []
    package internal(set) var settings: Set<String> = []
    /// Sources asked for by `supplied`.
    package internal(set) var sources: Set<String> = []
    /// Text literals: number them in `Names` before evaluating, so that equal texts have equal codes.
    package internal(set) var texts: Set<String> = []
    package internal(set) var usesAsOf = false
    package internal(set) var usesWorkingDays = false
    /// Whether anything looks beyond the row: relations, trailing windows, populations, `supplied`.
    package internal(set) var looksBeyondRow = false

    package init() {}
}

extension TypedExpression {
    /// Everything the expression reads.
    package var references: ExpressionReferences {
        var found = ExpressionReferences()
        collect(into: &found, relation: nil)
        return found
    }

    package var settingsRead: Set<String> { references.settings }

    /// The terms of a conjunction; an expression that is none is its own only term.
    package var conjuncts: [TypedExpression] {
        if case .and(let terms) = node { terms } else { [self] }
    }

    private func collect(into found: inout ExpressionReferences, relation: String?) {
        switch node {
        case .null, .flag, .integer: break
        case .text(let text): found.texts.insert(text)
        case .asOf: found.usesAsOf = true
        case .setting(let name): found.settings.insert(name)
        case .column(let name, of: .own): found.columns.insert(name)
        case .column(let name, of: .related):
            if let relation { found.relatedColumns.insert(.init(relation: relation, name: name)) }
        case .population(let name, of: .own):
            found.populations.insert(name)
            found.looksBeyondRow = true
        case .population(let name, of: .related):
            if let relation { found.relatedPopulations.insert(.init(relation: relation, name: name)) }
            found.looksBeyondRow = true
        case .lookup(let relation, let column):
            found.relations.insert(relation)
            found.relatedColumns.insert(.init(relation: relation, name: column))
            found.looksBeyondRow = true
        case .supplied(let name):
            found.sources.insert(name)
            found.looksBeyondRow = true
        case .related(let rows):
            found.relations.insert(rows.relation)
            found.looksBeyondRow = true
            if let column = rows.column { found.relatedColumns.insert(.init(relation: rows.relation, name: column)) }
            rows.condition?.collect(into: &found, relation: rows.relation)
        case .trailingCount:
            found.looksBeyondRow = true
            for part in children { part.collect(into: &found, relation: relation) }
        case .call(.workingDays, _), .call(.addWorkingDays, _):
            found.usesWorkingDays = true
            for part in children { part.collect(into: &found, relation: relation) }
        default:
            for part in children { part.collect(into: &found, relation: relation) }
        }
    }

    /// The parts that belong to the same row; conditions on related rows are not among them.
    private var children: [TypedExpression] {
        switch node {
        case .null, .flag, .integer, .text, .column, .lookup, .setting, .asOf, .population, .supplied, .related: []
        case .not(let part), .isNull(let part), .negate(let part): [part]
        case .and(let parts), .or(let parts), .call(_, let parts): parts
        case .compare(_, let left, let right), .arithmetic(_, let left, let right): [left, right]
        case .inList(let value, let items): [value] + items
        case .choose(let branches, let otherwise):
            branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
        case .trailingCount(let trailing):
            [trailing.key, trailing.time, trailing.width] + (trailing.condition.map { [$0] } ?? [])
        }
    }
}
