/// The names that an expression uses, known before any of them has a meaning: what orders the columns of a table.
package struct SyntaxNames: Sendable, Hashable {
    /// `RELATION.column`, also where the row is named inside `any`, `count`, `first` or `last`, and the column taken by
    /// `first` and `last`.
    package struct Member: Sendable, Hashable {
        package let relation: String
        package let name: String

        package init(relation: String, name: String) {
            self.relation = relation
            self.name = name
        }
    }

    /// Columns and populations of the own row.
    package internal(set) var own: Set<String> = []
    package internal(set) var relations: Set<String> = []
    package internal(set) var members: Set<Member> = []
    package internal(set) var settings: Set<String> = []

    package init() {}
}

extension SyntaxTree {
    package var names: SyntaxNames {
        var found = SyntaxNames()
        root.collect(into: &found, related: nil)
        return found
    }
}

extension Syntax {
    fileprivate func collect(into found: inout SyntaxNames, related: (alias: String, relation: String)?) {
        switch kind {
        case .name(let name): found.own.insert(name)
        case .setting(let name): found.settings.insert(name.text)
        case .member(let owner, let member):
            if let related, related.alias == owner.text {
                found.members.insert(.init(relation: related.relation, name: member.text))
            } else {
                found.relations.insert(owner.text)
                found.members.insert(.init(relation: owner.text, name: member.text))
            }
        case .aggregate(let aggregate):
            let relation = aggregate.relation.text
            found.relations.insert(relation)
            if let column = aggregate.column { found.members.insert(.init(relation: relation, name: column.text)) }
            aggregate.condition?.collect(
                into: &found, related: (aggregate.alias?.text ?? relation, relation))
        default:
            for part in children { part.collect(into: &found, related: related) }
        }
    }

    private var children: [Syntax] {
        switch kind {
        case .null, .flag, .number, .duration, .text, .name, .member, .setting, .asOf, .supplied: []
        case .call(_, let parts), .and(let parts), .or(let parts): parts
        case .aggregate(let aggregate): aggregate.condition.map { [$0] } ?? []
        case .trailingCount(let trailing):
            [trailing.key, trailing.time, trailing.width] + (trailing.condition.map { [$0] } ?? [])
        case .not(let part), .negate(let part), .isNull(let part, _): [part]
        case .compare(_, _, let left, let right), .arithmetic(_, _, let left, let right): [left, right]
        case .between(let value, let low, let high, _, _): [value, low, high]
        case .inList(let value, let items, _): [value] + items
        case .choose(let subject, let branches, let otherwise):
            (subject.map { [$0] } ?? []) + branches.flatMap { [$0.condition, $0.value] }
                + (otherwise.map { [$0] } ?? [])
        }
    }
}
