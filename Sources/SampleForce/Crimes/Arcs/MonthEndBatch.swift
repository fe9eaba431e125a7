import Tables

/// Outcomes that were ready through March 2026 and are all entered at 17:00 on its last day.
struct MonthEndBatch {
    var remaining: Int

    static let moment = UKClock.utc(CivilDate(year: 2026, month: 3, day: 31), 61_200)
    private static let from = UKClock.utc(CivilDate(year: 2026, month: 2, day: 25), 0)
    private static let until = UKClock.utc(CivilDate(year: 2026, month: 4, day: 12), 0)
    private static let codes: Set = ["14", "15", "16", "18"]

    /// Whether the outcome is one of them.
    mutating func takes(_ code: String, at time: Int, recorded: Int) -> Bool {
        guard remaining > 0, (MonthEndBatch.from..<MonthEndBatch.until).contains(time),
            MonthEndBatch.codes.contains(code), recorded < MonthEndBatch.moment - 86_400
        else { return false }
        remaining -= 1
        return true
    }
}
