import Definitions
import Expressions

/// Everything that a figure rests on, through derived columns, relations and populations.
struct Dependencies {
    struct SourceColumn: Hashable {
        let schema: String
        let column: String
    }

    private(set) var columns: Set<SourceColumn> = []
    private(set) var settings: Set<String> = []
    /// Tables whose rows stand in the definitions.
    private(set) var references: Set<String> = []
    private(set) var readsTrailingWindow = false
    private var seen: Set<String> = []
    private let tables: [String: TableDefinition]
    private let definedSettings: [SettingDefinition]

    /// A difference rests on what its two figures rest on.
    init(of figure: FigureDefinition, in definition: PipelineDefinition) {
        tables = definition.tablesByName
        definedSettings = definition.settings
        for part in [figure] + definition.parts(of: figure) {
            visit(column: part.period, of: part.table)
            visit(rowsOf: part.table)
            for expression in part.expressions { visit(expression, in: part.table, target: nil) }
        }
    }

    /// What the time that decides a figure's period rests on.
    init(ofPeriodOf figure: FigureDefinition, in definition: PipelineDefinition) {
        tables = definition.tablesByName
        definedSettings = definition.settings
        visit(column: figure.period, of: figure.table)
    }

    /// What an expression over a table rests on, such as a dimension's.
    init(of expression: TypedExpression, in table: String, definition: PipelineDefinition) {
        tables = definition.tablesByName
        definedSettings = definition.settings
        visit(expression, in: table, target: nil)
    }

    /// Which rows a table has depends on the filters on the way to its source.
    private mutating func visit(rowsOf table: String) {
        guard let definition = tables[table] else { return }
        let parent = EngineTable.name(of: definition.from)
        if let filter = definition.filter { visit(filter, in: parent, target: nil) }
        for expression in definition.expansion?.expressions ?? [] { visit(expression, in: parent, target: nil) }
        visit(rowsOf: parent)
    }

    private mutating func visit(column: String, of table: String) {
        guard seen.insert("\(table).\(column)").inserted else { return }
        guard let definition = tables[table] else {
            // What the definitions say of themselves rests on nothing.
            guard table.hasPrefix("source.") else { return }
            columns.insert(SourceColumn(schema: String(table.dropFirst("source.".count)), column: column))
            return
        }
        if definition.expansion?.made.contains(column) ?? false {
            visit(rowsOf: table)
        } else if let own = definition.columns.first(where: { $0.name == column }) {
            visit(own.expression, in: table, target: nil)
        } else if let chain = definition.chain, chain.column == column {
            visit(column: chain.id, of: EngineTable.name(of: definition.from))
            visit(column: chain.parent, of: EngineTable.name(of: definition.from))
        } else {
            visit(column: column, of: EngineTable.name(of: definition.from))
        }
    }

    private mutating func visit(relation name: String, of table: String) -> String? {
        guard let definition = tables[table] else { return nil }
        guard let relation = definition.relations.first(where: { $0.name == name }) else {
            return visit(relation: name, of: EngineTable.name(of: definition.from))
        }
        let target = EngineTable.name(of: relation.to)
        if case .reference(let name) = relation.to { references.insert(name) }
        visit(rowsOf: target)
        for match in relation.match {
            visit(column: match.mine, of: table)
            visit(column: match.theirs, of: target)
        }
        for column in relation.order { visit(column: column, of: target) }
        if let time = relation.validAt { visit(column: time, of: table) }
        return target
    }

    private mutating func visit(population name: String, of table: String) {
        guard seen.insert("\(table)/\(name)").inserted, let definition = tables[table] else { return }
        guard let population = definition.populations.first(where: { $0.name == name }) else {
            visit(population: name, of: EngineTable.name(of: definition.from))
            return
        }
        let selection = population.selection
        for expression in selection.conditions + selection.exclusions.map(\.condition) {
            visit(expression, in: table, target: nil)
        }
    }

    /// `target` is the related row's table while inside the condition of an aggregate.
    private mutating func visit(_ expression: TypedExpression, in table: String, target: String?) {
        switch expression.node {
        case .column(let name, of: .own): visit(column: name, of: table)
        case .column(let name, of: .related): if let target { visit(column: name, of: target) }
        case .population(let name, of: .own): visit(population: name, of: table)
        case .population(let name, of: .related): if let target { visit(population: name, of: target) }
        case .lookup(let relation, let column):
            if let found = visit(relation: relation, of: table) { visit(column: column, of: found) }
        case .related(let related):
            guard let found = visit(relation: related.relation, of: table) else { return }
            if let column = related.column { visit(column: column, of: found) }
            if let condition = related.condition { visit(condition, in: table, target: found) }
            return
        case .setting(let name): settings.insert(name)
        case .trailingCount(let window): if isLong(window.width) { readsTrailingWindow = true }
        default: break
        }
        for part in expression.parts { visit(part, in: table, target: target) }
    }

    /// Whether a window reaches back over days, so that the first periods of the data miss part of it.
    private func isLong(_ width: TypedExpression) -> Bool {
        let day: Int64 = 86_400_000
        return switch width.node {
        case .integer(let length): length >= day
        case .setting(let name):
            definedSettings.first { $0.name == name }?.values.contains { $0.value >= day } ?? true
        default: true
        }
    }

    /// The schemas read, sorted.
    var schemas: [String] { Set(columns.map(\.schema)).sorted() }
}
