import Definitions
import Expressions
import Tables

/// Makes the tables that the given figures and rules need and works out what their expressions need for all rows at
/// once, in dependency order.
func buildEngine(_ input: ComputeInput, for plans: [FigurePlan], rules: [RuleDefinition]) async throws -> Engine {
    var engine = Engine(of: input)
    try await engine.prepare(for: plans, rules: rules)
    return engine
}

extension Engine {
    /// Cleaned exports and reference tables, as they are.
    init(of input: consuming ComputeInput) {
        self.init(input)
        for schema in self.input.definition.schemas { addSource(schema) }
        for reference in self.input.definition.references { addReference(reference) }
    }

    /// Makes the tables that some figures and rules need, and what their expressions need for all rows at once.
    mutating func prepare(for plans: [FigurePlan], rules: [RuleDefinition]) async throws {
        for plan in plans {
            let figure = plan.figure
            try await prepare(column: figure.period, of: figure.table)
            for expression in figure.expressions { try await prepare(expression, in: figure.table) }
            if let boundary = plan.boundary {
                for column in boundary.columns { tables[column.table]?.expressions[column.name] = column.expression }
                try await prepare(boundary.hit, in: figure.table)
            }
            for name in plan.tallyDimensions { try await prepare(dimension: name, of: figure.table) }
        }
        for rule in rules {
            if case .table(let table) = rule.target, let expect = rule.expect { try await prepare(expect, in: table) }
        }
    }
}

extension FigureDefinition {
    /// Every expression that deciding and measuring a row needs.
    var expressions: [TypedExpression] {
        var all = among.conditions + among.exclusions.map(\.condition)
        if let due { all.append(due) }
        switch measure {
        case .count, .countPerHour, .difference, .ratioOf: break
        case .share(let value), .mean(let value), .sum(let value): all.append(value)
        case .quantiles(of: let value, _): all.append(value)
        case .bands(of: let value, edges: _, isLeftClosed: _), .mix(let value), .per(key: let value, _):
            all.append(value)
        case .survival(let from, let until): all += [from, until]
        }
        if let immature { all.append(immature) }
        if let triangle { all.append(triangle.until) }
        return all
    }
}

extension Engine {
    /// Cleaned exports; a schema that no source supplies has no rows.
    mutating func addSource(_ schema: SchemaDefinition) {
        let source = input.tables.first { $0.name == schema.name }
        var stored: [String: Column] = [:]
        if source == nil {
            for column in schema.columns { stored[column.name] = .empty(of: column.type) }
        }
        // A column that no definition mentions may not be here: what nevertheless asks for it is told so.
        for field in source?.fields ?? [] { stored[field.name] = field.column }
        let name = "source.\(schema.name)"
        tables[name] = EngineTable(
            name: name, definition: nil, parent: nil, parentRows: nil, rowCount: source?.rowCount ?? 0,
            rejected: source?.rejected ?? [], expressions: [:], stored: stored)
        tables[name]?.types = Dictionary(uniqueKeysWithValues: schema.columns.map { ($0.name, $0.type) })
    }

    /// Makes a derived table and those that it is made from, unless they are here.
    mutating func ensure(_ name: String) async throws {
        if let known = tables[name] {
            if known.isForgotten { throw EngineFault.forgotten(name) }
            return
        }
        guard let definition = input.definition.tables.first(where: { $0.name == name }),
            unfinished.insert(name).inserted
        else { throw EngineFault.noTable(name) }
        try await add(definition)
        unfinished.remove(name)
    }

    private mutating func add(_ definition: TableDefinition) async throws {
        let parentName = EngineTable.name(of: definition.from)
        try await ensure(parentName)
        if let expansion = definition.expansion {
            tables[definition.name] = try await expand(expansion, for: definition, of: parentName)
            return
        }
        var rows: [Int32]?
        if let filter = definition.filter {
            try await prepare(filter, in: parentName)
            let parent = try table(parentName)
            // Without rows there is no vector, hence no kind of vector.
            var passes: [UInt8] = []
            if case .flags(let flags) = try await evaluate(.value(filter), over: parentName) { passes = flags }
            // A rejected or doubtful record whose membership is unknown stays, because it may matter to the bounds.
            rows = passes.indices.filter { row in
                let mayMatter = parent.rejected[row] != 0 || (!parent.isDoubtful.isEmpty && parent.isDoubtful[row])
                return passes[row] == 1 || (passes[row] == Missing.flag && mayMatter)
            }.map(Int32.init)
        }
        let parent = try table(parentName)
        var table = EngineTable(
            name: definition.name, definition: definition, parent: parentName, parentRows: rows,
            rowCount: rows?.count ?? parent.rowCount,
            rejected: rows.map { $0.map { parent.rejected[Int($0)] } } ?? parent.rejected,
            expressions: definition.expressions, stored: [:])
        if !parent.isDoubtful.isEmpty {
            table.isDoubtful = rows.map { $0.map { parent.isDoubtful[Int($0)] } } ?? parent.isDoubtful
        }
        tables[definition.name] = table
    }

    /// A dimension by name, with the table that declares it: the figure's own or one it is made from.
    func dimension(_ name: String, of table: String) -> (expression: TypedExpression, table: String)? {
        var next: String? = table
        while let current = next, let found = tables[current] {
            if let dimension = found.definition?.dimensions.first(where: { $0.name == name }) {
                return (dimension.expression, current)
            }
            next = found.parent
        }
        return nil
    }
}

extension TableDefinition {
    /// What makes each of its own columns.
    var expressions: [String: TypedExpression] {
        Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.expression) })
    }
}

extension Column {
    static func empty(of type: ValueType) -> Column {
        switch type {
        case .flag: .flags([])
        case .text, .id, .category, .pseudonym: .codes([])
        case .integer, .number, .duration, .time, .date, .null: .integers([])
        }
    }
}
