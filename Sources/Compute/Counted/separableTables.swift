import Definitions

/// The canonical tables whose rows can be counted while they are read, those that others look into before these. A table
/// that is held sees only tables that are held.
func separableTables(of definition: PipelineDefinition) -> [SeparableTable] {
    var tables = definition.schemas.compactMap { SeparableTable($0, in: definition) }
    while true {
        var ordered: [SeparableTable] = []
        while let next = tables.firstIndex(where: { table in
            table.lookedInto.allSatisfy { name in ordered.contains { $0.schema.name == name } }
        }) {
            ordered.append(tables.remove(at: next))
        }
        // What is left looks into tables that are held, or tables that look into each other.
        let names = Set(ordered.map(\.schema.name))
        tables = ordered.filter { definition.tablesLooking(into: $0.schema.name).isSubset(of: names) }
        if tables.count == ordered.count { return ordered }
    }
}

extension PipelineDefinition {
    /// The canonical table behind what a relation leads to; nothing for one of the definitions.
    func root(of origin: TableDefinition.Origin) -> String? {
        switch origin {
        case .source(let schema): schema
        case .table(let name): rootSchema(of: name)
        case .reference: nil
        }
    }

    /// The canonical tables whose rows look into those of one.
    fileprivate func tablesLooking(into schema: String) -> Set<String> {
        let looking = tables.filter { $0.relations.contains { root(of: $0.to) == schema } }
        return Set(looking.map { rootSchema(of: $0.name) ?? "" })
    }
}
