package import Compute
package import Definitions
import Tables

/// `comparisons.csv`: figures beside what others published for the same days, with how each side defines it.
package func comparisonsCSV(
    _ rows: [ComparisonRow], _ definition: PipelineDefinition, byteOrderMark: Bool
) -> CSVWriter {
    var table = CSVWriter(header: comparisonColumns, byteOrderMark: byteOrderMark)
    let figures = definition.reportedFiguresByID
    for row in rows {
        let figure = figures[row.kpi]
        table.text(row.kpi)
        table.text(figure?.name ?? "")
        table.text(row.statistic)
        table.text("\(row.period.first)")
        table.text("\(row.period.last)")
        table.number(row.own.value)
        table.number(row.own.numerator)
        table.integer(row.own.denominator)
        table.text(row.benchmark.name)
        table.integer(row.benchmark.forces)
        table.number(row.value)
        table.number(row.numerator)
        table.number(row.denominator)
        table.number(row.difference)
        table.number(row.lower)
        table.number(row.upper)
        table.text(figure?.ownBasis ?? "")
        table.text(row.basis)
        table.text(row.source)
        table.endRecord()
    }
    return table
}

extension ComparisonRow.Benchmark {
    /// Whose figure it is.
    package var name: String {
        switch self {
        case .row(let force): force
        case .mostSimilarAverage: "most similar group"
        }
    }

    /// How many forces stand behind it.
    package var forces: Int {
        switch self {
        case .row: 1
        case .mostSimilarAverage(let forces): forces
        }
    }
}

extension FigureDefinition {
    /// How we define the figure, for a reader who sets it beside another's: its basis, its measure and its population.
    package var ownBasis: String {
        [basis, "\(measureText), among \(amongText)"].compactMap { $0 }.joined(separator: "; ")
    }
}
