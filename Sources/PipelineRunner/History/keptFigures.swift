import Compute
import Definitions
import Ingest
import Reporting
import RunStore
import Tables

/// The totals of a run as the history keeps them.
func keptFigures(_ material: RunMaterial) -> [KeptFigure] {
    let hashes = Dictionary(material.definition.reportedFigures.map { ($0.id, $0.hash) }) { first, _ in first }
    return material.compute.results.map { row in
        KeptFigure(
            key: .init(kpi: row.kpi, statistic: row.statistic, period: row.period.id), state: row.state.rawValue,
            value: row.value, numerator: row.numerator, denominator: row.denominator,
            verdict: row.verdict?.rawValue ?? "", definition: hashes[row.kpi] ?? "")
    }
}

extension KeptRun {
    init(_ material: RunMaterial, published: String?) {
        self.init(
            asOf: "\(material.asOf.day)", run: material.run, program: material.programVersion, published: published,
            exports: material.ingest.files.map {
                Export(
                    source: $0.source, file: $0.file, sha256: $0.sha256, state: $0.state.rawValue,
                    accepted: $0.ledger.accepted, rejected: $0.ledger.rejected)
            })
    }
}
