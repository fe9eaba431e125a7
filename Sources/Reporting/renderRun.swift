import Compute
import Definitions
import Ingest
import Tables

/// Writes every file of a run as bytes: the tables, the records, the definitions as they were used, the pages, the
/// checksums.
///
/// The run record and the pages come after the tables because they tell how many cells had to be guarded.
package func renderRun(_ material: RunMaterial, jobs: Int) async throws -> [RenderedFile] {
    let definition = material.definition
    let written = try await rendered(writers(material), jobs: jobs)
    let tables = written.dropLast()
    let pages = PageMaterial(material, guardedCells: tables.map { (file: $0.file.path, count: $0.guarded) })
    var files = tables.map(\.file)
    files += publishedTables.map { tableMetadata($0, pages.header) }
    files += written.suffix(1).map(\.file)
    files.append(RenderedFile(path: "run.json", bytes: runRecord(material, rules: pages.rules).bytes))
    files += [resultsSchema(), runSchema()]
    files += definition.files.map { RenderedFile(path: "definitions/\($0.path)", bytes: $0.bytes) }
    files += try await renderPages(pages, jobs: jobs)
    files.append(checksums(of: files))
    return files
}

/// A file with how many of its cells were guarded.
private struct Written: Sendable {
    let file: RenderedFile
    let guarded: Int

    init(_ path: String, _ table: CSVWriter) {
        file = RenderedFile(path: path, bytes: table.bytes)
        guarded = table.guarded
    }

    init(_ file: RenderedFile) {
        self.file = file
        guarded = 0
    }
}

private func rendered(_ writers: [@Sendable () -> Written], jobs: Int) async throws -> [Written] {
    try await concurrently(writers.count, jobs: jobs) { writers[$0]() }
}

/// What writes each table, in the order of the published ones, and last what writes the results as a record.
private func writers(_ material: RunMaterial) -> [@Sendable () -> Written] {
    let definition = material.definition
    let (computed, figures, mark) = (material.compute, definition.reportedFigures, definition.csvByteOrderMark)
    return [
        { Written(resultsTable.path, resultsCSV(computed.results, figures: figures, byteOrderMark: mark)) },
        { Written(breakdownsTable.path, resultsCSV(computed.breakdowns, figures: figures, byteOrderMark: mark)) },
        { Written(kpisTable.path, kpisCSV(definition, byteOrderMark: mark)) },
        { Written(exclusionsTable.path, exclusionsCSV(computed.exclusions, byteOrderMark: mark)) },
        { Written(trianglesTable.path, trianglesCSV(computed.triangles, figures: figures, byteOrderMark: mark)) },
        { Written(findingsTable.path, findingsCSV(computed.evidence, definition, byteOrderMark: mark)) },
        { Written(comparisonsTable.path, comparisonsCSV(computed.comparisons, definition, byteOrderMark: mark)) },
        { Written(funnelsTable.path, funnelsCSV(computed.funnels, definition, byteOrderMark: mark)) },
        {
            Written(
                sourcesTable.path,
                sourcesCSV(
                    material.ingest.files, sources: definition.sources, asOf: material.asOf, zone: material.zone,
                    byteOrderMark: mark))
        },
        { Written(RenderedFile(path: "results.json", bytes: resultsRecord(material))) },
    ]
}
