import Tables

/// Arc 5: from November 2025 Middlemarch lowers the grade of some logs whose target has passed.
enum LateDowngrades {
    static let day = CivilDate(year: 2025, month: 11, day: 1)

    /// In ten-thousandths of the logs that nobody reached in time.
    static func rate(_ area: Area, _ grade: Grade, on date: CivilDate) -> Int {
        guard area == .middlemarch, date >= day else { return 25 }
        return grade == 1 ? 1500 : 3400
    }

    static let arc = Arc(
        number: 5, name: "downgrades after the target", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "Middlemarch lowers the grade of several logs a month after their target has passed; the other areas "
            + "only of a stray few. By the final grade it looks better than by the first",
        expected: [
            ("A12.late_Middlemarch_a_month_at_least", .number(3)), ("A12.late_others_a_month_at_most", .number(4)),
        ])
}
