import Charts
import Ingest

/// The ledger: for each source and each file its records, and the counts that they are the sum of.
func ledgerSection(_ material: PageMaterial) -> Markup {
    guard !material.sources.isEmpty else { return .paragraph("No file was read.") }
    let total = material.sources.reduce(into: Ledger()) { $0 += $1.ledger }
    let off = material.sources.filter { $0.ledger.physical != $0.ledger.accountedFor }
    let sums =
        off.isEmpty
        ? "The counts add up in each of \(counted(material.sources.count, "file"))."
        : "The counts do not add up in \(off.map(\.file).joined(separator: ", ")): report it as a fault of the program."
    var bySource = HTMLTable(id: "ledger-table", caption: "Records by source", columns: columns("Source", "Files"))
    for name in sourceNames(material) {
        let files = material.sources.filter { $0.source == name }
        let ledger = files.reduce(into: Ledger()) { $0 += $1.ledger }
        bySource.add([name, groupedText(files.count)] + ledger.counts.map { groupedText($0.count) })
    }
    bySource.add(["All sources", groupedText(material.sources.count)] + total.counts.map { groupedText($0.count) })
    var byFile = HTMLTable(id: "file-table", caption: "Records by file", columns: columns("File", "Taken as"))
    for file in material.sources {
        byFile.add([file.file, stateWords(file.state)] + file.ledger.counts.map { groupedText($0.count) })
    }
    return .paragraph(identity(total) + " " + sums) + .paragraph(meanings) + bySource.markup
        + disclosure("The same for each of \(counted(material.sources.count, "file"))", byFile.markup)
}

/// Sources in the order in which their files were read.
func sourceNames(_ material: PageMaterial) -> [String] {
    material.sources.reduce(into: []) { names, file in
        if names.last != file.source, !names.contains(file.source) { names.append(file.source) }
    }
}

/// Content behind a line that opens it.
func disclosure(_ summary: String, _ content: Markup) -> Markup {
    .element("details", [:], .element("summary", [:], Markup(summary)) + content)
}

/// How a file was taken, in words.
func stateWords(_ state: String) -> String {
    switch FileAccount.State(rawValue: state) {
    case .read: "read"
    case .notUsed: "not used: a newer export counts"
    case .afterAsOf: "not used: dated after the day of the figures"
    case .leftOut: "left out"
    case .late: "not used: a newer export is late, and the source left out"
    case .stale: "left out: too old or too little"
    case nil: state
    }
}

private func columns(_ first: String, _ second: String) -> [HTMLTable.Column] {
    [.init(first), .init(second, isNumber: second == "Files")]
        + Ledger().counts.map { .init(name($0.name), isNumber: true) }
}

private func name(_ count: String) -> String {
    switch count {
    case "physical": "Records"
    case "after_as_of": "After the as-of"
    default: count.prefix(1).uppercased() + count.dropFirst()
    }
}

/// `1,234 records = 12 header + 1,200 accepted + …`.
private func identity(_ ledger: Ledger) -> String {
    let parts = ledger.counts.dropFirst().map { count in
        "\(groupedText(count.count)) \(count.name == "after_as_of" ? "after the as-of" : count.name)"
    }
    return "\(groupedText(ledger.physical)) records = \(parts.joined(separator: " + "))."
}

private let meanings =
    "Accepted records are rows of figures. Rejected ones are in no figure, and widen what unknown rows allow. Superseded "
    + "are older versions of a row, removed are absent from a newer export of the same days, duplicates are the same row "
    + "again, skipped are titles, totals and kinds of record that the source does not take."
