import Charts
import Definitions
import Expressions

/// The derived tables that figures count rows of: what their rows are, what they look into, what they work out.
func tableSection(_ definition: PipelineDefinition, _ sql: SQLWords) -> Markup {
    guard !definition.tables.isEmpty else { return .paragraph("No derived table is defined.") }
    return sql.sharedBlock
        + definition.tables.map { table -> Markup in
            Markup.element("h3", ["id": "table-\(table.name)"], Markup(table.name)) + terms(tableLines(table))
                + columnBlock(table) + sql.view(of: table.name)
        }.joined
}

private func tableLines(_ table: TableDefinition) -> [LabelledLine] {
    var lines = [LabelledLine("rows", expansionText(table) ?? rowText(table))]
    if let time = table.time { lines.append(LabelledLine("dated settings by", time)) }
    if let chain = table.chain {
        lines.append(
            LabelledLine(
                "chain",
                "\(chain.column): \(chain.parent) followed to the first \(chain.id), \(chain.hops) steps at most"))
    }
    for relation in table.relations { lines.append(LabelledLine("looks into", relationText(relation))) }
    for population in table.populations {
        let selection = population.selection
        let conditions = selection.conditions.map(expressionText).joined(separator: " and ")
        lines.append(
            LabelledLine("population", "\(population.name): \(conditions.isEmpty ? "every row" : conditions)"))
        for exclusion in selection.exclusions {
            lines.append(LabelledLine("", "but \(exclusion.reason): \(expressionText(exclusion.condition))"))
        }
    }
    return lines
}

private func rowText(_ table: TableDefinition) -> String {
    "one for each of \(table.from.name)" + (table.filter.map { " with \(expressionText($0))" } ?? "")
}

private func relationText(_ relation: TableDefinition.Relation) -> String {
    let match = relation.match.map { "\($0.mine) = its \($0.theirs)" }.joined(separator: ", ")
    let order = relation.order.isEmpty ? "" : ", in order of \(relation.order.joined(separator: ", "))"
    let day = relation.validAt.map { ", as in force on the day of \($0)" } ?? ""
    return "\(relation.name), rows of \(relation.to.name) by \(match)\(order)\(day)"
}

private func columnBlock(_ table: TableDefinition) -> Markup {
    guard !table.columns.isEmpty || !table.dimensions.isEmpty else { return Markup() }
    var columns = HTMLTable(
        id: "table-\(table.name)-table", caption: "What \(table.name) works out",
        columns: [.init("Column"), .init("Is")])
    for column in table.columns { columns.add([column.name, column.text]) }
    for dimension in table.dimensions { columns.add(["by \(dimension.name)", dimension.text]) }
    return disclosure(
        counted(table.columns.count + table.dimensions.count, "column"), columns.markup)
}

/// The quality rules in words, with what each expects and what becomes of what fails.
func checkSection(_ definition: PipelineDefinition) -> Markup {
    guard !definition.rules.isEmpty else { return .paragraph("No rule is defined.") }
    var table = HTMLTable(
        id: "check-table", caption: "Quality rules",
        columns: [.init("Rule"), .init("What it checks"), .init("Rows of"), .init("Expects"), .init("What fails")])
    for rule in definition.rules {
        let place =
            switch rule.target {
            case .builtIn: "every source"
            case .source(let name), .table(let name): name
            }
        table.add([
            rule.id, rule.name, place, rule.expectText ?? "part of reading",
            actionWords(rule.action.word) + limits(rule),
        ])
    }
    return table.markup
}

private func limits(_ rule: RuleDefinition) -> String {
    let parts = [("warns", rule.warnAbove), ("fails the run", rule.failAbove), ("stops figures", rule.stopKPIsAbove)]
    return parts.compactMap { what, share in
        share.map { "; \(what) above \(displayText($0 * 100, unit: .percent))" }
    }.joined()
}
