/// The kinds of reporting period, half-open intervals of local days.
package enum PeriodKind: String, Sendable, Hashable, CaseIterable {
    case day
    case week
    case month
    case quarter
    case financialYear = "financial_year"
    case calendarYear = "calendar_year"
    case rollingTwelveMonths = "rolling_12_months"
    /// Any span of days, months or quarters that a reader names.
    case span
}
