import Charts
import Compute
import Definitions
import Tables

extension FigurePage {
    /// How many members a page shows; the others are in breakdowns.csv.
    private static let mostMembers = 40

    /// A table for each dimension: the last twelve months, then the newest months one by one.
    var members: Markup? {
        let dimensions = figure.by.filter { $0 != hourDimension }
        let tables = dimensions.compactMap(memberTable)
        return tables.isEmpty ? nil : tables.joined
    }

    private func memberTable(_ dimension: String) -> Markup? {
        guard let statistic = current.first?.statistic else { return nil }
        let spans = memberSpans(of: period)
        let lines = rows.members(of: figure.id).filter { row in
            row.dimension == dimension && row.statistic == statistic
                && spans.contains { $0.kind == row.period.kind && $0.first == row.period.first }
        }
        guard let year = spans.first, !lines.isEmpty else { return nil }
        let byMember = Dictionary(grouping: lines, by: \.member)
        var names: [String] = []
        for line in lines where !names.contains(line.member) { names.append(line.member) }
        let inYear = lines.filter { $0.period.kind == year.kind }
        let shown = largest(names, by: inYear)
        let words = dimension.split(separator: "_").joined(separator: " ")
        let title = statisticWords(statistic)
        let caption = ([figure.name, title, "by \(words)"] + (figure.unit == .percent ? [] : [figure.unit.word]))
            .filter { !$0.isEmpty }.joined(separator: ", ")
        var columns = [HTMLTable.Column(words.prefix(1).uppercased() + String(words.dropFirst()))]
        for span in spans { columns += [.init(span.label, isNumber: true), .init("Out of", isNumber: true)] }
        var table = HTMLTable(id: partID("by", dimension), caption: caption, columns: columns)
        for name in shown {
            let mine = byMember[name] ?? []
            var cells = [name]
            for span in spans {
                let row = mine.first { $0.period.kind == span.kind && $0.period.first == span.first }
                cells +=
                    row.map { [cell($0), $0.denominator.map(groupedText) ?? notAvailable] }
                    ?? [notApplicable, notApplicable]
            }
            table.add(cells)
        }
        var content = Markup.heading("By \(words)", level: 3)
        if let chart = memberChart(of: figure, inYear.filter { shown.contains($0.member) }) {
            content.append(
                chartFigure(
                    chart.drawing, headline: "By \(words), \(year.label)", subtitle: chart.title,
                    table: partID("by", dimension)))
        }
        content.append(table.markup)
        let rest = names.count - shown.count
        if rest > 0 { content.append(.paragraph("\(rest) more with fewer rows are in breakdowns.csv.")) }
        return content
    }

    /// The members with most rows in the year, in their own order.
    private func largest(_ names: [String], by year: [FigureRow]) -> [String] {
        guard names.count > FigurePage.mostMembers else { return names }
        let sizes = Dictionary(year.map { ($0.member, $0.denominator ?? 0) }) { first, _ in first }
        let kept = Set(
            names.enumerated().sorted { (sizes[$1.element] ?? 0, $0.offset) < (sizes[$0.element] ?? 0, $1.offset) }
                .prefix(FigurePage.mostMembers).map(\.element))
        return names.filter(kept.contains)
    }
}
