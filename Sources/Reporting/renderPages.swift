import Compute
import Definitions
import Tables

/// Renders every page, chart and workbook of a run from its tables (CONTRACTS section 2), in the order of their paths.
package func renderPages(_ material: PageMaterial) throws -> [RenderedFile] {
    try pageWriters(material, FigureRows(material)).flatMap { try $0() }.sorted {
        Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8))
    }
}

/// What makes each of them, those that take longest first.
func pageWriters(_ material: PageMaterial, _ rows: FigureRows) throws -> [@Sendable () throws -> [RenderedFile]] {
    let shell = try PageShell(material.header)
    let reach = FaultReach(material)
    let missing = Set(material.uncomputed.map(\.kpi))
    return [
        { [try workbookFile(material, rows)] },
        { [shell.file(definitionsPage(material, reach))] },
        { [shell.file(qualityPage(material, rows, reach))] },
        { [shell.file(peelPage(material, rows))] },
        { [shell.file(indexPage(material, rows))] },
    ]
        + material.definition.figures.filter { !missing.contains($0.id) }.map { figure in
            {
                [
                    FigurePage(figure, material, rows).map { shell.file($0.page) },
                    chartFile(of: figure, material, rows),
                ].compactMap { $0 }
            }
        }
}
