package import Definitions
import Tables

/// A month beside the same month of the year before.
package struct YearBefore: Sendable {
    package let row: FigureRow
    /// Nothing where the data do not go back so far.
    package let before: FigureRow?
    /// Nothing where either month has no value or is not whole: part of a month says nothing of a month.
    package let difference: RowDifference?
    /// What makes the two months hard to set beside each other, in order of time.
    package let breaks: [CalendarDefinition.Break]

    package init(of row: FigureRow, in series: MonthlySeries, breaks: [CalendarDefinition.Break]) {
        self.row = row
        let (year, month, _) = row.period.first.components
        let first = CivilDate(year: year - 1, month: month, day: 1)
        let before = series.months.firstIndex { $0.first == first }.flatMap { series.rows[$0] }
        self.before = before
        let isWhole = [row, before].allSatisfy { $0?.state == .ok || $0?.state == .immature }
        difference = isWhole ? before.flatMap { RowDifference(row, minus: $0) } : nil
        self.breaks = breaks.filter { $0.on > first && $0.on <= row.period.last }
    }
}
