import Charts
import Compute
import Definitions

/// Figures beside benchmarks of the same days, each with both definitions: the text of `explain` and `show`.
func comparisonSection(_ material: PageMaterial, _ links: FigureLinks) -> Markup {
    var ids: [String] = []
    for row in material.comparisons where !ids.contains(row.kpi) { ids.append(row.kpi) }
    let blocks = ids.compactMap { id -> Markup? in
        guard let figure = material.definition.reportedFigures.first(where: { $0.id == id }) else { return nil }
        let words = ComparisonWords(material.comparisons.filter { $0.kpi == id }.notOnly(in: material.funnels), figure)
        let spans = words.spans.map { span in Markup(span.ours) + .list(span.theirs.map { Markup($0) }) }
        return .element("h3", [:], links.named(id)) + .list(spans)
            + among(material.funnels.filter { $0.kpi == id }, figure) + .paragraph("How each defines it:")
            + .list(words.definitions.map { Markup($0) })
    }
    guard !blocks.isEmpty else {
        return .paragraph("No benchmark of the same days is supplied: nothing is compared.")
    }
    return .paragraph(
        "Where definitions differ, neither force is better than the other by these figures. Intervals are of counts, not of "
            + "how they were recorded.") + blocks.joined
}

private func among(_ rows: [FunnelRow], _ figure: FigureDefinition) -> Markup {
    let lines = funnelLines(rows, figure)
    return lines.isEmpty
        ? Markup() : .paragraph("Among all forces that are supplied:") + .list(lines.map { Markup($0) })
}
