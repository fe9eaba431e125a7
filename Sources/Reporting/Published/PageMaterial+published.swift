import Compute
package import Definitions
package import Tables

extension PageMaterial {
    /// What a published run's files hold, read back: the same value as the run that wrote them had.
    ///
    /// - Parameter read: gives the bytes of one of the run's files.
    package init(
        _ run: PublishedRun, definition: PipelineDefinition, read: (String) throws(Diagnostic) -> [UInt8]
    ) throws(Diagnostic) {
        guard let header = run.header else {
            throw Diagnostic(
                code: "E0494", "run.json names no day or no profile that this program knows",
                help: "render the run again with the program that made it, or run again")
        }
        let tables = Dictionary(definition.sources.map { ($0.name, $0.schema) }) { first, _ in first }
        self.init(
            header: header, definition: definition, results: readFigureRows(try read(resultsTable.path)),
            breakdowns: readFigureRows(try read(breakdownsTable.path)),
            exclusions: readExclusions(try read(exclusionsTable.path)),
            triangles: readTriangles(try read(trianglesTable.path)),
            evidence: readEvidence(try read(findingsTable.path)),
            comparisons: readComparisons(try read(comparisonsTable.path)), uncomputed: run.figuresUncomputed,
            sources: readSources(try read(sourcesTable.path)), rules: run.ruleLines,
            leftOutSources: run.gates.compactMap { gate in
                gate.because.map {
                    LeftOutSource(source: gate.source, table: tables[gate.source] ?? "", because: $0)
                }
            }, notSupplied: run.not_supplied, unusable: run.unusable, warnings: run.findings, links: run.linkCounts,
            funnels: readFunnels(try read(funnelsTable.path)))
    }
}
