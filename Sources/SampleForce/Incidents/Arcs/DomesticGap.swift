import Tables

/// Arc 6: domestic abuse of grade 2 is attended in time less often by nine points; the gap halves after a video
/// response begins in April 2026.
enum DomesticGap {
    static let day = CivilDate(year: 2026, month: 4, day: 1)

    /// Ten-thousandths of attended logs with a recorded arrival that are reached in time.
    static func inTime(_ grade: Grade, isDomestic: Bool, on date: CivilDate) -> Int {
        switch grade {
        case 1: return 8510
        case 2:
            guard isDomestic else { return 8000 }
            // Nine points of all attended logs, those without an arrival included.
            let gap = date >= day ? 450 : 900
            return 8000 - gap * 10_000 / (10_000 - MissingArrivals.rate(2, on: date))
        default: return 8510
        }
    }

    static let arc = Arc(
        number: 6, name: "domestic abuse waits longer", first: CivilDate(year: 2024, month: 10, day: 1),
        last: CivilDate(year: 2026, month: 9, day: 30),
        what: "domestic abuse of grade 2 is attended in time less often than the rest of grade 2 by 9 points, from 1 "
            + "April 2026, when a video response begins, by about half of that",
        expected: [("A08_grade_2_points_before", .number(-9)), ("A08_grade_2_points_after", .decimal("-4.5"))])
}
