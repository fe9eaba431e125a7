import Charts
import Definitions
import Ingest
import Tables

/// The limits on rejected records of each source, what came nearest to them, and whether they held.
func gateSection(_ material: PageMaterial) -> Markup {
    guard !material.definition.sources.isEmpty else { return .paragraph("No source is declared.") }
    var table = HTMLTable(
        id: "gate-table", caption: "Limits on rejected records, and what was rejected",
        columns: [
            .init("Source"), .init("Outcome"), .init("Most in one file"), .init("File: warn above"),
            .init("File: stop above"), .init("Seven days: warn above"), .init("Seven days: stop above"),
            .init("When it stops"),
        ])
    for source in material.definition.sources {
        table.add([
            source.name, outcome(source, material), most(source.name, material), text(source.perFile.warn),
            text(source.perFile.stop), text(source.lastSevenDays.warn), text(source.lastSevenDays.stop),
            source.onGate == .stop ? "the run stops" : "the source is left out",
        ])
    }
    return .paragraph(
        "A limit is passed only when both its count and its share are. Seven days are the newest seven of the source.")
        + table.markup
}

private func outcome(_ source: SourceDefinition, _ material: PageMaterial) -> String {
    if let left = material.leftOutSources.first(where: { $0.source == source.name }) {
        return "left out: \(left.because)"
    }
    if !material.sources.contains(where: { $0.source == source.name }) { return "not supplied" }
    let warned = material.warnings.contains { $0.code == manyRejected && $0.message.hasPrefix("\(source.name): ") }
    return warned ? "passed with a warning" : "passed"
}

/// The code of the warning that more records are rejected than a gate lets pass in silence.
private let manyRejected = "E0404"

/// The file of which the largest share was rejected.
private func most(_ source: String, _ material: PageMaterial) -> String {
    let files = material.sources.filter { $0.source == source && $0.ledger.rejected > 0 }
    func share(_ file: PageMaterial.SourceFile) -> Double {
        Double(file.ledger.rejected) / Double(max(1, file.ledger.physical))
    }
    guard let first = files.first else { return "none" }
    let worst = files.dropFirst().reduce(first) { share($1) > share($0) ? $1 : $0 }
    let percent = shareText(worst.ledger.rejected, of: worst.ledger.physical)
    return "\(groupedText(worst.ledger.rejected)) of \(counted(worst.ledger.physical, "record")) (\(percent))"
}

private func text(_ limit: SourceDefinition.Limit) -> String {
    // A share was written in percent: what doubles make of it is not part of it.
    "\(groupedText(limit.count)) and \(levelText((limit.share * 100_000_000).rounded() / 1_000_000, unit: .percent))"
}

/// A count as a share of another: `0.2%`, never 0% of something.
func shareText(_ count: Int, of whole: Int) -> String {
    guard whole > 0 else { return notApplicable }
    return displayText(
        Double(count) * 100 / Double(whole), exact: Fraction(Int128(count) * 100, Int128(whole)), unit: .percent)
}
