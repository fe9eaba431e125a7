import Charts
import Definitions
import Ingest

/// What each rule checks and how often it failed: what takes most from figures first, and what never failed apart.
func ruleSection(_ material: PageMaterial) -> Markup {
    let failed = material.rules.filter { $0.count > 0 }.sorted(by: mattersMore)
    let held = material.rules.filter { $0.count == 0 }
    guard !material.rules.isEmpty else { return .paragraph("No rule looked at anything.") }
    let text =
        failed.isEmpty
        ? Markup.paragraph("No rule failed.")
        : table(failed, id: "rule-table", caption: "Rules that failed", material.definition)
    guard !held.isEmpty else { return text }
    return text
        + disclosure(
            "\(counted(held.count, "check")) that never failed",
            table(held, id: "held-table", caption: "Rules that never failed", material.definition))
}

/// What a rule checks, in its own words or in those of reading.
func ruleWords(_ rule: String, _ definition: PipelineDefinition) -> String {
    if let found = definition.rules.first(where: { $0.id == rule }) { return found.name }
    if let fault = FaultCode(rawValue: rule) {
        return rule.hasPrefix("R") ? "a record has no \(fault.words)" : "no cell \(fault.words)"
    }
    return rule == "K01" ? "rows of one key do not differ" : "a rule of reading"
}

/// What happens to what fails, in words.
func actionWords(_ action: String) -> String {
    switch action {
    case "reject": "the record is rejected"
    case "blank": "the value is not used"
    case "set": "the value is replaced as the rule says"
    case "warn": "kept, and warned of"
    case "count": "kept, and counted"
    case "guard": "escaped in the file"
    case "stop file": "the file is not read"
    default: action
    }
}

private func table(
    _ lines: [PageMaterial.RuleLine], id: String, caption: String, _ definition: PipelineDefinition
) -> Markup {
    var table = HTMLTable(
        id: id, caption: caption,
        columns: [
            .init("Rule"), .init("What it checks"), .init("Where"), .init("What fails"),
            .init("Failed", isNumber: true), .init("Checked", isNumber: true), .init("Share", isNumber: true),
        ])
    for line in lines {
        table.add([
            line.rule, ruleWords(line.rule, definition), place(line), actionWords(line.action),
            groupedText(line.count), line.checked.map(groupedText) ?? notApplicable,
            line.checked.map { shareText(line.count, of: $0) } ?? notApplicable,
        ])
    }
    return table.markup
}

/// `calls_acd: offered_at`.
func place(_ line: PageMaterial.RuleLine) -> String {
    line.column.isEmpty ? line.place : "\(line.place): \(line.column)"
}

/// What takes rows or values from figures comes before what is only counted, and a larger share before a smaller.
private func mattersMore(_ left: PageMaterial.RuleLine, _ right: PageMaterial.RuleLine) -> Bool {
    let (first, second) = (weight(left.action), weight(right.action))
    if first != second { return first < second }
    let (mine, other) = (share(left), share(right))
    if mine != other { return mine > other }
    return (left.rule, left.place, left.column) < (right.rule, right.place, right.column)
}

private func share(_ line: PageMaterial.RuleLine) -> Double {
    line.checked.map { $0 > 0 ? Double(line.count) / Double($0) : 0 } ?? 0
}

private func weight(_ action: String) -> Int {
    ["stop file", "reject", "blank", "set", "warn", "count", "guard"].firstIndex(of: action) ?? 7
}
