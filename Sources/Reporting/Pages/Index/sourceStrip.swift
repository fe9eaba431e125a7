import Charts
import Ingest
import Tables

/// A line for each source: its state, how new its newest record is, and how many of its records count.
func sourceStrip(_ material: PageMaterial) -> Markup {
    let lines = sourceLines(material)
    guard !lines.isEmpty else { return .paragraph("No source was read.") }
    let items = lines.map { line in
        Markup.element(
            "li", [:],
            .element("strong", [:], Markup(line.name))
                + Markup(
                    ": \(line.state); newest record \(line.newest ?? notAvailable); "
                        + "\(groupedText(line.accepted)) accepted, \(groupedText(line.rejected)) rejected"))
    }
    return .element("ul", ["class": "strip"], items.joined)
}

/// One source over all its files.
struct SourceLine {
    let name: String
    let state: String
    /// Local, to the minute; nothing where no record has a time.
    let newest: String?
    let accepted: Int
    let rejected: Int
}

func sourceLines(_ material: PageMaterial) -> [SourceLine] {
    var names: [String] = []
    for file in material.sources where !names.contains(file.source) { names.append(file.source) }
    for left in material.leftOutSources where !names.contains(left.source) { names.append(left.source) }
    return names.map { name in
        let files = material.sources.filter { $0.source == name }
        let isLeftOut = material.leftOutSources.contains { $0.source == name }
        // Offsets differ by the season: the texts are compared by their local part, which is what is shown.
        let newest = files.map(\.newestRecord).filter { !$0.isEmpty }.max()
        return SourceLine(
            name: name, state: isLeftOut ? "left out" : state(of: files), newest: newest.map(minuteText),
            accepted: files.reduce(0) { $0 + $1.ledger.accepted },
            rejected: files.reduce(0) { $0 + $1.ledger.rejected })
    }
}

/// A source's word: how its newest file was taken.
private func state(of files: [PageMaterial.SourceFile]) -> String {
    let states = ["late", "stale", "read"]
    let found = states.first { word in files.contains { $0.state == word } } ?? files.last?.state ?? "not supplied"
    return found.split(separator: "_").joined(separator: " ")
}

/// `2026-09-30 23:43` of `2026-09-30T23:43:36+01:00`.
private func minuteText(_ stamp: String) -> String {
    let parts = stamp.split(separator: "T")
    return parts.count == 2 ? "\(parts[0]) \(parts[1].prefix(5))" : stamp
}
