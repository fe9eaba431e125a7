import Definitions
import Statistics
import Tables

/// DQ25: whether the newest whole month has as many rows as the twelve before it lead to expect.
///
/// A month outside the limits of an individuals chart is most often an extract that broke off. Fewer than six months
/// before it say too little.
func checkMonthlyRows(
    _ input: ComputeInput
) -> (counts: [ComputeResult.TableRuleCount], findings: [Diagnostic]) {
    var counts: [ComputeResult.TableRuleCount] = []
    var findings: [Diagnostic] = []
    guard let rule = input.definition.rules.first(where: { $0.id == "DQ25" }) else { return ([], []) }
    for table in input.tables {
        guard let time = input.definition.schemas.first(where: { $0.name == table.name })?.time,
            let column = table.field(named: time)?.column
        else { continue }
        let months = wholeMonths(of: table, column, Coverage(table, time: time, zone: input.zone), input)
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

/// The accepted rows of each month that the data cover to the as-of, in order.
private func wholeMonths(
    of table: SourceTable, _ column: Column, _ coverage: Coverage, _ input: ComputeInput
) -> [(month: Period, count: Int)] {
    guard let days = coverage.days else { return [] }
    var byDay = [Int](repeating: 0, count: days.count)
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
