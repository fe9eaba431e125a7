import Tables

/// The exports of registered offenders: a copy at the end of each of three months, of which the newest counts, and all
/// visits of two years.
struct OffenderExports {
    private(set) var files: [FileTruth] = []
    private(set) var figures = Figures()

    private static let format = ExportFormat(
        source: "rso", folder: "rso", stem: "visor_extract", titles: ["RESTRICTED - OFFENDER LIST", ""],
        headers: Offender.headers)
    private static let visitFormat = ExportFormat(
        source: "rso_visits", folder: "rso", stem: "visor_visits", headers: OffenderVisit.headers, delimiter: "|",
        encoding: .utf8, lineEnd: "\n")

    init(scale: Int, isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        let plan = OffenderPlan(scale: scale, seed: seed)
        for (date, days) in [("20260731", 61), ("20260831", 30)] {
            let copy = Sheet(records: plan.offenders.map { $0.earlier(days) })
            files.append(
                try copy.write(OffenderExports.format, date: date, isReplaced: true, isPacked: false, tree: tree))
        }
        var newest = Sheet(records: plan.offenders)
        var visits = Sheet(records: plan.visits)
        if !isClean {
            var random = seed.stream("offender faults")
            newest.planted = newest.records.plant(SheetFault<Offender>.offenders, &random)
            newest.planted += newest.records.repeatRecords(
                exactly: 2, otherwise: 0, suits: { $0.isActive }, &random
            ) { _ in }
            visits.planted = visits.records.plant(SheetFault<OffenderVisit>.visits, &random)
        }
        count(newest.records.filter { $0.isAccepted && $0.isActive })
        files.append(try newest.write(OffenderExports.format, date: "20260930", isPacked: false, tree: tree))
        files.append(try visits.write(OffenderExports.visitFormat, date: "20260930", tree: tree))
    }

    /// The stock is that of the as-of: no month but September has it.
    private mutating func count(_ active: [Offender]) {
        let month = Month(2026, 9)
        let overdue = active.filter(\.isOverdue)
        figures.tally("O01", month, overdue.count, of: overdue.count, "count")
        // Nobody can say whether a visit without a day is overdue.
        figures.tally("O01.share", month, overdue.count, of: active.count { $0.due != nil })
        for offender in overdue { figures.quantiles("O02", month, offender.daysOverdue) }
        figures.tally("O03", month, active.count(where: \.isAssessed), of: active.count)
        figures.tally("O04", month, active.count(where: \.isSupervised), of: active.count)
    }
}
