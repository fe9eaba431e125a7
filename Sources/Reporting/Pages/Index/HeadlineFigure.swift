package import Compute
package import Definitions
package import Tables

/// A headline figure in a month: the line that stands for it and what its series says.
package struct HeadlineFigure: Sendable {
    package let figure: FigureDefinition
    package let row: FigureRow
    package let series: FigureSeries?
    /// Whether it was computed, and so has a page of its own.
    package let hasPage: Bool

    package var variation: VariationClass? { series?.variation }

    /// Whether a verdict was given.
    package var isJudged: Bool {
        switch row.verdict {
        case .met, .metWithinChance, .notMetWithinChance, .notMet, .dependsOnUnknowns, .tooFew: true
        case .referenceOnly, .noStandard, nil: false
        }
    }

    /// Every headline figure with a line in the month, those judged first, then by id.
    package static func all(
        _ material: PageMaterial, _ rows: FigureRows, in month: Period
    ) -> [HeadlineFigure] {
        let missing = Set(material.uncomputed.map(\.kpi))
        let found = material.definition.figures.filter(\.isHeadline).compactMap { figure -> HeadlineFigure? in
            let lines = rows.totals(of: figure.id, in: month)
            let series = FigureSeries(of: figure, in: rows, material.definition)
            guard let row = lines.first(where: { $0.statistic == series?.statistic }) ?? lines.first else { return nil }
            return HeadlineFigure(
                figure: figure, row: row, series: series, hasPage: !missing.contains(figure.id))
        }.sorted { $0.figure.id < $1.figure.id }
        return found.filter(\.isJudged) + found.filter { !$0.isJudged }
    }
}
