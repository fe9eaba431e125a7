package import Compute
package import Definitions
import Ingest
package import Tables

/// Writes the files of one run: the members of each breakdown as soon as they are computed, everything else once all figures
/// are known, and each file when it is made, so that few are held at a time.
package struct RunRenderer: Sendable {
    private let definition: PipelineDefinition
    private let asOf: AsOf
    private let files: RunFiles
    private let breakdowns: PieceTable

    package init(_ definition: PipelineDefinition, asOf: AsOf, into files: RunFiles) throws(Diagnostic) {
        self.definition = definition
        self.asOf = asOf
        self.files = files
        breakdowns = try PieceTable(breakdownsTable, in: files, byteOrderMark: definition.csvByteOrderMark)
    }

    /// Writes the members of a breakdown and gives back those that are still needed.
    package func write(_ lines: MemberLines) throws -> [FigureRow] {
        try breakdowns.add(resultLines(lines.rows.span, figures: [definition.figures[lines.figure]]), at: lines.number)
        return shownMembers(lines, released: definition.releases, asOf: asOf.day)
    }

    /// Writes everything else: the tables, the records, the definitions as they were used, the pages, the checksums. Gives
    /// back what the pages were rendered from.
    ///
    /// The run record and the pages come after the tables because they tell how many cells had to be guarded.
    ///
    /// - Parameter other: what else is to be done with the figures meanwhile, in one piece.
    package func finish(
        _ material: RunMaterial, jobs: Int, beside other: @escaping @Sendable () -> Void
    ) async throws -> PageMaterial {
        let results = try PieceTable(resultsTable, in: files, byteOrderMark: definition.csvByteOrderMark)
        let rows = material.compute.results
        let figures = definition.reportedFigures
        let tables = shortTables(material)
        var writers: [@Sendable () throws -> Int] = [{ try breakdowns.finish() }]
        for (place, first) in stride(from: 0, to: rows.count, by: RunRenderer.stretch).enumerated() {
            writers.append {
                let stretch = rows[first..<min(first + RunRenderer.stretch, rows.count)]
                try results.add(resultLines(stretch.span, figures: figures), at: place)
                return 0
            }
        }
        writers += tables.map { table in
            {
                let written = table.write()
                try files.add(RenderedFile(path: table.shape.path, bytes: written.bytes))
                return written.guarded
            }
        }
        let counts = try await concurrently(writers.count, jobs: jobs) { [writers] in try writers[$0]() }
        var guarded = [
            (file: resultsTable.path, count: try results.finish()), (file: breakdownsTable.path, count: counts[0]),
        ]
        for (table, count) in zip(tables, counts.suffix(tables.count)) { guarded.append((table.shape.path, count)) }
        let pages = PageMaterial(material, guardedCells: guarded)
        try await write(pages, FigureRows(pages), runRecord(material, rules: pages.rules), jobs: jobs, other)
        return pages
    }

    /// Rows of the results that one piece of the table has.
    private static let stretch = 4096

    private func write(
        _ pages: PageMaterial, _ rows: FigureRows, _ run: JSON, jobs: Int, _ other: @escaping @Sendable () -> Void
    ) async throws {
        let record = ResultsRecord(pages, rows)
        let results = try files.begin("results.json")
        try results.add(record.opening, at: 0)
        // What takes longest in one piece comes first, so that all tasks end together.
        var writers: [@Sendable () throws -> Void] = try pageWriters(pages, rows).map { make in
            { for file in try make() { try files.add(file) } }
        }
        writers.insert(other, at: 1)
        writers += definition.figures.indices.map { place in
            { try results.add(record.figure(at: place), at: place + 1) }
        }
        writers += publishedTables.map { table in { try files.add(tableMetadata(table, pages.header)) } }
        writers.append { try files.add(RenderedFile(path: "run.json", bytes: run.bytes)) }
        writers.append { for schema in [resultsSchema(), runSchema()] { try files.add(schema) } }
        writers += definition.files.map { file in
            { try files.add(RenderedFile(path: "definitions/\(file.path)", bytes: file.bytes)) }
        }
        _ = try await concurrently(writers.count, jobs: jobs) { [writers] in try writers[$0]() }
        try results.add(record.closing, at: definition.figures.count + 1)
        try files.end(results)
        try files.addChecksums()
    }

    private typealias ShortTable = (shape: TableShape, write: @Sendable () -> CSVWriter)

    /// The tables that are written whole, in the order of the published ones.
    private func shortTables(_ material: RunMaterial) -> [ShortTable] {
        let (computed, figures, mark) = (material.compute, definition.reportedFigures, definition.csvByteOrderMark)
        return [
            (kpisTable, { kpisCSV(definition, byteOrderMark: mark) }),
            (exclusionsTable, { exclusionsCSV(computed.exclusions, byteOrderMark: mark) }),
            (trianglesTable, { trianglesCSV(computed.triangles, figures: figures, byteOrderMark: mark) }),
            (findingsTable, { findingsCSV(computed.evidence, definition, byteOrderMark: mark) }),
            (comparisonsTable, { comparisonsCSV(computed.comparisons, definition, byteOrderMark: mark) }),
            (funnelsTable, { funnelsCSV(computed.funnels, definition, byteOrderMark: mark) }),
            (
                sourcesTable,
                {
                    sourcesCSV(
                        material.ingest.files, sources: definition.sources, asOf: material.asOf, zone: material.zone,
                        byteOrderMark: mark)
                }
            ),
        ]
    }
}
