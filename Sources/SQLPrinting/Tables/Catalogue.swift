import Definitions
import Expressions
import Tables

/// Tables, columns and relations of a pipeline by name, as expressions refer to them.
struct Catalogue {
    let definition: PipelineDefinition
    private let tables: [String: TableDefinition]
    private let schemas: [String: SchemaDefinition]
    private let references: [String: ReferenceTable]
    let settings: [String: SettingDefinition]

    init(_ definition: PipelineDefinition) {
        self.definition = definition
        tables = Dictionary(definition.tables.map { ($0.name, $0) }) { first, _ in first }
        schemas = Dictionary(definition.schemas.map { ("source.\($0.name)", $0) }) { first, _ in first }
        references = Dictionary(definition.references.map { ($0.name, $0) }) { first, _ in first }
        settings = Dictionary(definition.settings.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The name that SQL knows a table by.
    static func name(of origin: TableDefinition.Origin) -> String {
        switch origin {
        case .source(let schema): KeptTable.source(schema)
        case .table(let name), .reference(let name): name
        }
    }

    func table(_ name: String) -> TableDefinition? { tables[name] }
    func reference(_ name: String) -> ReferenceTable? { references[name] }

    /// The table itself, then those that its rows come from, cleaned exports last.
    func lineage(of table: String) -> [String] {
        var names = [table]
        while let next = tables[names[names.count - 1]]?.from { names.append(Catalogue.name(of: next)) }
        return names
    }

    func schema(_ table: String) -> SchemaDefinition? { schemas[table] }

    /// The canonical table whose rows a table's rows are.
    func root(of table: String) -> SchemaDefinition? {
        lineage(of: table).last.flatMap { schemas[$0] }
    }

    /// The type of a column, and whether it is a source's own time with an offset of its own.
    func column(_ name: String, of table: String) throws -> (type: ValueType, isSourceTime: Bool) {
        for current in lineage(of: table) {
            if let schema = schemas[current] {
                if let column = schema.column(named: name) { return (column.type, column.type == .time) }
            } else if let reference = references[current] {
                if let column = reference.columns.first(where: { $0.name == name }) { return (column.type, false) }
            } else if let definition = tables[current] {
                if let column = definition.columns.first(where: { $0.name == name }) {
                    return (column.expression.type, false)
                }
                if let chain = definition.chain, chain.column == name {
                    return (try column(chain.id, of: current).type, false)
                }
                if let type = definition.expansion?.madeColumns[name] { return (type, false) }
            }
        }
        throw PrintingFault.noColumn(name, table: table)
    }

    /// A relation by name, with the table that declares it: the given one, or one that its rows come from.
    func relation(_ name: String, of table: String) throws -> (relation: TableDefinition.Relation, home: String) {
        for current in lineage(of: table) {
            if let found = tables[current]?.relations.first(where: { $0.name == name }) { return (found, current) }
        }
        throw PrintingFault.noRelation(name, table: table)
    }

    /// The expansions behind a table's rows, the latest first: each made rows of which some may be none.
    func expansions(of table: String) -> [(table: String, expansion: Expansion)] {
        lineage(of: table).compactMap { name in tables[name]?.expansion.map { (name, $0) } }
    }

    /// Whether a row of a table may be none, as SQL; nothing where every row is one.
    func doubt(_ table: String, _ alias: String) -> String? {
        let doubts = expansions(of: table).map { "\(alias).\(quoted(ColumnName.doubt(of: $0.table)))" }
        return doubts.isEmpty ? nil : doubts.joined(separator: " or ")
    }

    /// The instants at which the rows are taken that a period column tells apart; nothing for other columns.
    func instants(of table: String, period: String) -> Expansion.Instants? {
        expansions(of: table).first { $0.expansion.anchor == period }?.expansion.instants
    }

    /// The time whose local day decides which value of a dated setting a row is under.
    func time(of table: String) -> String? {
        lineage(of: table).lazy.compactMap { tables[$0]?.time }.first
    }

    /// A dimension with the table that declares it.
    func dimension(_ name: String, of table: String) -> (column: TableDefinition.Column, table: String)? {
        for current in lineage(of: table) {
            if let found = tables[current]?.dimensions.first(where: { $0.name == name }) { return (found, current) }
        }
        return nil
    }

    /// The table that declares a population: the given one, or one that its rows come from.
    func home(ofPopulation name: String, of table: String) throws -> String {
        let home = lineage(of: table).first { tables[$0]?.populations.contains { $0.name == name } ?? false }
        guard let home else { throw PrintingFault.noColumn(name, table: table) }
        return home
    }
}

extension Expansion {
    /// The columns that an expansion makes.
    var madeColumns: [String: ValueType] {
        switch self {
        case .points(_, _, _, as: let name), .open(_, _, _, _, as: let name): [name: .time]
        case .hours(_, _, as: let name, let amount): [name: .time, amount: .duration]
        }
    }
}

/// A contradiction between checked definitions and the printer: a fault of ours.
enum PrintingFault: Error, CustomStringConvertible {
    case noColumn(String, table: String)
    case noRelation(String, table: String)
    case notPrintable(String)

    var description: String {
        switch self {
        case .noColumn(let name, let table): "no column \(name) of \(table) to print"
        case .noRelation(let name, let table): "no relation \(name) of \(table) to print"
        case .notPrintable(let what): "\(what) cannot be printed as SQL"
        }
    }
}
