import Expressions
import Tables

/// Builds one derived table from its definition.
struct TableBuilder {
    let name: String
    let draft: Fields
    let from: TableDefinition.Origin
    let relationTargets: [String: TableDefinition.Origin]
    var typing: Typing
    let findings: Findings

    private var origin: TableDefinition.Origin { .table(name) }
    private var columns: [TableDefinition.Column] = []
    private var populations: [TableDefinition.Population] = []

    init(
        name: String, draft: Fields, from: TableDefinition.Origin,
        relationTargets: [String: TableDefinition.Origin], typing: Typing, findings: Findings
    ) {
        self.name = name
        self.draft = draft
        self.from = from
        self.relationTargets = relationTargets
        self.typing = typing
        self.findings = findings
    }

    mutating func build() -> TableDefinition? {
        let filter = draft["where"].flatMap { typing.typed($0, "`where`", in: from, expecting: .flag) }
        var types = TableTypes(name: name)
        types.columns = typing.tables[from]?.columns ?? [:]
        types.failed = typing.tables[from]?.failed ?? []
        typing.tables[origin] = types
        let chain = readChain()
        let relations = readRelations()
        typing.tables[origin]?.relations = relations
        addColumnsAndPopulations(relations)
        complainOfMatches(relations)
        let dimensions = readDimensions()
        typing.tables[origin]?.dimensions = dimensions.map(\.name)
        typing.tables[origin]?.failedDimensions = Set(draft.mapping("dimensions").map(\.key))
            .subtracting(dimensions.map(\.name))
        let time = readTime()
        typing.tables[origin]?.time = time
        return TableDefinition(
            name: name, from: from, filter: filter, time: time, chain: chain, relations: relations, columns: columns,
            populations: populations, dimensions: dimensions, location: draft.location)
    }

    private func readTime() -> String? {
        guard let time = draft.text("time"), let place = draft["time"]?.location else { return nil }
        let types = typing.tables[origin]
        if types?.failed.contains(time) ?? false { return time }
        if types?.columns[time] != .time {
            findings.error(
                .unknownColumn, "`time` must name a time column of `\(name)`, not `\(time)`", at: place,
                help: suggestion(time, (types?.columns ?? [:]).filter { $0.value == .time }.map(\.key).sorted()))
        }
        return time
    }

    private mutating func readChain() -> TableDefinition.Chain? {
        guard draft["chain"] != nil else { return nil }
        let entries = draft.mapping("chain")
        guard let entry = entries.first, entries.count == 1,
            isGoodName(entry.key, of: "a column", at: entry.location, findings: findings),
            let fields = Fields(entry.value, "a chain", keys: Keys.chain, findings: findings)
        else {
            if entries.count != 1 {
                findings.error(
                    .wrongShape, "`chain` makes one column, such as `root_id: { id: call_id, parent: parent_call_id }`",
                    at: draft["chain"]?.location)
            }
            return nil
        }
        let types = typing.tables[origin]?.columns ?? [:]
        for key in ["id", "parent"] {
            guard let column = fields.requiredText(key), types[column]?.isText != true else { continue }
            findings.error(
                .unknownColumn, "`\(column)` is not an id or text column of `\(name)`", at: fields[key]?.location,
                help: suggestion(column, types.filter { $0.value.isText }.map(\.key).sorted()))
        }
        let chain = TableDefinition.Chain(
            column: entry.key, id: fields["id"]?.text ?? "", parent: fields["parent"]?.text ?? "",
            hops: fields.integer("hops", in: 1...64) ?? 8)
        declare(entry.key, as: "column", at: entry.location)
        typing.tables[origin]?.columns[entry.key] = types[chain.id] ?? .id
        return chain
    }

    private mutating func addColumnsAndPopulations(_ relations: [TableDefinition.Relation]) {
        var definitions: [String: RowDefinition] = [:]
        var names: [String] = []
        for (key, isColumn) in [("columns", true), ("populations", false)] {
            for entry in draft.mapping(key) {
                let what = isColumn ? "column" : "population"
                guard isGoodName(entry.key, of: "a \(what)", at: entry.location, findings: findings),
                    declare(entry.key, as: what, at: entry.location)
                else { continue }
                names.append(entry.key)
                definitions[entry.key] = RowDefinition(entry, isColumn: isColumn, findings: findings)
                if isColumn {
                    typing.tables[origin]?.failed.insert(entry.key)
                } else {
                    typing.tables[origin]?.failedPopulations.insert(entry.key)
                }
            }
        }
        let (order, cycles) = inOrder(names) { name in
            definitions[name]?.dependencies(relations: relations, table: origin).filter { definitions[$0] != nil } ?? []
        }
        for cycle in cycles {
            findings.error(
                .cycle, "columns of `\(name)` are computed from each other: \(cycle.joined(separator: " → "))",
                at: definitions[cycle[0]]?.location, help: "write one of them without the others")
        }
        // What goes round in a circle has no type; what reads it is checked as far as it can be.
        let circular = Set(cycles.flatMap { $0 })
        for name in order where !circular.contains(name) {
            guard let definition = definitions[name] else { continue }
            definition.isColumn ? addColumn(definition) : addPopulation(definition)
        }
    }

    private mutating func addColumn(_ definition: RowDefinition) {
        guard let tree = definition.trees.first, let typed = typing.typed(tree, in: origin) else { return }
        typing.tables[origin]?.failed.remove(definition.name)
        typing.tables[origin]?.columns[definition.name] = typed.type
        columns.append(
            .init(name: definition.name, expression: typed, text: tree.text, location: definition.location))
    }

    private mutating func addPopulation(_ definition: RowDefinition) {
        var isSound = definition.isSound
        let known = typing.tables[origin]?.populations ?? [:]
        var selection = Selection(conditions: [], exclusions: [])
        if let (within, place) = definition.within {
            if let outer = known[within] {
                selection = outer
            } else {
                isSound = false
                if typing.tables[origin]?.failedPopulations.contains(within) != true {
                    findings.error(
                        .unknownColumn, "`\(within)` is not a population of `\(name)`", at: place,
                        help: suggestion(within, known.keys.sorted()))
                }
            }
        }
        if let condition = definition.condition {
            if let typed = typing.typed(condition, in: origin, expecting: .flag) {
                selection = joined(selection, flattened(typed, populations: known))
            } else {
                isSound = false
            }
        }
        for (reason, tree) in definition.exclusions {
            guard let typed = typing.typed(tree, in: origin, expecting: .flag) else {
                isSound = false
                continue
            }
            selection = joined(
                selection, Selection(conditions: [], exclusions: [.init(reason: reason, condition: typed)]))
        }
        guard isSound else { return }
        typing.tables[origin]?.failedPopulations.remove(definition.name)
        typing.tables[origin]?.populations[definition.name] = selection
        populations.append(.init(name: definition.name, selection: selection, location: definition.location))
    }

    /// Columns and populations of a table share one set of names.
    @discardableResult
    private func declare(_ column: String, as what: String, at place: Diagnostic.Location) -> Bool {
        let types = typing.tables[origin]
        let isTaken =
            types?.columns[column] != nil || types?.failed.contains(column) == true
            || types?.failedPopulations.contains(column) == true
        if isTaken {
            findings.error(
                .duplicateName, "`\(name)` has a column or population named `\(column)` already", at: place,
                help: "choose another name for the \(what)")
        }
        return !isTaken
    }

    private func readDimensions() -> [TableDefinition.Column] {
        draft.mapping("dimensions").compactMap { entry in
            guard isGoodName(entry.key, of: "a dimension", at: entry.location, findings: findings),
                let tree = parsed(entry.value, what: "a dimension", findings: findings),
                let typed = typing.typed(tree, in: origin)
            else { return nil }
            return .init(name: entry.key, expression: typed, text: tree.text, location: entry.location)
        }
    }
}
