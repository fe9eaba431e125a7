import Tables

/// Arc 4: until the end of January 2026 the arrival is missing from 18% of attended logs, from then on from 6%; grade 1
/// is attended no faster than before, and its headline rises all the same.
enum MissingArrivals {
    static let day = CivilDate(year: 2026, month: 2, day: 1)

    /// In ten-thousandths. Units press the button more often on the way to an emergency.
    static func rate(_ grade: Grade, on date: CivilDate) -> Int {
        if date >= day { return grade == 1 ? 350 : 700 }
        return grade == 1 ? 1300 : 2000
    }

    static let arc = Arc(
        number: 4, name: "recording, not performance", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "arrivals are missing from 18% of attended logs and then from 6%: grade 1 in time rises from 71% to 79% "
            + "in the headline and stays at 84% where the arrival is known",
        expected: [
            ("A01_percent_before", .number(71)), ("A01_percent_after", .number(79)), ("A01b_percent", .number(84)),
            ("A24_percent_before", .number(18)), ("A24_percent_after", .number(6)),
        ])
}
