import Compute
import Definitions
import Ingest
package import Tables

/// What a finished run says on a terminal: what stands out, the headline figures, where every record went, and where to
/// look.
///
/// At most 40 lines of 100 columns, whatever the force; what does not fit is counted.
package func summaryText(_ material: RunMaterial, _ pages: PageMaterial, folder: String) -> [String] {
    let definition = material.definition
    var lines = [
        "\(definition.force) (\(definition.marking)), data to \(Period.text(material.asOf.day)), run \(material.run)",
        "",
    ]
    let month = lastFullMonth(material.asOf.day)
    let headlines = HeadlineFigure.all(pages, FigureRows(pages), in: month)
    lines += exceptionLines(runExceptions(pages, headlines, in: month), in: month)
    let figures = figureLines(headlines)
    if !figures.isEmpty { lines += ["", "\(month.label):"] }
    lines += figures
    lines.append("")
    lines += sourceLines(material.ingest.files)
    if let first = pages.moved.first {
        let release = "\(first.release.kpi) for \(first.release.period.label)"
        let others = pages.moved.count == 1 ? "has moved" : "and \(pages.moved.count - 1) more have moved"
        lines.append("released: \(release) \(others) since (pipeline releases)")
    }
    let warnings = (definition.warnings + material.ingest.findings + material.compute.findings).filter {
        $0.severity != .note
    }
    if !warnings.isEmpty {
        // What concerns a whole file or source comes before what concerns one record.
        let sorted = warnings.filter { $0.code.hasPrefix("E") } + warnings.filter { !$0.code.hasPrefix("E") }
        lines.append("")
        lines += capped(
            sorted.map { "\($0.severity.rawValue): \(withFile($0)) [\($0.code)]" }, to: 3, what: "messages in run.json")
    }
    // A path is there to be copied: a long one goes on in the next line.
    let paths = ["", "published: \(folder)", "first page: \(folder)/index.html"].flatMap(folded).suffix(8)
    return lines.prefix(40 - paths.count).map { clipped($0, to: 100) } + paths
}

/// The exceptions of the summary page, at most eight lines.
private func exceptionLines(_ exceptions: [RunException], in month: Period) -> [String] {
    guard !exceptions.isEmpty else { return ["No exceptions in \(month.label)."] }
    let lines = exceptions.map { "\($0.subject): \($0.sentence)" }
    return ["Exceptions, \(month.label): \(exceptions.count)"] + capped(lines, to: 7, what: "on the first page")
}

/// A line of at most 100 columns and what is left of it.
private func folded(_ line: String) -> [String] {
    guard line.count > 100 else { return [line] }
    return [String(line.prefix(100))] + folded(String(line.dropFirst(100)))
}

/// A message about an export with the export's name, unless it says it itself.
private func withFile(_ finding: Diagnostic) -> String {
    guard let file = finding.location?.file, !file.hasSuffix(".yaml"), !finding.message.contains(file) else {
        return finding.message
    }
    return "\(file): \(finding.message)"
}

/// The newest month that is over at the end of a day.
package func lastFullMonth(_ day: CivilDate) -> Period {
    let month = Period(.month, containing: day)
    return month.last <= day ? month : Period(.month, containing: month.first.adding(days: -1))
}

/// Headline figures that have a value in the month, those judged first; then how many have none, and why.
private func figureLines(_ found: [HeadlineFigure]) -> [String] {
    let states = FigureRow.State.allCases.compactMap { state -> String? in
        let count = found.count { $0.row.value == nil && $0.row.state == state }
        return count == 0 ? nil : "\(count) \(state.words)"
    }
    let rest = states.isEmpty ? [] : ["without a value: \(states.joined(separator: ", "))"]
    let room = 11 - rest.count
    let valued = found.filter { $0.row.value != nil }
    // The last line of what does not fit counts the rest.
    let shown = valued.count > room ? valued.sharedOut(room - 1) : valued
    let lines = shown.map { found in
        let figure = found.figure
        let id = figure.id + String(repeating: " ", count: max(1, 12 - figure.id.count))
        let name = clipped(figure.name, to: 44)
        return id + name + String(repeating: " ", count: 46 - name.count) + shortText(found.row, figure)
    }
    let more = valued.count - shown.count
    return lines + (more == 0 ? [] : ["and \(more) more figures in results.csv"]) + rest
}

/// A value with its verdict in the space of half a line.
private func shortText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    guard let text = displayText(row, unit: figure.unit) else { return row.state.words }
    let value = (partName(row).map { "\($0): " } ?? "") + text
    guard row.state == .ok else { return "\(value)  \(row.state.words)" }
    guard let verdict = row.verdict, verdict != .noStandard else { return value }
    return "\(value)  \(verdict.rawValue.split(separator: "_").joined(separator: " "))"
}

/// The ledger of every source as one table, eight sources at most.
private func sourceLines(_ files: [FileAccount]) -> [String] {
    var names: [String] = []
    for file in files where !names.contains(file.source) { names.append(file.source) }
    let rows = names.map { name -> [String] in
        let mine = files.filter { $0.source == name }
        let ledger = mine.reduce(into: Ledger()) { $0 += $1.ledger }
        return [clipped(name, to: 16), groupedText(mine.count { $0.state == .read })]
            + ledger.counts.map { groupedText($0.count) }
    }
    // The words are those of sources.csv, the last cut so that nine counts fit a line.
    let header =
        ["source", "files", "records ="]
        + Ledger().counts.dropFirst().map { $0.name == "after_as_of" ? "later" : $0.name }
    let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
    let lines = ([header] + rows).map { cells in
        cells.enumerated().map { column, cell in
            let padding = String(repeating: " ", count: widths[column] - cell.count)
            return column == 0 ? cell + padding : padding + cell
        }.joined(separator: " ")
    }
    return capped(lines, to: 9, what: "sources in sources.csv")
}

private func capped(_ lines: [String], to limit: Int, what: String) -> [String] {
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + ["and \(lines.count - limit + 1) more \(what)"]
}

private func clipped(_ line: String, to width: Int) -> String {
    line.count <= width ? line : line.prefix(width - 3) + "..."
}
