import Expressions
import Tables

/// Gives expressions their types, in the tables known so far.
struct Typing {
    var tables: [TableDefinition.Origin: TableTypes] = [:]
    /// Derived tables that could not be built, by name.
    var failedTables: Set<String> = []
    let settings: [String: ValueType]
    let sources: Set<String>
    let findings: Findings

    var referenceNames: [String] {
        tables.keys.compactMap { if case .reference(let name) = $0 { name } else { nil } }.sorted()
    }

    /// The typed expression; nothing when it has a fault, which is reported, or reads something that has one.
    ///
    /// A column with a fault has no type. What reads it is tried with every type, and only the faults that remain
    /// whichever it is are reported: so one misspelt column hides nothing and causes nothing.
    func typed(
        _ tree: SyntaxTree, in table: TableDefinition.Origin, expecting: ValueType? = nil
    ) -> TypedExpression? {
        guard readsFailed(tree, in: table) else {
            do {
                return try check(tree, in: scope(table, failed: .text), expecting: expecting)
            } catch {
                findings.add(error.all)
                return nil
            }
        }
        var common: [Diagnostic]?
        for type in Typing.guesses {
            do {
                _ = try check(tree, in: scope(table, failed: type), expecting: expecting)
                return nil
            } catch {
                common = common.map { $0.filter(error.all.contains) } ?? error.all
            }
        }
        findings.add(common ?? [])
        return nil
    }

    /// Reads and types the expression that a text holds.
    func typed(
        _ value: YamlValue, _ what: String, in table: TableDefinition.Origin, expecting: ValueType? = nil
    ) -> TypedExpression? {
        parsed(value, what: what, findings: findings).flatMap { typed($0, in: table, expecting: expecting) }
    }

    private static let guesses: [ValueType] = [.flag, .duration, .time, .integer, .text, .id, .date, .pseudonym]

    private func readsFailed(_ tree: SyntaxTree, in table: TableDefinition.Origin) -> Bool {
        guard let own = tables[table] else { return false }
        let words = wordsIn(tree.text)
        if !own.failed.isDisjoint(with: words.own) || !own.failedPopulations.isDisjoint(with: words.own) { return true }
        return own.relations.contains { relation in
            guard words.own.contains(relation.name), let target = tables[relation.to] else { return false }
            return !target.failed.isDisjoint(with: words.related)
                || !target.failedPopulations.isDisjoint(with: words.related)
        }
    }

    func scope(_ origin: TableDefinition.Origin, failed: ValueType) -> Scope {
        guard let table = tables[origin] else { return Scope(table: origin.name, columns: [:]) }
        var relations: [String: Scope.Relation] = [:]
        for relation in table.relations {
            let target = tables[relation.to]
            let columns = target.map { types($0, failed: failed) } ?? [:]
            let populations = target?.populationNames ?? []
            relations[relation.name] = Scope.Relation(
                isToOne: relation.order.isEmpty, columns: { columns }, populations: { populations })
        }
        return Scope(
            table: table.name, columns: types(table, failed: failed), populations: table.populationNames,
            relations: relations, settings: settings, sources: sources)
    }

    private func types(_ table: TableTypes, failed: ValueType) -> [String: ValueType] {
        var types = table.columns
        for name in table.failed { types[name] = failed }
        return types
    }
}

extension TableDefinition.Origin {
    /// As YAML spells it.
    var text: String {
        switch self {
        case .source(let name): "source.\(name)"
        case .table(let name), .reference(let name): name
        }
    }

    /// The name alone, of whatever kind the table is.
    package var name: String {
        switch self {
        case .source(let name), .table(let name), .reference(let name): name
        }
    }
}
