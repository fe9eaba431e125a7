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

    var origin: TableDefinition.Origin { .table(name) }
    private var columns: [TableDefinition.Column] = []
    private var populations: [TableDefinition.Population] = []
    /// Populations that are written here; those of the table that this one is from may be written anew.
    private var ownPopulations: Set<String> = []

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
        typing.tables[origin] = inheritedTypes()
        let expand = readExpand()
        let filter = (expand == nil ? draft["where"] : expand?["where"]).flatMap {
            typing.typed($0, "`where`", in: from, expecting: .flag)
        }
        let expansion = expand.flatMap { readExpansion($0) }
        let chain = readChain()
        let inherited = typing.tables[from]?.relations ?? []
        let own = readRelations(beside: inherited)
        let relations = inherited + own
        typing.tables[origin]?.relations = relations
        addColumnsAndPopulations(relations)
        complainOfMatches(own)
        let dimensions = readDimensions()
        let time = readTime() ?? typing.tables[origin]?.time
        typing.tables[origin]?.time = time
        return TableDefinition(
            name: name, from: from, filter: filter, time: time, chain: chain, expansion: expansion,
            relations: relations, columns: columns, populations: populations, dimensions: dimensions,
            location: draft.location)
    }

    /// Whatever the rows have where they come from; of rows of exports only the columns mean anything by themselves.
    private func inheritedTypes() -> TableTypes {
        var types = TableTypes(name: name)
        guard let parent = typing.tables[from] else { return types }
        types.columns = parent.columns
        types.failed = parent.failed
        types.sensitive = parent.sensitive
        types.populations = parent.populations
        types.failedPopulations = parent.failedPopulations
        types.dimensions = parent.dimensions
        types.failedDimensions = parent.failedDimensions
        types.stockInstant = parent.stockInstant
        if case .table = from { types.time = parent.time }
        return types
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
        guard let written = draft["chain"] else { return nil }
        guard draft["expand"] == nil else {
            findings.error(
                .expansion, "a table that expands rows has no `chain`: several of its rows have one id",
                at: written.location, help: "give the chain to the table whose rows are expanded")
            return nil
        }
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
        if typing.tables[origin]?.sensitive.contains(chain.id) == true {
            typing.tables[origin]?.sensitive.insert(entry.key)
        }
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
                    ownPopulations.insert(entry.key)
                    typing.tables[origin]?.populations[entry.key] = nil
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
        if typing.showsSensitive(typed, in: origin) { typing.tables[origin]?.sensitive.insert(definition.name) }
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
    func declare(_ column: String, as what: String, at place: Diagnostic.Location) -> Bool {
        let types = typing.tables[origin]
        let isPopulation = types?.populationNames.contains(column) == true
        let isTaken =
            types?.columns[column] != nil || types?.failed.contains(column) == true
            || (isPopulation && (what != "population" || ownPopulations.contains(column)))
        if isTaken {
            findings.error(
                .duplicateName, "`\(name)` has a column or population named `\(column)` already", at: place,
                help: "choose another name for the \(what)")
        }
        return !isTaken
    }

    private mutating func readDimensions() -> [TableDefinition.Column] {
        var dimensions: [TableDefinition.Column] = []
        for entry in draft.mapping("dimensions") {
            let isNew = typing.tables[origin]?.dimensions.contains(entry.key) == false
            guard isGoodName(entry.key, of: "a dimension", at: entry.location, findings: findings),
                let tree = parsed(entry.value, what: "a dimension", findings: findings),
                let typed = typing.typed(tree, in: origin)
            else {
                typing.tables[origin]?.failedDimensions.insert(entry.key)
                continue
            }
            if isNew { typing.tables[origin]?.dimensions.append(entry.key) }
            dimensions.append(.init(name: entry.key, expression: typed, text: tree.text, location: entry.location))
        }
        return dimensions
    }
}
