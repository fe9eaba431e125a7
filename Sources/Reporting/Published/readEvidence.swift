package import Compute
import Tables

/// The lines of `findings.csv` as they were computed.
package func readEvidence(_ bytes: [UInt8]) -> [FindingRow] {
    var table = TableReader(bytes)
    var rows: [FindingRow] = []
    while table.next() {
        if let row = PublishedFinding(table).row { rows.append(row) }
    }
    return rows
}

/// One record of `findings.csv`.
private struct PublishedFinding {
    private let table: TableReader

    init(_ table: TableReader) { self.table = table }

    var row: FindingRow? {
        let kpi = words("kpi")
        guard !kpi.isEmpty else { return nil }
        return FindingRow(
            inspection: words("inspection"), finding: words("finding"), kpi: kpi, statistic: words("statistic"),
            baseline: span("baseline"), since: span("since"), difference: number("difference"),
            lower: number("lower"), upper: number("upper"), monthsMet: integer("months_met"),
            monthsSustained: integer("months_sustained"), variation: words("variation"),
            assurance: words("assurance"))
    }

    private func words(_ name: String) -> String { table.words(table.column(name)) }
    private func number(_ name: String) -> Double? { table.number(table.column(name)) }
    private func integer(_ name: String) -> Int? { table.integer(table.column(name)) }

    /// Nothing where the record says nothing of the span, not even why.
    private func span(_ side: String) -> FindingRow.Span? {
        let state = FigureRow.State(rawValue: words("\(side)_state"))
        let ends = ["from", "to"].compactMap { CivilDate(words("\(side)_\($0)")) }
        let months = integer("\(side)_months") ?? 0
        guard months > 0 || state != nil,
            let period = ends.count == 2
                ? Period.span(from: ends[0], to: ends[1])
                : CivilDate(words("inspection_on")).map({ Period(.month, containing: $0) })
        else { return nil }
        var row = FigureRow(
            kpi: words("kpi"), statistic: words("statistic"), period: period, dimension: "all", member: "all")
        row.value = number("\(side)_value")
        row.numerator = number("\(side)_numerator")
        row.denominator = integer("\(side)_denominator")
        row.lowest = number("\(side)_lowest")
        row.highest = number("\(side)_highest")
        row.lower = number("\(side)_interval_lower")
        row.upper = number("\(side)_interval_upper")
        row.considered = integer("\(side)_considered")
        row.missing = integer("\(side)_missing")
        row.notEvidenced = integer("\(side)_not_evidenced")
        row.notDue = integer("\(side)_not_due")
        row.excluded = integer("\(side)_excluded")
        row.openShare = number("\(side)_open_share")
        row.immatureAbove = number("\(side)_immature_above")
        row.verdict = FigureRow.Verdict(rawValue: words("\(side)_verdict"))
        row.flags = FigureRow.Flags(names: words("\(side)_flags").split(separator: ";"))
        // A value is written so that it stands on its side of the standard.
        row.standard = number("standard_value").map {
            FigureRow.Standard(
                name: words("standard"), rule: words("standard_rule"), value: $0, upper: number("standard_upper"),
                status: words("standard_status"))
        }
        row.state = state ?? (row.value == nil ? .empty : .ok)
        let with = FigureRow.WithExcluded(
            value: number("\(side)_value_with_excluded"), numerator: number("\(side)_numerator_with_excluded"),
            denominator: integer("\(side)_denominator_with_excluded"))
        if with.value != nil || with.numerator != nil || with.denominator != nil { row.withExcluded = with }
        return FindingRow.Span(row: row, months: months)
    }
}
