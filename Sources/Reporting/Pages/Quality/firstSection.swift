import Charts
import Compute
import Definitions
import Ingest
import Tables

/// The few things that take most from the figures, worst first.
func firstSection(_ material: PageMaterial, _ links: FigureLinks, _ reach: FaultReach) -> Markup {
    var items: [Markup] = []
    items += material.leftOutSources.map { left in
        Markup("The source \(left.source) is left out: \(left.because). Figures that read it: ")
            + figureList(reach.figures(reading: left.table), links)
    }
    items += material.unusable.compactMap { column -> Markup? in
        let without = reach.withoutValue(reach.figures(reading: .init(schema: column.table, name: column.column)))
        guard !without.isEmpty else { return nil }
        return Markup("\(column.table).\(column.column) \(column.because); without a value: ")
            + figureList(without, links)
    }
    items += material.warnings.filter { urgent.contains($0.code) }.map { Markup($0.message) }
    let rejected = material.rules.filter { $0.action == "reject" && isShare($0, above: 0.01) }
    items += rejected.map { line in
        let share = line.checked.map { " (\(shareText(line.count, of: $0)))" } ?? ""
        let words = ruleWords(line.rule, material.definition)
        return Markup("\(counted(line.count, "record")) of \(line.place) rejected\(share): \(line.rule), \(words)")
    }
    let warned = material.rules.filter { ["warn", "blank", "count"].contains($0.action) && isShare($0, above: 0.05) }
    items += warned.map { line in
        let share = line.checked.map { " of \(groupedText($0)) (\(shareText(line.count, of: $0)))" } ?? ""
        let words = ruleWords(line.rule, material.definition)
        return Markup("\(line.rule) at \(place(line)): \(groupedText(line.count))\(share) fail: \(words)")
    }
    return items.isEmpty
        ? .paragraph(
            "No source is left out, no column is unusable, and no rule fails for more than a few of the rows it checks."
        )
        : .list(items)
}

/// Messages about whole sources: many records rejected, a rule that fails the run's own limit, months that look short.
private let urgent: Set<String> = ["E0404", "E0407", "E0412"]

private func isShare(_ line: PageMaterial.RuleLine, above limit: Double) -> Bool {
    line.checked.map { $0 > 0 && Double(line.count) / Double($0) > limit } ?? false
}
