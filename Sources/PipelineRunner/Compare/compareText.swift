import Compute
import Definitions
import Reporting
import RunStore
import Tables

/// What a dry run shows: the figures that would move against `latest`, biggest first, at most 20 of them.
func compareText(_ material: RunMaterial, with publication: Publication) -> [String] {
    let title =
        "\(material.definition.force), data to \(Period.text(material.asOf.day)): run \(material.run), nothing written"
    guard let latest = publication.latest,
        let before = try? System.read("\(publication.folder(asOf: latest.asOf, run: latest.run))/results.csv")
    else { return [title, "nothing is published yet: every figure would be new"] }
    if latest.run == material.run { return [title, "the same as latest: no figure would move"] }
    let after = resultsCSV(material.compute.results, figures: material.definition.figures).bytes
    let moves = movements(from: before, to: after)
    guard !moves.isEmpty else { return [title, "no figure would move against \(latest.asOf)/\(latest.run)"] }
    let count = moves.count == 1 ? "1 figure" : "\(groupedText(moves.count)) figures"
    var lines = [title, "\(count) would move against \(latest.asOf)/\(latest.run), biggest first:"]
    lines += moves.prefix(20).map { "  \(text($0))" }
    if moves.count > 20 { lines.append("  and \(groupedText(moves.count - 20)) more") }
    return lines
}

private func text(_ move: Movement) -> String {
    let before = move.before.map(decimalText) ?? "nothing"
    let after = move.after.map(decimalText) ?? "nothing"
    var text = "\(move.key): \(before) to \(after) \(move.unit)"
    if let old = move.before, let new = move.after {
        let change = ((new - old) * 1e6).rounded() / 1e6
        text += " (\(change > 0 ? "+" : "")\(decimalText(change))\(move.unit == "percent" ? " points" : ""))"
    }
    return text
}
