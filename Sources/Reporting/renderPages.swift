/// Renders every page, chart and workbook of a run from its tables (CONTRACTS section 2), in the order of their paths.
package func renderPages(_ material: PageMaterial) throws -> [RenderedFile] {
    let shell = try PageShell(material.header)
    let rows = FigureRows(material)
    let reach = FaultReach(material)
    var files = chartFiles(material, rows)
    files.append(shell.file(definitionsPage(material, reach)))
    files.append(shell.file(indexPage(material, rows)))
    files += figurePages(material, rows).map(shell.file)
    files.append(shell.file(peelPage(material, rows)))
    files.append(shell.file(qualityPage(material, rows, reach)))
    files.append(try workbookFile(material, rows))
    return files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
}
