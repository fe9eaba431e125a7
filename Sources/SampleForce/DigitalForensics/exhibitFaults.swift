extension SheetFault<Exhibit> {
    /// What is wrong with the export of the digital forensics unit.
    static let exhibits: [SheetFault] = [
        SheetFault(
            name: "examination before submission", count: 4, rule: "DQ26a", column: "exam_started_at", suits: isDone,
            plant: { $0.started = Moments.plain($0.submitted - 93_600) }),
        SheetFault(
            name: "completed before the examination began", count: 3, rule: "DQ26b", column: "completed_at",
            suits: { isDone($0) && $0.started.map { start in start > Moments.midnight(2025, 2, 1) } ?? false },
            plant: { exhibit in
                exhibit.completed = exhibit.started.map { Moments.plain(max(exhibit.submitted, $0 - 40_000)) }
            }),
        SheetFault(
            name: "crime that is in no export", count: 4, column: "crime_id", suits: { $0.crime != nil },
            plant: { $0.marks.cells[.crime] = "CR/97654/25" }),
        SheetFault(
            name: "priority that is not in the map", count: 5, rule: "DQ06", code: "V06", column: "priority",
            suits: { $0.priority == .normal && isDone($0) }, plant: { $0.marks.cells[.priority] = "R" }),
        SheetFault(
            name: "exhibit number in scientific notation: 2.2E+07", count: 2, rule: "DQ05", code: "V09",
            column: "exhibit_id", fate: .rejected, plant: { $0.marks.cells[.id] = "2.2E+07" }),
        SheetFault(
            name: "31-Feb-2026", count: 2, rule: "DQ05", code: "V11", column: "submitted_at", fate: .rejected,
            plant: { $0.marks.cells[.submitted] = "31-Feb-2026 09:00" }),
        SheetFault(
            name: "British date with figures", count: 2, rule: "DQ05", code: "V01", column: "exam_started_at",
            fate: .rejected, plant: { $0.marks.cells[.started] = "14/05/2026 10:00" }),
        SheetFault(
            name: "30-Dec-1899 for not handed back", count: 4, rule: "DQ07", code: "V08", column: "returned_at",
            plant: { exhibit in
                exhibit.returned = nil
                exhibit.marks.cells[.returned] = "30-Dec-1899 00:00"
                exhibit.marks.cells[.state] = exhibit.completed == nil ? "Awaiting" : "Complete"
            }),
        SheetFault(
            name: "device with a stray quote: 14\" TV", count: 3, plant: { $0.marks.cells[.device] = "14\" TV" }),
    ]

    @Sendable private static func isDone(_ exhibit: Exhibit) -> Bool { exhibit.completed != nil }
}
