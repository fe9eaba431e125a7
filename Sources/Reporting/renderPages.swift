import Tables

/// Renders every page, chart and workbook of a run from its tables (CONTRACTS section 2), in the order of their paths.
package func renderPages(_ material: PageMaterial) throws -> [RenderedFile] {
    inOrder(try pageWriters(material).flatMap { try $0() })
}

/// The same, so many at a time.
package func renderPages(_ material: PageMaterial, jobs: Int) async throws -> [RenderedFile] {
    let writers = try pageWriters(material)
    return inOrder(try await concurrently(writers.count, jobs: jobs) { try writers[$0]() }.flatMap { $0 })
}

private func pageWriters(_ material: PageMaterial) throws -> [@Sendable () throws -> [RenderedFile]] {
    let shell = try PageShell(material.header)
    let rows = FigureRows(material)
    let reach = FaultReach(material)
    return [
        { chartFiles(material, rows) },
        { [shell.file(definitionsPage(material, reach))] },
        { [shell.file(indexPage(material, rows))] },
        { figurePages(material, rows).map(shell.file) },
        { [shell.file(peelPage(material, rows))] },
        { [shell.file(qualityPage(material, rows, reach))] },
        { [try workbookFile(material, rows)] },
    ]
}

private func inOrder(_ files: [RenderedFile]) -> [RenderedFile] {
    files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
}
