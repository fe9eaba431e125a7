import Charts
import Compute
import Definitions
import Tables

/// Each fault that was found with the figures that read what it spoils.
func effectSection(_ material: PageMaterial, _ reach: FaultReach, _ links: FigureLinks) -> Markup {
    var table = HTMLTable(
        id: "effect-table", caption: "Faults and the figures that they reach",
        columns: [
            .init("Fault"), .init("Found", isNumber: true), .init("What it does"), .init("Figures", isNumber: true),
            .init("Which"),
        ])
    for fault in faults(material) {
        let ids = reach.figures(touchedBy: fault)
        table.add([
            Markup("\(fault.rule) \(ruleWords(fault.rule, material.definition)), \(place(fault))"),
            Markup(groupedText(fault.count)), Markup(effectWords(fault.action)),
            Markup(groupedText(ids.count)), figureList(ids, links),
        ])
    }
    let unusable = material.unusable.map { column -> Markup in
        let ids = reach.figures(reading: .init(schema: column.table, name: column.column))
        let without = reach.withoutValue(ids)
        let what =
            without.isEmpty
            ? Markup("no figure is without a value for it")
            : Markup("without a value: ") + figureList(without, links)
        return Markup("\(column.table).\(column.column) \(column.because): ") + what
    }
    let columns =
        unusable.isEmpty
        ? Markup.paragraph("Every column that figures ask for can be used.")
        : .paragraph("Columns that no figure may use:") + .list(unusable)
    return columns + (table.count == 0 ? .paragraph("No rule took anything from a figure.") : table.markup)
}

/// A few ids in a line, many behind a line that opens them.
func figureList(_ ids: [String], _ links: FigureLinks) -> Markup {
    guard !ids.isEmpty else { return Markup("none") }
    let all = ids.map(links.short).listed
    return ids.count <= 8 ? all : disclosure("\(ids[0]) and \(counted(ids.count - 1, "other"))", all)
}

/// Rules that failed and whose failures reach figures, what takes most first.
private func faults(_ material: PageMaterial) -> [PageMaterial.RuleLine] {
    let order = ["stop file", "reject", "blank", "set", "warn", "count"]
    return material.rules.filter { $0.count > 0 && order.contains($0.action) && !isBookkeeping($0.rule) }
        .sorted { left, right in
            let (first, second) = (order.firstIndex(of: left.action) ?? 9, order.firstIndex(of: right.action) ?? 9)
            if first != second { return first < second }
            if left.count != right.count { return left.count > right.count }
            return (left.rule, left.place, left.column) < (right.rule, right.place, right.column)
        }
}

/// Title and total rows, and texts that are escaped: counted, and nothing to any figure.
private func isBookkeeping(_ rule: String) -> Bool {
    ["DQ03", "DQ27"].contains(rule)
}

private func effectWords(_ action: String) -> String {
    switch action {
    case "reject": "its record is in no figure; it widens the lowest and highest that unknown rows allow"
    case "blank": "the value counts as not recorded: missing, or against the force where the definition says so"
    case "set": "the value is replaced, and the row counts with it"
    case "stop file": "no record of the file is in any figure"
    case "warn", "count": "the row counts as it stands"
    default: action
    }
}
