import Compute
import Definitions
import Tables

/// The dimension that is shown as a week.
let hourDimension = "hour_of_week"

/// The members of a breakdown that the figure's page shows, and those that have been released: all that a run holds of them
/// once they are written.
func shownMembers(_ lines: MemberLines, released: [Release], asOf: CivilDate) -> [FigureRow] {
    guard let first = lines.rows.first else { return [] }
    let shown: [Period] =
        if first.dimension == hourDimension {
            heatPeriod(of: lines.rows.map(\.period)).map { [$0] } ?? []
        } else {
            pagePeriod(of: lines.periods, asOf: asOf).map(memberSpans) ?? []
        }
    return lines.rows.filter { row in
        shown.contains { $0.kind == row.period.kind && $0.first == row.period.first }
            || released.contains {
                $0.kpi == row.kpi && $0.statistic == row.statistic && $0.dimension == row.dimension
                    && $0.member == row.member
            }
    }
}

/// The period that a figure's page answers for: the last complete month, or the newest there is.
func pagePeriod(of totals: some BidirectionalCollection<Period>, asOf: CivilDate) -> Period? {
    let month = lastFullMonth(asOf)
    return totals.first { $0.kind == .month && $0.first == month.first } ?? totals.last { $0.kind == .month }
        ?? totals.last
}

/// Twelve months to a page's month, then its last three months, the newest first.
func memberSpans(of period: Period) -> [Period] {
    guard period.kind == .month else { return [period] }
    let before = Period(.month, containing: period.first.adding(days: -1))
    let third = Period(.month, containing: before.first.adding(days: -1))
    return [Period(.rollingTwelveMonths, containing: period.first), period, before, third]
}

/// The newest twelve months, or the newest financial year where the data are shorter.
func heatPeriod(of periods: some Sequence<Period>) -> Period? {
    var newest: [PeriodKind: Period] = [:]
    for period in periods where newest[period.kind].map({ $0.last < period.last }) ?? true {
        newest[period.kind] = period
    }
    return newest[.rollingTwelveMonths] ?? newest[.financialYear]
}
