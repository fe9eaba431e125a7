import Definitions
import Expressions
import Tables

/// Adds the columns that the mapping computes from others of the same row, after the decoded ones.
///
/// Definitions give them in an order in which each comes after those it reads. They see only their own row, so neither
/// settings nor the as-of instant nor relations.
func applyComputedColumns(
    _ source: inout DecodedSource, schema: SchemaDefinition, zone: ZoneTable, names: inout Names
) throws {
    let malformed = source.faults.filter { $0.column < 0 }.map { Int($0.row) }
    for mapping in source.definition.columns {
        guard case .computed(let expression) = mapping.origin else { continue }
        let column = try computed(
            mapping, expression, source, schema: schema, zone: zone, names: &names, malformed: malformed)
        source.columns.append(column)
    }
}

private func computed(
    _ mapping: ColumnMapping, _ expression: TypedExpression, _ source: DecodedSource, schema: SchemaDefinition,
    zone: ZoneTable, names: inout Names, malformed: [Int]
) throws -> DecodedSource.Column {
    let references = expression.references
    if references.usesAsOf || references.usesWorkingDays || !references.settings.isEmpty || references.looksBeyondRow {
        throw Diagnostic(
            code: "E0297", "\(mapping.column) is computed from more than the columns of its own row",
            at: mapping.location, help: "leave settings, as_of, working days and relations to tables and KPIs")
    }
    let type = schema.column(named: mapping.column)?.type ?? expression.type
    // Sorted, so that codes do not depend on the order of a set.
    var codes: [String: Int32] = [:]
    for text in references.texts.sorted() { codes[text] = names.code(of: text) }
    let known = codes
    let defaults = try defaultColumns(references.columns.sorted(), source, schema: schema, names: &names)
    let isPlanned = schema.column(named: mapping.column)?.isPlanned ?? false
    let resolution = coarsest(references.columns, source)
    var values = ComputedValues(type: type, isNarrow: (resolution ?? 1) >= 1000 && !isPlanned)
    var start = 0
    while start < source.rowCount {
        let rows = start..<min(source.rowCount, start + 65_536)
        let evaluation = Evaluation(
            count: rows.count, zone: zone, asOf: Int64.max, code: { known[$0] ?? Missing.code - 1 },
            column: { name, _ in
                if let column = source.columns.first(where: { $0.name == name }) { return column.values.vector(rows) }
                return defaults[name]?.repeated(rows.count)
                    ?? .integers(Array(repeating: Missing.integer, count: rows.count))
            },
            setting: { _ in throw Diagnostic(code: "E0297", "a computed column reads a setting") },
            beyond: { _ in throw Diagnostic(code: "E0297", "a computed column looks beyond its row") })
        values.append(try Evaluator(evaluation).value(of: expression))
        start = rows.upperBound
    }
    for row in malformed { values.clear(row) }
    return DecodedSource.Column(
        name: mapping.column, type: type, resolution: values.isClocked ? resolution ?? 1000 : nil, values: values.column
    )
}

/// What unmapped columns of the schema read as, where an expression reads them.
private func defaultColumns(
    _ columns: [String], _ source: DecodedSource, schema: SchemaDefinition, names: inout Names
) throws -> [String: DefaultValue] {
    var defaults: [String: DefaultValue] = [:]
    for name in columns where !source.columns.contains(where: { $0.name == name }) {
        guard let column = schema.column(named: name) else { continue }
        var text: String?
        if case .reads(let value) = column.absence { text = value }
        defaults[name] = DefaultValue(text, type: column.type, names: &names)
    }
    return defaults
}

/// The coarsest resolution among the times and durations that an expression reads: sums are no finer than their parts.
private func coarsest(_ columns: Set<String>, _ source: DecodedSource) -> Int64? {
    source.columns.filter { columns.contains($0.name) }.compactMap(\.resolution).max()
}
