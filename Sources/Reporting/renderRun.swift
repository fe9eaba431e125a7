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
        ("results.csv", resultsCSV(material.compute.results, figures: definition.reportedFigures, byteOrderMark: mark)),
        (
            "breakdowns.csv",
            resultsCSV(material.compute.breakdowns, figures: definition.reportedFigures, byteOrderMark: mark)
        ),
        ("kpis.csv", kpisCSV(definition, byteOrderMark: mark)),
        ("exclusions.csv", exclusionsCSV(material.compute.exclusions, byteOrderMark: mark)),
        (
            "triangles.csv",
            trianglesCSV(material.compute.triangles, figures: definition.reportedFigures, byteOrderMark: mark)
        ),
        ("findings.csv", findingsCSV(material.compute.evidence, definition, byteOrderMark: mark)),
        ("comparisons.csv", comparisonsCSV(material.compute.comparisons, definition, byteOrderMark: mark)),
        (
            "sources.csv",
            sourcesCSV(
                material.ingest.files, sources: definition.sources, asOf: material.asOf, zone: material.zone,
                byteOrderMark: mark)
        ),
    ]
    var files = tables.map { RenderedFile(path: $0.0, bytes: $0.1.bytes) }
    files.append(RenderedFile(path: "results.json", bytes: resultsRecord(material).bytes))
    let guarded = tables.map { (file: $0.0, count: $0.1.guarded) }
    files.append(RenderedFile(path: "run.json", bytes: runRecord(material, guardedCells: guarded).bytes))
    files += definition.files.map { RenderedFile(path: "definitions/\($0.path)", bytes: $0.bytes) }
    files += try renderPages(PageMaterial(material, guardedCells: guarded))
    files.append(checksums(of: files))
    return files
}
