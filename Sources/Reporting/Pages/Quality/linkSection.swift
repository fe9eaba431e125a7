import Charts
import Compute
import Definitions
import Expressions
import Tables

/// How rows of one export lead to those of another, and the rules about it.
func linkSection(_ material: PageMaterial) -> Markup {
    let rules = material.rules.filter { isAboutLinks($0.rule, material.definition) }
    guard !material.links.isEmpty || !rules.isEmpty else {
        return .paragraph("No figure follows a link between two exports that are here.")
    }
    var text = Markup.paragraph(
        "A row without a key names nothing in the other export; one that leads nowhere names something which is not there. "
            + "Where one row may have many of the other, it leads nowhere when it has none. Not every row should have one: "
            + "a call need not become a log.")
    if !material.links.isEmpty { text.append(linkTable(material.links)) }
    if !rules.isEmpty {
        var table = HTMLTable(
            id: "link-rule-table", caption: "Rules about links",
            columns: [
                .init("Rule"), .init("What it checks"), .init("Failed", isNumber: true),
                .init("Checked", isNumber: true), .init("Share", isNumber: true),
            ])
        for line in rules {
            table.add([
                line.rule, ruleWords(line.rule, material.definition), groupedText(line.count),
                line.checked.map(groupedText) ?? notApplicable,
                line.checked.map { shareText(line.count, of: $0) } ?? notApplicable,
            ])
        }
        text.append(table.markup)
    }
    return text
}

private func linkTable(_ links: [LinkCount]) -> Markup {
    var table = HTMLTable(
        id: "link-table", caption: "Links between exports",
        columns: [
            .init("Link"), .init("Rows", isNumber: true), .init("With a match", isNumber: true),
            .init("Without a key", isNumber: true), .init("Lead nowhere", isNumber: true),
            .init("Share without a match", isNumber: true),
        ])
    for link in links {
        table.add([
            "\(link.table) to \(link.target) (\(link.relation))", groupedText(link.rows), groupedText(link.matched),
            groupedText(link.withoutKey), groupedText(link.unmatched),
            shareText(link.rows - link.matched, of: link.rows),
        ])
    }
    return table.markup
}

/// Whether a rule asks only whether a related row is there.
private func isAboutLinks(_ rule: String, _ definition: PipelineDefinition) -> Bool {
    guard let found = definition.rules.first(where: { $0.id == rule }), case .table(let name) = found.target,
        let table = definition.tables.first(where: { $0.name == name }), let expect = found.expect
    else { return false }
    let reads = expect.references
    guard !reads.relations.isEmpty, reads.columns.count <= 1 else { return false }
    return reads.relatedColumns.allSatisfy { related in
        table.relations.first { $0.name == related.relation }?.match.contains { $0.theirs == related.name } ?? false
    }
}
