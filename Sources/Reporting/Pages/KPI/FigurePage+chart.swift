import Charts
import Compute
import Definitions
import Tables

extension FigurePage {
    /// The id of the table that holds every plotted value.
    static let monthTable = "months-table"

    var chart: Markup? {
        guard let drawing = mainChart(of: figure, in: rows, definition, notes: notes) else { return nil }
        let row = current.first
        let value = row.map { "\(period.label): \(figureText($0, figure))" } ?? figure.name
        let variation = series?.variation.map { ", \($0.word)" } ?? ""
        return chartFigure(
            drawing, headline: value + variation, subtitle: drawing.title, table: FigurePage.monthTable)
    }

    /// Months that somebody commented on.
    private var notes: [(month: Period, words: String)] {
        comments.filter { $0.period.kind == .month }.map { comment in
            (
                month: comment.period,
                words: "\(comment.period.label): comment by \(comment.by), \(Period.text(comment.on))"
            )
        }
    }

    /// What was said of the figure up to the as-of, the newest period first.
    var comments: [Comment] {
        definition.commentary.enumerated().filter {
            $0.element.kpi == figure.id && $0.element.period.first <= material.header.asOf
        }.sorted { ($1.element.period.last, $0.offset) < ($0.element.period.last, $1.offset) }.map(\.element)
    }

    var commentary: Markup? {
        guard !comments.isEmpty else { return nil }
        return .terms(
            comments.map { comment in
                (
                    term: "\(comment.period.label), by \(comment.by) on \(Period.text(comment.on))",
                    description: Markup(comment.text)
                )
            })
    }

    /// Months by how many months had passed, for what comes late.
    var triangle: Markup? {
        triangleTable(of: figure, in: rows).map {
            Markup.paragraph(
                "Each line follows the rows of one month. The newest lines are lower because less time has passed, not "
                    + "because less comes.") + $0
        }
    }

    var waterfall: Markup? {
        guard let row = current.first else { return nil }
        let steps = waterfallSteps(row, exclusions: exclusions(in: period))
        guard !steps.isEmpty else { return nil }
        var table = HTMLTable(
            id: "waterfall-table", caption: "Where every row that was considered went, \(period.label)",
            columns: [.init("Step"), .init("Rows", isNumber: true), .init("What")])
        for step in steps {
            table.add([step.label, groupedText(step.count), step.what.isEmpty ? "all rows" : step.what])
        }
        return table.markup
    }

    /// The figure's other clocks and definitions, its two sides, and what others published.
    var others: Markup? {
        var content = Markup()
        let companions = definition.companions(of: figure).flatMap { rows.totals(of: $0.id, in: period) }
        let sides = definition.parts(of: figure).compactMap { rows.totals(of: $0.id, in: period).first }
        for line in sideLines(sides, definition) { content.append(.paragraph(line)) }
        let lines = companionLines(companions, definition)
        if let first = lines.first { content.append(.paragraph(first)) }
        if lines.count > 1 { content.append(.list(lines.dropFirst().map { Markup($0) })) }
        let compared = comparisonLines(
            material.comparisons.filter { $0.kpi == figure.id }.notOnly(in: material.funnels), figure)
        if !compared.isEmpty {
            content.append(.heading("What others published", level: 3))
            content.append(.list(compared.map { Markup($0) }))
        }
        return content.isEmpty ? nil : content
    }
}
