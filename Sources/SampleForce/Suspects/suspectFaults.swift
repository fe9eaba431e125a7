extension SheetFault<Suspect> {
    /// What is wrong with one month's export of suspects, by the month that shows it.
    static let suspects: [(month: Month, faults: [SheetFault])] = [
        (
            Month(2025, 10),
            [
                SheetFault(
                    name: "named at 01:30 on the night the clocks went back, before they did", count: 1, rule: "DQ24",
                    code: "T01", column: "named_at",
                    suits: { $0.resolved.map { $0 > ClockChange.doubled[1] } ?? false },
                    plant: { $0.named = ClockChange.doubled[0] })
            ]
        ),
        (
            Month(2025, 2),
            [
                SheetFault(
                    name: "suspect of a crime that is in no export", count: 4, column: "crime_id",
                    plant: { $0.marks.cells[.crime] = "CR/98765/25" }),
                SheetFault(
                    name: "state that is not in the map", count: 3, rule: "DQ06", code: "V06", column: "status",
                    suits: { $0.resolved != nil }, plant: { $0.marks.cells[.state] = "Dealt With" }),
            ]
        ),
        (
            Month(2025, 7),
            [
                SheetFault(
                    name: "31/02/2026", count: 2, rule: "DQ05", code: "V11", column: "named_at", fate: .rejected,
                    plant: { $0.marks.cells[.named] = "31/02/2026 10:00" }),
                SheetFault(
                    name: "no time of naming", count: 2, rule: "DQ05", code: "V10", column: "named_at",
                    fate: .rejected, plant: { $0.marks.cells[.named] = "" }),
                SheetFault(
                    name: "no nominal number", count: 1, rule: "DQ05", code: "V10", column: "suspect_hash",
                    fate: .rejected, plant: { $0.marks.cells[.person] = "" }),
            ]
        ),
        (
            Month(2026, 5),
            [
                SheetFault(
                    name: "settled without a time", count: 3, column: "resolved_at", suits: { $0.resolved != nil },
                    plant: { suspect in
                        suspect.resolved = nil
                        suspect.marks.cells[.resolved] = "-"
                    })
            ]
        ),
    ]
}
