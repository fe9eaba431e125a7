package import Compute
package import Definitions

/// `kpis.csv`: one line per KPI and statistic, what the lines of the result tables are about.
package func kpisCSV(_ figures: [FigureDefinition], results: [FigureRow], byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(
        header: [
            "kpi", "name", "headline", "statistic", "family", "table", "better", "clock", "basis", "unit", "standard",
            "question", "findings", "variant_of", "owner", "definition_hash", "changed", "among", "measure", "note",
        ],
        byteOrderMark: byteOrderMark)
    let statistics = statisticsByFigure(results)
    for figure in figures {
        for statistic in statistics[figure.id] ?? [figure.measure.word] {
            for cell in [
                figure.id, figure.name, figure.isHeadline ? "yes" : "no", statistic, family(of: figure.id),
                figure.table, figure.better.rawValue, figure.clock ?? "", figure.basis ?? "", figure.unit.word,
                figure.standard ?? "", figure.question ?? "", figure.findings.joined(separator: ";"),
                figure.variantOf ?? "", figure.owner, figure.hash, figure.change == nil ? "no" : "yes",
                figure.amongText, figure.measureText, figure.note ?? "",
            ] { table.text(cell) }
            table.endRecord()
        }
    }
    return table
}

/// The statistics that each figure has rows for, in the order of the results.
func statisticsByFigure(_ results: [FigureRow]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for row in results where found[row.kpi]?.contains(row.statistic) != true {
        found[row.kpi, default: []].append(row.statistic)
    }
    return found
}

/// The letters an id begins with: ours say what a figure is about, `L` is the force's own.
private func family(of id: String) -> String {
    String(id.prefix { $0.isLetter })
}

extension Measure {
    /// The measure's name where a figure has no rows to say its statistics.
    fileprivate var word: String {
        switch self {
        case .count, .countPerHour: "count"
        case .share, .bands: "share"
        case .mean: "mean"
        case .sum: "sum"
        case .quantiles(_, let quantiles): quantiles.first?.name ?? "quantile"
        }
    }
}
