import Charts
import Compute
import Definitions
import Statistics
import Tables

extension FigurePage {
    /// The four questions for each statistic, in the words of `explain`.
    var answer: Markup {
        var content = Markup()
        let test = BoundaryTest(of: figure, in: definition)
        let parts = definition.parts(of: figure)
        let reasons = exclusions(in: period)
        for row in current {
            if current.count > 1 { content.append(.heading(statisticTitle(row.statistic), level: 3)) }
            content.append(.element("p", ["class": "lead"], Markup(verdictSentence(row, figure: figure))))
            for sentence in sentences(about: row, test) { content.append(.paragraph(sentence)) }
            let found = Answer(
                row, figure: figure, standards: definition.standards, exclusions: reasons, sides: parts)
            content.append(
                .terms(
                    [
                        ("How many", found.howMany), ("Out of how many", found.outOf), ("Left out", found.leftOut),
                        ("Says who", found.saysWho),
                    ].map { (term: $0.0, description: Markup($0.1)) } + bounds(of: row)))
        }
        return content
    }

    private func sentences(about row: FigureRow, _ test: BoundaryTest?) -> [String] {
        var found: [String] = []
        if row.statistic == series?.statistic { found += seriesSentences }
        if let both = excludedSentence(row, figure: figure, definition) { found.append(both) }
        found += definition.breaks(of: figure).filter { row.period.range.contains($0.on.days) }.map {
            "Break on \(Period.text($0.on)): \($0.label) (\($0.authority))."
        }
        if let robustness = robustnessSentence(row) { found.append(robustness) }
        if let test, let boundary = boundarySentence(row, test, unit: figure.unit) { found.append(boundary) }
        return found
    }

    /// What the chart says of the month, and the same month a year before.
    private var seriesSentences: [String] {
        guard let series else { return [] }
        var found: [String] = []
        if let variation = series.variation {
            found.append("Variation: \(variation.words), \(variation.month.label).")
        } else {
            found.append("Variation: not known; limits need two neighbouring complete months.")
        }
        if let assurance = series.assurance { found.append("Assurance: \(assurance.word); \(assurance.words).") }
        if let place = series.months.months.firstIndex(where: { $0.first == period.first }),
            let year = series.yearBefore(of: place)
        {
            found.append(yearBeforeSentence(year, figure: figure))
        }
        return found
    }

    private func bounds(of row: FigureRow) -> [(term: String, description: Markup)] {
        var found: [(term: String, description: Markup)] = []
        if let lower = row.lower, let upper = row.upper {
            found.append(("95% interval", Markup(range(lower, upper))))
        }
        if let lowest = row.lowest, let highest = row.highest, lowest != highest {
            found.append(("Unknown rows allow", Markup(range(lowest, highest))))
        }
        if !row.flags.isEmpty { found.append(("Flags", Markup(flagText(row)))) }
        return found
    }

    private func range(_ low: Double, _ high: Double) -> String {
        "\(displayText(low, unit: figure.unit)) to \(displayText(high, unit: figure.unit))"
    }

    func flagText(_ row: FigureRow) -> String {
        row.flags.names.map { $0.split(separator: "_").joined(separator: " ") }.joined(separator: ", ")
    }

    /// What each reason left out in a period, in the declared order.
    func exclusions(in period: Period) -> [(reason: String, count: Int)] {
        rows.exclusions(of: figure.id).filter {
            $0.period.kind == period.kind && $0.period.first == period.first
        }.sorted { $0.order < $1.order }.map { (reason: $0.reason, count: $0.count) }
    }
}
