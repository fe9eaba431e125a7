import Tables

/// Every period of a kind from the first data to the as-of, empty ones included.
///
/// There are no weeks of rows whose month alone is known. Rolling twelve months end with each whole month and exist only
/// where the data cover all twelve.
func spine(_ kind: PeriodKind, from first: CivilDate, asOf: AsOf, coverage: Coverage) -> [Period] {
    if coverage.isMonthly, kind == .week || kind == .day { return [] }
    if coverage.isOfAsOf {
        let period = Period(kind, containing: asOf.day)
        return kind != .rollingTwelveMonths || coverage.covers(period) ? [period] : []
    }
    var periods: [Period] = []
    var period = Period(kind, containing: first)
    if kind == .rollingTwelveMonths {
        for _ in 0..<12 where period.first < first { period = period.next }
    }
    while period.first <= asOf.day {
        if kind != .rollingTwelveMonths || (period.last <= asOf.day && coverage.covers(period)) {
            periods.append(period)
        }
        period = period.next
    }
    return periods
}
