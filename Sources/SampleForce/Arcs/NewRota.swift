import Tables

/// Arc 1: 999 calls answered in under ten seconds rise from 78% to 92% with a new rota; August 2025 stays just below
/// 90%.
enum NewRota {
    static let day = CivilDate(year: 2025, month: 3, day: 3)
    /// The month whose share is dealt exactly, in ten-thousandths: too close to 90% to tell.
    static let exact = (month: Month(2025, 8), share: 8980)

    static func apply(to rates: inout Rates, on date: CivilDate) {
        if date >= day { rates.fastEmergency = 9200 }
    }

    static let arc = Arc(
        number: 1, name: "new rota", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "999 calls answered in under 10 seconds rise from 78% to 92%; August 2025 is dealt exactly 89.8%; the "
            + "network's clock starts 1 to 3 seconds earlier and reads about 2 points lower",
        expected: [
            ("C01_percent_before", .number(78)), ("C01_percent_after", .number(92)),
            ("C01_percent_2025-08", .decimal("89.8")), ("C01n_points_below_C01", .number(2)),
        ])
}
