import Definitions
import Expressions
import Tables

/// Makes every table and works out what the given expressions need for all rows at once, in dependency order.
func buildEngine(_ input: ComputeInput, for plans: [FigurePlan], rules: [RuleDefinition]) async throws -> Engine {
    var engine = Engine(input)
    for schema in input.definition.schemas { engine.addSource(schema) }
    for table in input.definition.tables { try await engine.add(table) }
    for plan in plans {
        let figure = plan.figure
        try await engine.prepare(column: figure.period, of: figure.table)
        for expression in figure.expressions { try await engine.prepare(expression, in: figure.table) }
        if let boundary = plan.boundary {
            for column in boundary.columns { engine.tables[column.table]?.expressions[column.name] = column.expression }
            try await engine.prepare(boundary.hit, in: figure.table)
        }
        for name in plan.tallyDimensions {
            guard let dimension = engine.dimension(name, of: figure.table) else { continue }
            try await engine.prepare(dimension.expression, in: dimension.table)
        }
    }
    for rule in rules {
        if case .table(let table) = rule.target, let expect = rule.expect {
            try await engine.prepare(expect, in: table)
        }
    }
    return engine
}

extension FigureDefinition {
    /// Every expression that deciding and measuring a row needs.
    var expressions: [TypedExpression] {
        var all = among.conditions + among.exclusions.map(\.condition)
        if let due { all.append(due) }
        switch measure {
        case .count, .countPerHour, .difference: break
        case .share(let value), .mean(let value), .sum(let value): all.append(value)
        case .quantiles(of: let value, _): all.append(value)
        case .bands(of: let value, edges: _, isLeftClosed: _): all.append(value)
        }
        return all
    }
}

extension Engine {
    /// Cleaned exports; a schema that no source supplies has no rows.
    mutating func addSource(_ schema: SchemaDefinition) {
        let source = input.tables.first { $0.name == schema.name }
        var stored: [String: Column] = [:]
        for column in schema.columns { stored[column.name] = .empty(of: column.type) }
        for field in source?.fields ?? [] { stored[field.name] = field.column }
        let name = "source.\(schema.name)"
        tables[name] = EngineTable(
            name: name, definition: nil, parent: nil, parentRows: nil, rowCount: source?.rowCount ?? 0,
            rejected: source?.rejected ?? [], expressions: [:], stored: stored)
    }

    mutating func add(_ definition: TableDefinition) async throws {
        let parentName = EngineTable.name(of: definition.from)
        let parent = try table(parentName)
        var rows: [Int32]?
        if let filter = definition.filter {
            try await prepare(filter, in: parentName)
            // Without rows there is no vector, hence no kind of vector.
            var passes: [UInt8] = []
            if case .flags(let flags) = try await evaluate(.value(filter), over: parentName) { passes = flags }
            // A rejected record whose membership is unknown stays, because it may matter to the bounds.
            rows = passes.indices.filter {
                passes[$0] == 1 || (passes[$0] == Missing.flag && parent.rejected[$0] != 0)
            }.map(Int32.init)
        }
        tables[definition.name] = EngineTable(
            name: definition.name, definition: definition, parent: parentName, parentRows: rows,
            rowCount: rows?.count ?? parent.rowCount,
            rejected: rows.map { $0.map { parent.rejected[Int($0)] } } ?? parent.rejected,
            expressions: Dictionary(uniqueKeysWithValues: definition.columns.map { ($0.name, $0.expression) }),
            stored: [:])
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

extension Column {
    static func empty(of type: ValueType) -> Column {
        switch type {
        case .flag: .flags([])
        case .text, .id, .category, .pseudonym: .codes([])
        case .integer, .number, .duration, .time, .date, .null: .integers([])
        }
    }
}
