package import Charts
package import Definitions

/// The examples under a figure: a few rows and the value that they must give, as `check` runs them. Nothing without any.
package func exampleMarkup(of figure: FigureDefinition, in definition: PipelineDefinition) -> Markup {
    figure.examples.enumerated().map { place, example -> Markup in
        let names = Set(example.rows.flatMap(\.keys))
        let columns = columnOrder(names, of: figure, in: definition)
        let expected = example.expected.sorted { $0.key < $1.key }.map { statistic, value in
            let text = value.map { displayText($0, unit: figure.unit) } ?? "no value"
            return statistic == "share" ? text : "\(statistic) \(text)"
        }
        let caption = "Example \(place + 1) of \(figure.id): gives \(expected.joined(separator: ", "))"
        guard !columns.isEmpty else { return .paragraph("\(caption), without a row.") }
        var table = HTMLTable(
            id: "\(figure.id)-example-\(place + 1)", caption: caption, columns: columns.map { .init($0) })
        for row in example.rows {
            table.add(columns.map { row[$0].flatMap { $0.isEmpty ? nil : $0 } ?? "(empty)" })
        }
        return table.markup
    }.joined
}

/// Columns as the canonical table has them, others by name.
private func columnOrder(
    _ names: Set<String>, of figure: FigureDefinition, in definition: PipelineDefinition
) -> [String] {
    let known = definition.schemas.map { $0.columns.map(\.name) }.filter { !names.isDisjoint(with: $0) }
    let best = known.max { names.intersection($0).count < names.intersection($1).count } ?? []
    let ordered = best.filter(names.contains)
    return ordered + names.subtracting(ordered).sorted()
}
