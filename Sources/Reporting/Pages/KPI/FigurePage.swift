import Charts
import Compute
import Definitions
import Tables

/// Everything that one figure's page says, from the rows of the figure.
struct FigurePage {
    let figure: FigureDefinition
    let material: PageMaterial
    let rows: FigureRows
    let totals: ArraySlice<FigureRow>
    /// The period that the page answers for: the last complete month, or the newest there is.
    let period: Period
    /// The lines of that period, one for each statistic.
    let current: [FigureRow]
    let series: FigureSeries?
    /// Whether it has more than one statistic, so that lines name theirs.
    let hasStatistics: Bool

    var definition: PipelineDefinition { material.definition }

    init?(_ figure: FigureDefinition, _ material: PageMaterial, _ rows: FigureRows) {
        let totals = rows.totals(of: figure.id)
        guard let period = pagePeriod(of: totals.lazy.map(\.period), asOf: material.header.asOf) else { return nil }
        let series = FigureSeries(of: figure, in: rows, material.definition)
        self.figure = figure
        self.material = material
        self.rows = rows
        self.totals = totals
        self.period = period
        self.series = series
        let first = totals.first?.line
        hasStatistics = totals.contains { $0.line !== first && $0.statistic != first?.statistic }
        let lines = totals.filter { $0.period.kind == period.kind && $0.period.first == period.first }
        // What stands for the figure comes first.
        current =
            lines.filter { $0.statistic == series?.statistic } + lines.filter { $0.statistic != series?.statistic }
    }

    var page: Page {
        let parts: [Markup?] = [
            Markup.section("answer", "Figures for \(period.label)", answer),
            chart.map { Markup.section("chart", "Month by month", $0) },
            commentary.map { Markup.section("commentary", "Commentary", $0) },
            members.map { Markup.section("members", "Breakdowns", $0) },
            heatTable(of: figure, in: rows).map { Markup.section("hours", "By hour of the week", $0) },
            triangle.map { Markup.section("triangle", "How the months came on", $0) },
            others.map { Markup.section("others", "Beside it", $0) },
            funnel.map { Markup.section("funnel", "Among other forces", $0) },
            waterfall.map { Markup.section("waterfall", "What was left out", $0) },
            Markup.section("definition", "Definition", definitionTerms),
            Markup.section("data", "Data tables", tables),
        ]
        return Page(
            path: figurePath(figure.id), title: "\(figure.id) \(figure.name)",
            period: "\(period.label), data to \(Period.text(material.header.asOf)). Unit: \(figure.unit.word).",
            main: parts.compactMap { $0 }.joined)
    }

    /// The name of a statistic where the figure has more than one.
    func statisticTitle(_ statistic: String) -> String {
        let words = statisticWords(statistic)
        return words.isEmpty ? statistic : words
    }

    /// A value in a table: the number, in percent with its sign, then what qualifies it.
    func cell(_ row: FigureRow) -> String {
        guard let text = displayText(row, unit: figure.unit) else { return row.state.shorthand ?? notAvailable }
        let marks = [row.state.shorthand, row.flags.contains(.small) ? lowReliability : nil].compactMap { $0 }
        return ([bare(text)] + marks).joined(separator: " ")
    }

    /// A number in the figure's unit without the unit's word, which stands in the header.
    func number(_ value: Double) -> String {
        bare(displayText(value, unit: figure.unit))
    }

    func bare(_ text: String) -> String {
        let ending = " \(figure.unit.word)"
        return figure.unit != .percent && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
    }

    /// `Value, minutes`.
    var valueHeader: String {
        figure.unit == .percent ? "Value" : "Value, \(figure.unit.word)"
    }
}
