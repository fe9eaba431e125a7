import Compute
import Definitions
import Ingest

/// Writes every file of a run as bytes: the tables, the records, the definitions as they were used, the pages, the
/// checksums.
///
/// The run record comes after the tables because it counts the cells that they had to guard.
package func renderRun(_ material: RunMaterial) throws -> [RenderedFile] {
    let definition = material.definition
    let mark = definition.csvByteOrderMark
    let tables = [
        (
            resultsTable.path,
            resultsCSV(material.compute.results, figures: definition.reportedFigures, byteOrderMark: mark)
        ),
        (
            breakdownsTable.path,
            resultsCSV(material.compute.breakdowns, figures: definition.reportedFigures, byteOrderMark: mark)
        ),
        (kpisTable.path, kpisCSV(definition, byteOrderMark: mark)),
        (exclusionsTable.path, exclusionsCSV(material.compute.exclusions, byteOrderMark: mark)),
        (
            trianglesTable.path,
            trianglesCSV(material.compute.triangles, figures: definition.reportedFigures, byteOrderMark: mark)
        ),
        (findingsTable.path, findingsCSV(material.compute.evidence, definition, byteOrderMark: mark)),
        (comparisonsTable.path, comparisonsCSV(material.compute.comparisons, definition, byteOrderMark: mark)),
        (funnelsTable.path, funnelsCSV(material.compute.funnels, definition, byteOrderMark: mark)),
        (
            sourcesTable.path,
            sourcesCSV(
                material.ingest.files, sources: definition.sources, asOf: material.asOf, zone: material.zone,
                byteOrderMark: mark)
        ),
    ]
    let guarded = tables.map { (file: $0.0, count: $0.1.guarded) }
    let pages = PageMaterial(material, guardedCells: guarded)
    var files = tables.map { RenderedFile(path: $0.0, bytes: $0.1.bytes) }
    files += publishedTables.map { tableMetadata($0, pages.header) }
    files.append(RenderedFile(path: "results.json", bytes: resultsRecord(material).bytes))
    files.append(RenderedFile(path: "run.json", bytes: runRecord(material, rules: pages.rules).bytes))
    files += [resultsSchema(), runSchema()]
    files += definition.files.map { RenderedFile(path: "definitions/\($0.path)", bytes: $0.bytes) }
    files += try renderPages(pages)
    files.append(checksums(of: files))
    return files
}
