extension SheetFault<Offender> {
    /// What is wrong with the newest export of offenders.
    static let offenders: [SheetFault] = [
        SheetFault(
            name: "last visit in the future", count: 2, rule: "DQ07", code: "V08", column: "last_visit_on",
            suits: { $0.isActive && !$0.isOverdue && $0.due != $0.lastVisit },
            plant: { offender in
                offender.lastVisit = nil
                offender.marks.cells[.lastVisit] = "14/12/2026"
            }),
        SheetFault(
            name: "risk that is not in the map", count: 1, rule: "DQ06", code: "V06", column: "risk_level",
            plant: { $0.marks.cells[.risk] = "TBC" }),
        SheetFault(
            name: "no reference", count: 1, rule: "DQ05", code: "V10", column: "offender_hash", fate: .rejected,
            plant: { $0.marks.cells[.id] = "" }),
        SheetFault(
            name: "no day for the next visit", count: 2, suits: { $0.isActive && !$0.isOverdue },
            plant: { $0.due = nil }),
        SheetFault(
            name: "no supervisor's review", count: 3, suits: { $0.isActive }, plant: { $0.supervised = nil }),
    ]
}

extension SheetFault<OffenderVisit> {
    /// What is wrong with the export of visits: the visits of those who were seen long before anything is due now.
    static let visits: [SheetFault] = [
        SheetFault(
            name: "31/02/2026", count: 2, rule: "DQ05", code: "V11", column: "visited_at", fate: .rejected,
            suits: isOld, plant: { $0.marks.cells[.time] = "31/02/2026 11:00" }),
        SheetFault(
            name: "no offender", count: 2, rule: "DQ05", code: "V10", column: "offender_hash", fate: .rejected,
            suits: isOld, plant: { $0.marks.cells[.offender] = "" }),
        SheetFault(
            name: "visit in the year 2062", count: 1, rule: "DQ05", code: "V08", column: "visited_at", fate: .rejected,
            suits: isOld, plant: { $0.marks.cells[.time] = "14/05/2062 11:00" }),
    ]

    @Sendable private static func isOld(_ visit: OffenderVisit) -> Bool { visit.time < Moments.midnight(2026, 1, 1) }
}
