import Charts
import Compute
import Definitions
import Tables

/// `charts/<id>.svg` for every figure that was computed: the chart of its page, with marking and source, to be put into
/// other documents.
package func chartFiles(_ material: PageMaterial, _ rows: FigureRows) -> [RenderedFile] {
    let missing = Set(material.uncomputed.map(\.kpi))
    let header = material.header
    let source =
        "\(header.force), data to \(Period.text(header.asOf)), run \(header.run), program version \(header.programVersion)"
    return material.definition.figures.filter { !missing.contains($0.id) }.compactMap { figure in
        mainChart(of: figure, in: rows, material.definition).map { chart in
            RenderedFile(
                path: "charts/\(figure.id).svg",
                bytes: Array(
                    chart.file(marking: header.marking, heading: chart.title, source: "\(figure.id); \(source)").utf8))
        }
    }
}
