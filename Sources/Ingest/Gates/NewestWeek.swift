import Tables

/// The rows of a table's newest seven local days, so that a fault that began last night is not drowned in ten years.
struct NewestWeek {
    let last: CivilDate
    /// Accepted and rejected rows.
    let count: Int
    private let rows: RowSummary

    /// Nothing when no accepted row has a time.
    init?(of rows: RowSummary, zone: ZoneTable) {
        guard let newest = rows.newest else { return nil }
        last = zone.day(newest)
        count = (last.days - 6...last.days).reduce(0) { $0 + (rows.days[$1]?.kept ?? 0) }
        self.rows = rows
    }

    /// Whether a rejected row is of these days.
    func holds(_ row: Int32) -> Bool {
        rows.day(ofRejected: row).map { (last.days - 6...last.days).contains($0) } ?? false
    }
}
