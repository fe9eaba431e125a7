import Expressions
import Tables

/// A dated setting needs to know which day a row is of.
@Sendable func checkDatedSettings(_ checked: Checked, findings: Findings) {
    let dated = Set(checked.settings.filter { $0.values.count > 1 }.map(\.name))
    guard !dated.isEmpty else { return }
    for table in checked.tables where table.time == nil {
        for column in table.columns + table.dimensions {
            complain(column.expression, dated, table.name, at: column.location, findings: findings)
        }
        for population in table.populations {
            let selection = population.selection
            for part in selection.conditions + selection.exclusions.map(\.condition) {
                complain(part, dated, table.name, at: population.location, findings: findings)
            }
        }
    }
    for item in checked.figures where item.table.time == nil {
        for (key, expression) in item.figure.expressions {
            let place = item.fields[key]?.location ?? item.figure.location
            complain(expression, dated, item.table.name, at: place, findings: findings)
        }
    }
    for list in checked.lists where checked.typing.tables[.table(list.rows.table)]?.time == nil {
        for (_, expression) in list.rows.expressions {
            complain(expression, dated, list.rows.table, at: list.location, findings: findings)
        }
    }
}

private func complain(
    _ expression: TypedExpression, _ dated: Set<String>, _ table: String, at place: Diagnostic.Location,
    findings: Findings
) {
    for name in expression.settingsRead.intersection(dated).sorted() {
        findings.error(
            .datedSetting, "`setting.\(name)` has dated values, and `\(table)` does not say which time decides",
            at: place,
            help: "give the table the key `time`")
    }
}
