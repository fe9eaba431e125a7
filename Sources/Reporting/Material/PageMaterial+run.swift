import Compute
import Definitions
import Ingest
import Tables

extension PageMaterial {
    /// What a run has computed, in the shape that its published files will have.
    ///
    /// - Parameter guardedCells: how many cells of each table had to be kept from being read as formulas.
    package init(_ run: RunMaterial, guardedCells: [(file: String, count: Int)]) {
        let definition = run.definition
        let actions = Dictionary(definition.rules.map { ($0.id, $0.action.word) }) { first, _ in first }
        let rules =
            run.ingest.ruleCounts.map {
                RuleLine(
                    rule: $0.rule, place: $0.source, column: $0.column, action: $0.action, count: $0.count,
                    checked: $0.checked)
            }
            + run.compute.tableRuleCounts.map {
                RuleLine(
                    rule: $0.rule, place: $0.table, column: "", action: actions[$0.rule] ?? "count", count: $0.count,
                    checked: $0.checked)
            }
            + guardedCells.filter { $0.count > 0 }.map {
                RuleLine(rule: "DQ27", place: $0.file, column: "", action: "guard", count: $0.count, checked: nil)
            }
        self.init(
            header: Header(
                force: definition.force, marking: definition.marking, asOf: run.asOf.day, run: run.run,
                programVersion: run.programVersion, profile: .internal),
            definition: definition, results: run.compute.results, breakdowns: run.compute.breakdowns,
            exclusions: run.compute.exclusions, triangles: run.compute.triangles, evidence: run.compute.evidence,
            comparisons: run.compute.comparisons, uncomputed: run.compute.uncomputed,
            sources: run.ingest.files.map { SourceFile($0, run) }, rules: rules,
            leftOutSources: run.ingest.leftOut, notSupplied: run.ingest.notSupplied, unusable: run.ingest.unusable,
            warnings: definition.warnings + run.ingest.findings + run.compute.findings, links: run.compute.links)
    }
}

extension PageMaterial.SourceFile {
    init(_ account: FileAccount, _ run: RunMaterial) {
        self.init(
            source: account.source, file: account.file, sha256: account.sha256,
            exportDate: account.exportDate.map { "\($0)" } ?? "", ledger: account.ledger,
            newestRecord: account.newest.map { localText($0, in: run.zone) } ?? "",
            expectedBy: Reporting.expectedBy(
                account.source, in: run.definition.sources, asOf: run.asOf, zone: run.zone),
            state: account.state.rawValue)
    }
}
