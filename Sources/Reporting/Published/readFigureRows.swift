package import Compute
import Tables

/// The lines of `results.csv` or `breakdowns.csv` as they were computed, in their order; of all KPIs or of those named.
///
/// A column that the program of the run did not write yet reads as absent.
package func readFigureRows(_ bytes: [UInt8], of kpis: Set<String>? = nil) -> [FigureRow] {
    var reader = FigureRowReader(bytes)
    var rows: [FigureRow] = []
    while let row = reader.next(of: kpis) { rows.append(row) }
    return rows
}

/// Reads lines of results one after another. Neighbouring lines say much the same: what is equal is kept once.
private struct FigureRowReader {
    private var table: TableReader
    private let columns: [Int?]
    private var periods: [String: Period] = [:]
    private var last: FigureRow?

    private enum Column: Int, CaseIterable {
        case kpi, statistic, period, dimension, member, value, numerator, denominator, lower, upper, lowest, highest
        case considered, missing, not_evidenced, not_due, excluded, standard, standard_rule, standard_value
        case standard_status, verdict, state, marker, flags, robust, boundary_value, boundary_rows, open_share
        case value_with_excluded, numerator_with_excluded, denominator_with_excluded, standard_upper
        case verdict_at_lowest, verdict_at_highest, immature_above
    }

    init(_ bytes: [UInt8]) {
        let table = TableReader(bytes)
        columns = Column.allCases.map { table.column("\($0)") }
        self.table = table
    }

    mutating func next(of kpis: Set<String>?) -> FigureRow? {
        while table.next() {
            let kpi = words(.kpi, known: last?.kpi)
            if let kpis, !kpis.contains(kpi) { continue }
            guard let period = period() else { continue }
            let row = row(kpi, period)
            last = row
            return row
        }
        return nil
    }

    private mutating func row(_ kpi: String, _ period: Period) -> FigureRow {
        var row = FigureRow(
            kpi: kpi, statistic: words(.statistic, known: last?.statistic), period: period,
            dimension: words(.dimension, known: last?.dimension), member: words(.member, known: last?.member))
        row.value = number(.value)
        row.numerator = number(.numerator)
        row.denominator = integer(.denominator)
        row.lower = number(.lower)
        row.upper = number(.upper)
        row.lowest = number(.lowest)
        row.highest = number(.highest)
        row.considered = integer(.considered)
        row.missing = integer(.missing)
        row.notEvidenced = integer(.not_evidenced)
        row.notDue = integer(.not_due)
        row.excluded = integer(.excluded)
        row.standard = standard()
        row.verdict = FigureRow.Verdict(rawValue: words(.verdict))
        row.state = FigureRow.State(rawValue: words(.state)) ?? .ok
        if !isEmpty(.flags) { row.flags = FigureRow.Flags(names: words(.flags).split(separator: ";")) }
        row.isRobust = isEmpty(.robust) ? nil : words(.robust) == "yes"
        row.boundary = integer(.boundary_rows).map { FigureRow.Boundary(value: number(.boundary_value), rows: $0) }
        row.openShare = number(.open_share)
        row.immatureAbove = number(.immature_above)
        if let lowest = FigureRow.Verdict(rawValue: words(.verdict_at_lowest)),
            let highest = FigureRow.Verdict(rawValue: words(.verdict_at_highest))
        {
            row.verdictsAtBounds = FigureRow.VerdictsAtBounds(lowest: lowest, highest: highest)
        }
        let with = FigureRow.WithExcluded(
            value: number(.value_with_excluded), numerator: number(.numerator_with_excluded),
            denominator: integer(.denominator_with_excluded))
        if with.value != nil || with.numerator != nil || with.denominator != nil { row.withExcluded = with }
        return row
    }

    private mutating func period() -> Period? {
        let id = words(.period, known: last?.period.id)
        if let last, last.period.id == id { return last.period }
        if let known = periods[id] { return known }
        let period = Period(parsing: id)
        periods[id] = period
        return period
    }

    private func standard() -> FigureRow.Standard? {
        guard !isEmpty(.standard), let value = number(.standard_value) else { return nil }
        let known = last?.standard
        return FigureRow.Standard(
            name: words(.standard, known: known?.name), rule: words(.standard_rule, known: known?.rule), value: value,
            upper: number(.standard_upper), status: words(.standard_status, known: known?.status))
    }

    private func place(_ column: Column) -> Int? { columns[column.rawValue] }
    private func number(_ column: Column) -> Double? { table.number(place(column)) }
    private func integer(_ column: Column) -> Int? { table.integer(place(column)) }
    private func isEmpty(_ column: Column) -> Bool { table.cell(place(column), is: "") }
    private func words(_ column: Column) -> String { isEmpty(column) ? "" : table.words(place(column)) }

    private func words(_ column: Column, known: String?) -> String {
        if let known, table.cell(place(column), is: known), !known.hasPrefix("'") { return known }
        return words(column)
    }
}
