import Compute
import Definitions
import Ingest
package import Tables

extension PageMaterial {
    /// What a run has computed, in the shape that its published files have.
    ///
    /// The short tables keep less than was computed, so they are read from what is written of them, as `report` reads them.
    ///
    /// - Parameter guardedCells: how many cells of each table had to be kept from being read as formulas.
    package init(_ run: RunMaterial, guardedCells: [(file: String, count: Int)]) {
        let definition = run.definition
        let findings = findingsCSV(run.compute.evidence, definition, byteOrderMark: false).bytes
        let comparisons = comparisonsCSV(run.compute.comparisons, definition, byteOrderMark: false).bytes
        let funnels = funnelsCSV(run.compute.funnels, definition, byteOrderMark: false).bytes
        let sources = sourcesCSV(
            run.ingest.files, sources: definition.sources, asOf: run.asOf, zone: run.zone, byteOrderMark: false
        ).bytes
        self.init(
            header: Header(
                force: run.definition.force, marking: run.definition.marking, asOf: run.asOf.day, run: run.run,
                programVersion: run.programVersion, profile: .internal),
            definition: run.definition, results: run.compute.results, breakdowns: run.compute.breakdowns,
            exclusions: run.compute.exclusions, triangles: run.compute.triangles, evidence: readEvidence(findings),
            comparisons: readComparisons(comparisons), uncomputed: run.compute.uncomputed,
            sources: readSources(sources), rules: run.ruleLines(guardedCells: guardedCells),
            leftOutSources: run.ingest.leftOut,
            notSupplied: run.ingest.notSupplied, unusable: run.ingest.unusable,
            warnings: run.warnings.map { portable($0, files: run.definition.files) }, links: run.compute.links,
            funnels: readFunnels(funnels))
    }
}

extension RunMaterial {
    /// Everything that a reader of the run should know before its figures.
    package var warnings: [Diagnostic] { definition.warnings + ingest.findings + compute.findings }

    /// How often each rule failed.
    ///
    /// - Parameter guardedCells: how many cells of each table had to be kept from being read as formulas.
    package func ruleLines(guardedCells: [(file: String, count: Int)]) -> [PageMaterial.RuleLine] {
        let actions = Dictionary(definition.rules.map { ($0.id, $0.action.word) }) { first, _ in first }
        return ingest.ruleCounts.map {
            PageMaterial.RuleLine(
                rule: $0.rule, place: $0.source, column: $0.column, action: $0.action, count: $0.count,
                checked: $0.checked)
        }
            + compute.tableRuleCounts.map {
                PageMaterial.RuleLine(
                    rule: $0.rule, place: $0.table, kind: .table, column: "", action: actions[$0.rule] ?? "count",
                    count: $0.count, checked: $0.checked)
            }
            + guardedCells.filter { $0.count > 0 }.map {
                PageMaterial.RuleLine(
                    rule: "DQ27", place: $0.file, kind: .file, column: "", action: "guard", count: $0.count,
                    checked: nil)
            }
    }
}
