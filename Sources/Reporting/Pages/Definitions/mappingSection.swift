import Charts
import Definitions

/// How each source of the force feeds a canonical table, column by column.
func mappingSection(_ definition: PipelineDefinition) -> Markup {
    guard !definition.sources.isEmpty else { return .paragraph("No source is declared.") }
    return definition.sources.map { source -> Markup in
        let schema = definition.schemas.first { $0.name == source.schema }
        var table = HTMLTable(
            id: "mapping-\(source.name)-table", caption: "Columns of \(source.name)",
            columns: [.init("Column"), .init("From"), .init("Read as"), .init("Also")])
        for mapping in source.columns {
            let also = alsoWords(mapping)
            table.add([
                mapping.column, originWords(mapping.origin), formWords(mapping.form),
                also.isEmpty ? notApplicable : also,
            ])
        }
        let mapped = Set(source.columns.map(\.column))
        let rest = (schema?.columns ?? []).filter { !mapped.contains($0.name) }
        return .element("h3", ["id": "mapping-\(source.name)"], Markup("\(source.name), rows of \(source.schema)"))
            + .list(sourceWords(source).map { Markup($0) }) + (table.count == 0 ? Markup() : table.markup)
            + (rest.isEmpty ? Markup() : .paragraph("Not mapped: \(rest.map(absence).joined(separator: "; "))."))
    }.joined
}

/// What a column reads as where no header feeds it.
private func absence(_ column: SchemaDefinition.Column) -> String {
    switch column.absence {
    case .notComputable: "\(column.name), figures that need it are not computable"
    case .reads(nil): "\(column.name), reads as empty"
    case .readsEmptyBeside(let table): "\(column.name), figures that need it rest on \(table)"
    case .reads(let value?): "\(column.name), reads as \(value)"
    }
}
