extension SheetFault<WantedPerson> {
    /// What is wrong with the export of wanted people.
    static let wanted: [SheetFault] = [
        SheetFault(
            name: "circulated days before wanted", count: 4, rule: "DQ26d", column: "pnc_circulated_at",
            suits: { $0.circulated != nil && $0.wanted > Moments.midnight(2024, 11, 1) },
            plant: { $0.circulated = Moments.plain($0.wanted - 260_000) }),
        SheetFault(
            name: "31/02/2026", count: 2, rule: "DQ05", code: "V11", column: "wanted_at", fate: .rejected,
            plant: { $0.marks.cells[.wanted] = "31/02/2026 09:30" }),
        SheetFault(
            name: "US date that cannot be British", count: 2, rule: "DQ05", code: "V11", column: "pnc_circulated_at",
            fate: .rejected, plant: { $0.marks.cells[.circulated] = "04/27/2026 11:05" }),
        SheetFault(
            name: "no person", count: 2, rule: "DQ05", code: "V10", column: "person_hash", fate: .rejected,
            plant: { $0.marks.cells[.person] = "" }),
        SheetFault(
            name: "01/01/1900 for no review", count: 5, rule: "DQ07", code: "V08", column: "last_review_at",
            plant: { person in
                person.review = nil
                person.marks.cells[.review] = "01/01/1900 00:00"
            }),
        SheetFault(
            name: "wanted from 01:30 on the night the clocks went back, before they did", count: 1, rule: "DQ24",
            code: "T01", column: "wanted_at",
            suits: { isSettled($0, after: ClockChange.doubled[1]) },
            plant: { person in
                person.wanted = ClockChange.doubled[0]
                person.circulated = person.circulated.map { max($0, ClockChange.doubled[1] + 7200) }
                person.review = nil
            }),
        SheetFault(
            name: "null texts n/a, - and NULL", count: 6, suits: { $0.cleared == nil && $0.review == nil },
            plant: { $0.marks.cells = [.review: "n/a", .cleared: "-"] }),
    ]

    /// Wanted and circulated shortly before, found long after a moment.
    @Sendable private static func isSettled(_ person: WantedPerson, after time: Int) -> Bool {
        (time - 2_000_000..<time).contains(person.wanted) && person.cleared.map { $0 > time + 1_000_000 } ?? true
    }
}
