import Charts
import Compute
import Definitions
import Tables

/// `charts/<id>.svg`: the chart of a figure's page, with marking and source, to be put into other documents.
func chartFile(of figure: FigureDefinition, _ material: PageMaterial, _ rows: FigureRows) -> RenderedFile? {
    let header = material.header
    let source =
        "\(header.force), data to \(Period.text(header.asOf)), run \(header.run), program version \(header.programVersion)"
    return mainChart(of: figure, in: rows, material.definition).map { chart in
        RenderedFile(
            path: "charts/\(figure.id).svg",
            bytes: Array(
                chart.file(marking: header.marking, heading: chart.title, source: "\(figure.id); \(source)").utf8))
    }
}
