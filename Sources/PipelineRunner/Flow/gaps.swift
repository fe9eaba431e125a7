import Definitions
import Ingest
import Tables

/// What a run leaves out although it was declared: sources that a gate stopped, and columns that too many unknown values
/// made unusable. One sentence each; a run with any ends with 3.
func gaps(_ definition: PipelineDefinition, _ ingested: IngestResult) -> [String] {
    let sources = ingested.leftOut.map { "source \($0.source) is left out: \($0.because)" }
    let limits = Dictionary(definition.rules.map { ($0.id, $0.stopKPIsAbove) }) { first, _ in first }
    let columns = ingested.ruleCounts.compactMap { count -> String? in
        guard let limit = limits[count.rule] ?? nil, count.checked > 0,
            Double(count.count) / Double(count.checked) > limit
        else { return nil }
        return "figures that read \(count.column) of \(count.source) are left out: \(count.rule) failed for "
            + "\(count.count) of \(count.checked) rows"
    }
    return sources + columns
}

/// Under `--strict` a gap is a failure.
func refuse(_ gaps: [String]) throws(Diagnostics) {
    guard !gaps.isEmpty else { return }
    throw Diagnostics(
        gaps.map { Diagnostic(code: "E0490", "\($0)", help: "mend the export, or run without --strict") })
}

/// Every record of every file has one fate. A file for which that does not hold must never be published.
func checkLedgers(_ files: [FileAccount]) throws(Diagnostics) {
    let broken = files.filter { $0.ledger.physical != $0.ledger.accountedFor }
    guard broken.isEmpty else {
        throw Diagnostics(
            broken.map {
                Diagnostic(
                    code: "E0911",
                    "\($0.file): \($0.ledger.physical) records were read and \($0.ledger.accountedFor) accounted for",
                    help: "this is a fault of the program; report it with the run's status.json")
            })
    }
}
