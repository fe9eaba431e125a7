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
        return .heading("By \(words)", level: 3)
            + (chart.map { drawn in
                chartFigure(
                    drawn.drawing, headline: "By \(words), \(year.label)", subtitle: drawn.title,
                    table: partID("by", dimension))
            } ?? Markup())
            + table.markup
            + (rest > 0 ? .paragraph("\(rest) more with fewer rows are in breakdowns.csv.") : Markup())
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

    /// Twenty-four hours by seven days, each cell with its value; the shade only repeats it.
    var hours: Markup? {
        guard figure.by.contains(hourDimension), let statistic = current.first?.statistic else { return nil }
        let year = Period(.rollingTwelveMonths, containing: period.first)
        let lines = rows.members(of: figure.id).filter { row in
            row.period.kind == .rollingTwelveMonths && row.period.first == year.first
                && row.dimension == hourDimension && row.statistic == statistic
        }
        let cells = Dictionary(
            lines.compactMap { row in Int(row.member).map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        let values = cells.values.compactMap(\.value)
        guard let least = values.min(), let most = values.max() else { return nil }
        let title = statisticWords(statistic)
        var table = HTMLTable(
            id: "hours-table",
            caption: ([figure.name] + (title.isEmpty ? [] : [title])).joined(separator: ", ")
                + ", by hour of the week, \(year.label)" + (figure.unit == .percent ? "" : ", \(figure.unit.word)"),
            columns: [.init("Hour")]
                + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map { .init($0, isNumber: true) })
        for hour in 0..<24 {
            table.add(
                name: "\(hour < 10 ? "0" : "")\(hour):00",
                (0..<7).map { day in
                    guard let row = cells[day * 24 + hour], let value = row.value else {
                        return (notApplicable, "n")
                    }
                    let share = most > least ? (value - least) / (most - least) : 0
                    return (cell(row), "n heat-\(min(4, Int(share * 5)))")
                })
        }
        return .paragraph(
            "Hours are local. Darker cells are higher; every cell has its number. [low] marks fewer rows than a verdict "
                + "is given for: most single hours have few.") + table.markup
    }
}

/// The dimension that is shown as a week.
private let hourDimension = "hour_of_week"
