import Tables

/// The exports of both crime systems: two nights, and the night after. Months are written as they are planned, so that
/// no more than one of them is ever held.
struct CrimeExports {
    private let last: CrimeNight
    private let newest: CrimeNight
    private let next: CrimeNight
    private let tree: Tree
    var figures = Figures()
    var rules = TableRules()
    /// September 2026 as it stands after the next night.
    var nextFigures = Figures()

    init(tree: Tree) throws {
        self.tree = tree
        let first = Month.all[0].first
        let week = CivilDate(year: 2026, month: 9, day: 25)
        last = try CrimeNight(
            of: CivilDate(year: 2026, month: 9, day: 29), sources: [.connect, .niche], entriesFrom: first,
            ruledTomorrowFrom: nil, isReplaced: true, below: "loamshire", tree: tree)
        newest = try CrimeNight(
            of: CivilDate(year: 2026, month: 9, day: 30), sources: CrimeSource.allCases, entriesFrom: first,
            ruledTomorrowFrom: week, isReplaced: false, below: "loamshire", tree: tree)
        next = try CrimeNight(
            of: CivilDate(year: 2026, month: 10, day: 1), sources: CrimeSource.allCases, entriesFrom: week,
            ruledTomorrowFrom: nil, isReplaced: false, below: "second-night", tree: tree)
    }

    /// Writes a month's crimes to every export that has them, and counts what must come of it.
    mutating func write(_ month: CrimeMonth) throws {
        for crime in month.crimes {
            try last.write(crime)
            if crime.presence != .deletedLastNight {
                try newest.write(crime)
                count(crime, in: &figures, at: newest.moment)
                if crime.recorded < newest.moment { rules.count(CrimeFacts(crime, at: newest.moment)) }
            }
            if crime.presence == .always || crime.presence == .correctedNextNight {
                let crime = crime.presence == .always ? crime : crime.corrected
                try next.write(crime)
                count(crime, in: &nextFigures, at: next.moment)
            }
        }
        for stray in month.strays {
            for night in [last, newest, next] { try night.writeEntries(stray) }
            rules.countOrphans(of: stray)
            countArrests(of: stray, in: &figures)
        }
        for (source, fault) in month.planted where fault.count > 0 { newest.writers[source]?.plant(fault) }
    }

    private func count(_ crime: Crime, in figures: inout Figures, at moment: Int) {
        guard crime.recorded < moment else { return }
        countCrime(CrimeFacts(crime, at: moment), in: &figures)
    }

    /// Finishes the files and returns their accounts: those of the sample, and those of the next night with the older
    /// files as they stand then.
    func close() throws -> (files: [FileTruth], nextNight: [FileTruth]) {
        let old = try last.close(tree)
        let files = try newest.close(tree)
        let night = try next.close(tree)
        return (old + files, night + old + newest.standingTomorrow(files))
    }
}
