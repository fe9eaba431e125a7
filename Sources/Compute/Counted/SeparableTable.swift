import Definitions
import Expressions
import Tables

/// A canonical table whose rows count one by one: no figure, rule or list needs one of its rows for another, but for the
/// trailing windows over one column that is only told apart. Its rows may look into tables that are read before: at what
/// these amount to by a key, which takes none of their rows.
struct SeparableTable: Sendable {
    let schema: SchemaDefinition
    /// The column that all trailing windows go by, if there are any.
    let windowKey: String?
    /// The trailing windows.
    let windows: [TypedExpression.TrailingCount]
    /// The canonical tables that it looks into.
    let lookedInto: Set<String>

    init?(_ schema: SchemaDefinition, in definition: PipelineDefinition) {
        guard schema.listOf == nil, !schema.isOfRun, !schema.isOfAsOf,
            !definition.schemas.contains(where: { $0.listOf?.schema == schema.name })
        else { return nil }
        let tables = definition.tables.filter { definition.rootSchema(of: $0.name) == schema.name }
        let mine = Set(tables.map(\.name))
        func isMine(_ origin: TableDefinition.Origin) -> Bool {
            switch origin {
            case .source(let name): name == schema.name
            case .table(let name): mine.contains(name)
            case .reference: false
            }
        }
        let relations = tables.flatMap { table in table.relations.map { (table: table.name, relation: $0) } }
        let isSeen = definition.tables.contains { $0.relations.contains { isMine($0.to) } }
        guard !tables.isEmpty || isSeen, tables.allSatisfy({ $0.chain == nil && $0.expansion == nil }),
            relations.allSatisfy({ !isMine($0.relation.to) && definition.mayFold($0.relation, of: $0.table) }),
            !definition.lists.contains(where: { mine.contains($0.rows.table) }),
            !definition.rules.contains(where: {
                if case .table(let name) = $0.target { mine.contains(name) } else { false }
            })
        else { return nil }

        var reading = ColumnUse(definition)
        for expression in definition.expressions(over: schema, tables) { reading.visit(expression) }
        guard reading.isOfOwnRow else { return nil }
        let keys = Set(reading.windows.map(\.key))
        self.schema = schema
        windows = reading.windows
        lookedInto = Set(relations.compactMap { definition.root(of: $0.relation.to) })
        guard windows.isEmpty || !isSeen && lookedInto.isEmpty else { return nil }
        guard let key = keys.first else {
            windowKey = nil
            return
        }
        guard keys.count == 1, case .column(let name, of: .own) = key.node, reading.isOnlyToldApart(name),
            !tables.contains(where: { $0.columns.contains { $0.name == name } }),
            schema.column(named: name)?.isWordsOnly == true, !definition.sets(name, of: schema.name)
        else { return nil }
        windowKey = name
    }
}

/// What expressions ask for beyond the values of one row.
private struct ColumnUse {
    private(set) var isOfOwnRow = true
    private(set) var windows: [TypedExpression.TrailingCount] = []
    /// Columns whose values are looked at, rather than whether there is one.
    private var valued: Set<String> = []
    private let settings: [String: SettingDefinition]

    init(_ definition: PipelineDefinition) {
        settings = Dictionary(definition.settings.map { ($0.name, $0) }) { first, _ in first }
    }

    func isOnlyToldApart(_ column: String) -> Bool { !valued.contains(column) }

    mutating func visit(_ expression: TypedExpression) {
        switch expression.node {
        case .supplied, .column(_, of: .related), .population(_, of: .related): isOfOwnRow = false
        case .lookup:
            // The texts of rows that are not here have no numbers here.
            if expression.type.isText { isOfOwnRow = false }
        case .related(let related):
            if expression.type.isText || related.condition?.isOfRelatedRow(settings) == false { isOfOwnRow = false }
            return
        case .isNull(let part):
            if case .column = part.node { return }
        case .trailingCount(let count):
            if !windows.contains(count) { windows.append(count) }
            for part in [count.time, count.width] + (count.condition.map { [$0] } ?? []) { visit(part) }
            if case .column = count.key.node { return }
            visit(count.key)
            return
        case .column(let name, of: .own): valued.insert(name)
        default: break
        }
        for part in expression.parts { visit(part) }
    }
}

extension SchemaDefinition.Column {
    /// Whether its values are texts, and nothing where a file does not have it.
    fileprivate var isWordsOnly: Bool {
        switch type {
        case .text, .id: absence == .notComputable || absence == .reads(nil)
        default: false
        }
    }
}

extension PipelineDefinition {
    /// Whether what rows see through a relation can be added up by one text of theirs.
    fileprivate func mayFold(_ relation: TableDefinition.Relation, of table: String) -> Bool {
        guard relation.validAt == nil, relation.match.count == 1, root(of: relation.to) != nil else { return false }
        return relation.match.allSatisfy {
            type(of: $0.mine, in: .table(table)).isText && type(of: $0.theirs, in: relation.to).isText
        } && relation.order.allSatisfy { !type(of: $0, in: relation.to).isText }
    }

    private func type(of column: String, in origin: TableDefinition.Origin) -> ValueType {
        switch origin {
        case .source(let name): schemas.first { $0.name == name }?.column(named: column)?.type ?? .null
        case .table(let name):
            tables.first { $0.name == name }.map { table in
                table.columns.first { $0.name == column }?.expression.type ?? type(of: column, in: table.from)
            } ?? .null
        case .reference: .null
        }
    }

    /// Whether some rule writes values into a column.
    fileprivate func sets(_ column: String, of schema: String) -> Bool {
        rules.contains { rule in
            guard case .set(let assignments) = rule.action else { return false }
            return rule.target == .source(schema) && assignments.contains { $0.column == column }
        }
    }

    /// Every expression that reads rows of a canonical table, or of those made from it.
    fileprivate func expressions(over schema: SchemaDefinition, _ tables: [TableDefinition]) -> [TypedExpression] {
        var all: [TypedExpression] = []
        let mine = Set(tables.map(\.name))
        for table in tables {
            all += [table.filter].compactMap { $0 } + (table.columns + table.dimensions).map(\.expression)
            for population in table.populations {
                all += population.selection.conditions + population.selection.exclusions.map(\.condition)
            }
        }
        for figure in figures where mine.contains(figure.table) { all += figure.expressions }
        for rule in rules where rule.target == .source(schema.name) {
            all += [rule.expect].compactMap { $0 }
            if case .set(let assignments) = rule.action { all += assignments.map(\.value) }
        }
        for source in sources where source.schema == schema.name {
            for case .computed(let expression) in source.columns.map(\.origin) { all.append(expression) }
        }
        return all
    }
}
