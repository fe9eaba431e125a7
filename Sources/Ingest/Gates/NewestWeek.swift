import Tables

/// The rows of a table's newest seven local days, so that a fault that began last night is not drowned in ten years.
struct NewestWeek {
    let last: CivilDate
    /// Accepted and rejected rows.
    let count: Int
    /// The rejected rows of these days.
    let rejected: Set<Int32>

    /// Nothing when no accepted row has a time.
    init?(of rows: RowSummary, zone: ZoneTable) {
        guard let newest = rows.newest else { return nil }
        last = zone.day(newest)
        let days = last.days - 6...last.days
        count = days.reduce(0) { $0 + (rows.days[$1]?.kept ?? 0) }
        rejected = Set(rows.rejected(on: days))
    }
}
