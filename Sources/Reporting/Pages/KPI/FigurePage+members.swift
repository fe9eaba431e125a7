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
        let spans = memberSpans
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
        var table = HTMLTable(
            id: partID("by", dimension),
            caption: ([figure.name] + (title.isEmpty ? [] : [title])).joined(separator: ", ")
                + ", by \(words)" + (figure.unit == .percent ? "" : ", \(figure.unit.word)"),
            columns: [.init(words.prefix(1).uppercased() + words.dropFirst())]
                + spans.flatMap { span in
                    [HTMLTable.Column(span.label, isNumber: true), .init("Out of", isNumber: true)]
                })
        for name in shown {
            let mine = byMember[name] ?? []
            table.add(
                [name]
                    + spans.flatMap { span -> [String] in
                        guard
                            let row = mine.first(where: { $0.period.kind == span.kind && $0.period.first == span.first }
                            )
                        else { return [notApplicable, notApplicable] }
                        return [cell(row), row.denominator.map(groupedText) ?? notAvailable]
                    })
        }
        let rest = names.count - shown.count
        let chart = memberChart(of: figure, inYear.filter { shown.contains($0.member) })
        return Markup.heading("By \(words)", level: 3)
            + (chart.map { drawn in
                chartFigure(
                    drawn.drawing, headline: "By \(words), \(year.label)", subtitle: drawn.title,
                    table: partID("by", dimension))
            } ?? Markup())
            + table.markup
            + (rest > 0 ? Markup.paragraph("\(rest) more with fewer rows are in breakdowns.csv.") : Markup())
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

    /// Twelve months to the page's month, then its last three months, the newest first.
    private var memberSpans: [Period] {
        guard period.kind == .month else { return [period] }
        let before = Period(.month, containing: period.first.adding(days: -1))
        let third = Period(.month, containing: before.first.adding(days: -1))
        return [Period(.rollingTwelveMonths, containing: period.first), period, before, third]
    }
}

/// The dimension that is shown as a week.
private let hourDimension = "hour_of_week"
