import Expressions
import Tables

/// A setting that only the force has, and that nothing reads, is most likely a misspelt one of ours.
@Sendable func checkUnusedSettings(_ checked: Checked, findings: Findings) {
    // Whatever could not be built may be what reads it.
    guard !findings.hasErrors else { return }
    var used: Set<String> = []
    for table in checked.tables {
        for column in table.columns + table.dimensions { used.formUnion(column.expression.settingsRead) }
        if let filter = table.filter { used.formUnion(filter.settingsRead) }
        for expression in table.expansion?.expressions ?? [] { used.formUnion(expression.settingsRead) }
        for population in table.populations {
            for condition in population.selection.conditions { used.formUnion(condition.settingsRead) }
            for exclusion in population.selection.exclusions { used.formUnion(exclusion.condition.settingsRead) }
        }
    }
    for item in checked.figures {
        for (_, expression) in item.figure.expressions { used.formUnion(expression.settingsRead) }
    }
    for list in checked.lists {
        for (_, expression) in list.rows.expressions { used.formUnion(expression.settingsRead) }
    }
    for rule in checked.rules {
        if let expect = rule.expect { used.formUnion(expect.settingsRead) }
    }
    let ours = checked.settings.filter { $0.isOurs }.map(\.name)
    for setting in checked.settings where !setting.isOurs && !used.contains(setting.name) {
        findings.error(
            .unusedSetting, "nothing reads the setting `\(setting.name)`, and we have none of that name",
            at: setting.location, help: suggestion(setting.name, ours))
    }
}
