import Tables

/// The export of the team that acts on images of children, as it stands on 30 September 2026.
struct EnforcementExport {
    let file: FileTruth
    private(set) var figures = Figures()

    private static let format = ExportFormat(
        source: "enforcement", folder: "enforcement", stem: "ocag_cases", headers: EnforcementCase.headers,
        delimiter: "|", encoding: .utf8, lineEnd: "\n")

    private static let fresh = 28 * 86_400

    init(scale: Int, isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        var random = seed.stream("enforcement")
        var sheet = Sheet(records: EnforcementPlan.cases(scale: scale, &random))
        if !isClean {
            random = seed.stream("enforcement faults")
            sheet.planted = sheet.records.plant(SheetFault<EnforcementCase>.cases, &random)
            sheet.planted += sheet.records.repeatRecords(exactly: 2, otherwise: 1, &random) {
                $0.marks.cells[.risk] = "Unassessed"
            }
        }
        file = try sheet.write(EnforcementExport.format, date: "20260930", isPacked: false, tree: tree)
        let cases = sheet.records.filter(\.isAccepted)
        for (month, end) in Moments.monthEnds {
            let waiting = cases.filter { $0.isWaiting(at: end) }
            figures.tally("E01", month, waiting.count, of: waiting.count, "open")
            let fresh = waiting.count {
                $0.review.map { $0 < end && $0 >= end - EnforcementExport.fresh } ?? false
            }
            figures.tally("E01.fresh", month, fresh, of: waiting.count)
        }
    }
}

extension SheetFault<EnforcementCase> {
    /// What is wrong with the export of cases that wait to be acted on.
    fileprivate static let cases: [SheetFault] = [
        SheetFault(
            name: "stage that is not in the map", count: 2, rule: "DQ06", code: "V06", column: "status",
            suits: { $0.state == .enforced }, plant: { $0.marks.cells[.state] = "With CPS" }),
        SheetFault(
            name: "closed without a time", count: 3, column: "enforced_at",
            suits: { $0.state == .enforced },
            plant: { planned in
                planned.state = .closed
                planned.enforced = nil
            }),
        SheetFault(
            name: "2026-02-31", count: 1, rule: "DQ05", code: "V11", column: "referred_at", fate: .rejected,
            plant: { $0.marks.cells[.referred] = "2026-02-31T09:30:00" }),
        SheetFault(
            name: "no case number", count: 1, rule: "DQ05", code: "V10", column: "case_id", fate: .rejected,
            plant: { $0.marks.cells[.id] = "" }),
        SheetFault(
            name: "1899-12-30 for no review", count: 2, rule: "DQ07", code: "V08", column: "last_intel_review_at",
            plant: { planned in
                planned.review = nil
                planned.marks.cells[.review] = "1899-12-30T00:00:00"
            }),
    ]
}
