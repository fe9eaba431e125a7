import Compute
import Definitions
import Reporting
import RunStore
import Tables

/// What a dry run shows: the figures that would move against `latest`, the biggest for their size first, at most 20 of them.
func compareText(_ material: RunMaterial, with publication: Publication) -> [String] {
    let title =
        "\(material.definition.force), data to \(Period.text(material.asOf.day)): run \(material.run), nothing written"
    guard let latest = publication.latest,
        let before = try? System.read("\(publication.folder(asOf: latest.asOf, run: latest.run))/results.csv")
    else { return [title, "nothing is published yet: every figure would be new"] }
    if latest.run == material.run { return [title, "the same as latest: no figure would move"] }
    let after = resultsCSV(material.compute.results, figures: material.definition.reportedFigures).bytes
    let moves = Movements(from: before, to: after)
    let place = "\(latest.asOf)/\(latest.run)"
    var lines = [title]
    switch moves.moved.count {
    case 0: lines.append("no figure would move against \(place)")
    case 1: lines.append("1 figure would move against \(place):")
    default:
        let count = groupedText(moves.moved.count)
        lines.append("\(count) figures would move against \(place), biggest for their size first:")
    }
    lines += moves.moved.prefix(20).map { "  \(text($0))" }
    if moves.moved.count > 20 { lines.append("  and \(groupedText(moves.moved.count - 20)) more") }
    if moves.appearing > 0 { lines.append("\(groupedText(moves.appearing)) would have a value that had none") }
    if moves.vanishing > 0 { lines.append("\(groupedText(moves.vanishing)) would have no value any more") }
    return lines
}

private func text(_ move: Movement) -> String {
    let change = move.after - move.before
    let sign = change > 0 ? "+" : ""
    let unit = move.unit == "percent" ? "%" : " \(move.unit)"
    return "\(move.key): \(short(move.before))\(unit) to \(short(move.after))\(unit) "
        + "(\(sign)\(short(change))\(move.unit == "percent" ? " points" : ""))"
}

/// Two decimals, or as many as a small number needs to be seen.
private func short(_ value: Double) -> String {
    var scale = 100.0
    while scale < 1e12, value != 0, (value * scale).rounded() == 0 { scale *= 10 }
    return decimalText((value * scale).rounded() / scale)
}
