import Compute
package import Definitions

/// `kpis.csv`: one line per KPI and statistic, what the lines of the result tables are about.
package func kpisCSV(_ definition: PipelineDefinition, byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: kpisTable.names, byteOrderMark: byteOrderMark)
    for figure in definition.reportedFigures {
        for statistic in figure.statisticNames(in: definition) {
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

/// The letters an id begins with: ours say what a figure is about, `L` is the force's own.
private func family(of id: String) -> String {
    String(id.prefix { $0.isLetter })
}
