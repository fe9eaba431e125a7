package import Definitions
package import Tables

/// Computes every example under every KPI and reports those that give another value than they say.
package func checkExamples(_ definition: PipelineDefinition, zone: ZoneTable) async throws -> [Diagnostic] {
    // An example says what the definition means, whatever days the force leaves out.
    let definition = definition.withoutCalendar
    var findings: [Diagnostic] = []
    for figure in definition.figures {
        for example in figure.examples {
            do {
                findings += try await check(example, of: figure, definition, zone)
            } catch let fault as Diagnostic {
                findings.append(fault)
            }
        }
    }
    return findings
}

private func check(
    _ example: FigureDefinition.Example, of figure: FigureDefinition, _ definition: PipelineDefinition,
    _ zone: ZoneTable
) async throws -> [Diagnostic] {
    let dependencies = Dependencies(of: figure, in: definition)
    var names = Names()
    var tables: [SourceTable] = []
    for schema in definition.schemas where dependencies.schemas.contains(schema.name) {
        // The rows are of the table that the figure starts from; the others are empty.
        let isOwn = definition.rootSchema(of: figure.table) == schema.name
        tables.append(
            try exampleTable(
                schema, rows: isOwn ? example.rows : [], zone: zone, names: &names, at: example.location))
    }
    let input = ComputeInput(
        definition: definition, tables: tables, names: names,
        asOf: AsOf(endOf: CivilDate(year: 2099, month: 12, day: 31), in: zone), zone: zone, jobs: 1)
    let everything = Period(
        spanFrom: CivilDate(year: 2000, month: 1, day: 1), to: CivilDate(year: 2099, month: 12, day: 31),
        id: "example", label: "the example's rows")
    let rows = try await figures(input, kpis: [figure.id], periods: .one(everything), by: nil)
    return example.expected.keys.sorted().compactMap { statistic in
        let expected = example.expected[statistic] ?? nil
        guard let row = rows.first(where: { $0.statistic == statistic }) else {
            return Diagnostic(
                code: "E0262", "\(figure.id) has no statistic \(statistic)", at: example.location,
                help: "it has \(rows.map(\.statistic).joined(separator: ", "))")
        }
        if isSame(row.value, expected) { return nil }
        return Diagnostic(
            code: "E0263",
            "\(figure.id) gives \(words(row.value)) for \(statistic) of this example, not \(words(expected))",
            at: example.location, help: "correct the definition or the example")
    }
}

private func isSame(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
}

private func words(_ value: Double?) -> String {
    value.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int64($0)) : "\($0)" } ?? "nothing"
}

extension PipelineDefinition {
    /// The canonical table whose rows a table's rows are.
    package func rootSchema(of table: String) -> String? {
        switch tables.first(where: { $0.name == table })?.from {
        case .source(let schema): schema
        case .table(let parent): rootSchema(of: parent)
        case .reference, nil: nil
        }
    }
}
