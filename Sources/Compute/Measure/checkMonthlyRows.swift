import Definitions
import Statistics
import Tables

/// DQ25: whether the newest whole month has as many rows as the twelve before it lead to expect.
///
/// A month outside the limits of an individuals chart is most often an extract that broke off. Fewer than six months
/// before it say too little, and none from before a break in what is counted from the table says anything.
func checkMonthlyRows(
    _ input: ComputeInput
) -> (counts: [ComputeResult.TableRuleCount], findings: [Diagnostic]) {
    var counts: [ComputeResult.TableRuleCount] = []
    var findings: [Diagnostic] = []
    guard let rule = input.definition.rules.first(where: { $0.id == "DQ25" }) else { return ([], []) }
    for table in input.tables where input.definition.isLookedInto(table.name) {
        guard let time = input.definition.schemas.first(where: { $0.name == table.name })?.time,
            let field = table.field(named: time), field.type == .time
        else { continue }
        let coverage = Coverage(table, time: time, zone: input.zone)
        let months = sinceBreak(wholeMonths(of: table, field.column, coverage, input), of: table.name, input.definition)
        guard months.count > 6, let newest = months.last,
            let limits = individualsLimits(months.dropLast().suffix(12).map { Double($0.count) })
        else { continue }
        let isOutside = Double(newest.count) < limits.lower || Double(newest.count) > limits.upper
        counts.append(.init(rule: rule.id, table: table.name, count: isOutside ? 1 : 0, checked: 1))
        guard isOutside else { continue }
        findings.append(
            Diagnostic(
                .warning, code: "E0412",
                "\(table.name): \(newest.month.label) has \(newest.count) rows, outside the "
                    + "\(Int(max(0, limits.lower.rounded(.down)))) to \(Int(limits.upper.rounded(.up))) that the months "
                    + "before it lead to expect (rule DQ25)", at: rule.location,
                help: "ask the supplier whether the export is complete"))
    }
    return (counts, findings)
}

/// The months that lie wholly after the last break of a table's series: one that names a figure over its rows.
private func sinceBreak(
    _ months: [(month: Period, count: Int)], of table: String, _ definition: PipelineDefinition
) -> [(month: Period, count: Int)] {
    guard let newest = months.last?.month.last else { return months }
    let figures = Set(definition.figures.filter { definition.rootSchema(of: $0.table) == table }.map(\.id))
    let breaks = definition.calendar.breaks.filter { $0.on <= newest && !figures.isDisjoint(with: $0.figures) }
    guard let last = breaks.map(\.on).max() else { return months }
    return months.filter { $0.month.first >= last }
}

/// The accepted rows of each month that the data cover to the as-of, in order.
private func wholeMonths(
    of table: SourceTable, _ column: Column, _ coverage: Coverage, _ input: ComputeInput
) -> [(month: Period, count: Int)] {
    guard let days = coverage.days else { return [] }
    var byDay = [Int](repeating: 0, count: days.count)
    for (day, count) in table.counted?.counts ?? [:] where days.contains(day) { byDay[day - days.lowerBound] = count }
    for row in 0..<table.rowCount where table.rejected[row] == 0 {
        let instant = column.integer(at: row)
        if instant != Missing.integer { byDay[input.zone.day(instant).days - days.lowerBound] += 1 }
    }
    let first = CivilDate(days: days.lowerBound)
    return spine(.month, from: first, asOf: input.asOf, coverage: coverage)
        .filter { coverage.covers($0) && $0.last <= input.asOf.day }
        .map { month in
            (month, month.range.reduce(0) { $0 + byDay[$1 - days.lowerBound] })
        }
}

extension PipelineDefinition {
    /// Whether any table is made from a canonical one or looks into it: what others published has no months of ours.
    fileprivate func isLookedInto(_ schema: String) -> Bool {
        tables.contains { table in
            table.from == .source(schema) || table.relations.contains { $0.to == .source(schema) }
        }
    }
}
