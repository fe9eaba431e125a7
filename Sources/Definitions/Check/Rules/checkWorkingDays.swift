import Expressions
import Tables

/// Without a calendar every number of working days would be unknown, and the figures over them would say nothing.
@Sendable func checkWorkingDays(_ checked: Checked, findings: Findings) {
    guard checked.holidays.covers == nil else { return }
    var places: [Diagnostic.Location] = []
    func look(_ expressions: [TypedExpression], at place: Diagnostic.Location) {
        if expressions.contains(where: \.references.usesWorkingDays) { places.append(place) }
    }
    for table in checked.tables {
        for column in table.columns + table.dimensions { look([column.expression], at: column.location) }
        for population in table.populations {
            let selection = population.selection
            look(selection.conditions + selection.exclusions.map(\.condition), at: population.location)
        }
        look([table.filter].compactMap { $0 } + (table.expansion?.expressions ?? []), at: table.location)
    }
    for item in checked.figures { look(item.figure.expressions.map(\.expression), at: item.figure.location) }
    for rule in checked.rules { look([rule.expect].compactMap { $0 }, at: rule.location) }
    for place in places {
        findings.error(
            .holidays, "working days are counted here, and there is no calendar of bank holidays", at: place,
            help: "write calendars/NAME.yaml, and NAME under `calendar` of pipeline.yaml")
    }
}
