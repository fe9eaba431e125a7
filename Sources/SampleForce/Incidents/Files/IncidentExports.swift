import Tables

/// The exports of the command-and-control system: two overlapping windows, and the window of the night after. Months are
/// written as they are planned, so that no more than one of them is ever held.
struct IncidentExports {
    private let older: IncidentWindow
    private let newer: IncidentWindow
    private let nextNight: IncidentWindow
    private let tree: Tree
    var figures = Figures()
    var rules = TableRules()
    /// September 2026 as it stands after the next night.
    var nextFigures = Figures()

    init(tree: Tree) throws {
        self.tree = tree
        let overlap = CivilDate(year: 2025, month: 12, day: 1)
        let week = CivilDate(year: 2026, month: 9, day: 25)
        older = try IncidentWindow(
            from: Month.all[0].first, to: CivilDate(year: 2026, month: 1, day: 31), ruledFrom: overlap,
            below: "loamshire", tree: tree)
        newer = try IncidentWindow(
            from: overlap, to: CivilDate(year: 2026, month: 9, day: 30), ruledTomorrowFrom: week, below: "loamshire",
            tree: tree)
        nextNight = try IncidentWindow(
            from: week, to: CivilDate(year: 2026, month: 10, day: 1), below: "second-night", isPacked: false,
            tree: tree)
    }

    /// Writes a month of the sample to every export that has something of it, and counts what must come of it.
    mutating func write(_ month: IncidentMonth) throws {
        let isOld = month.month.first < CivilDate(year: 2025, month: 12, day: 1)
        for log in month.logs {
            try older.write(log, isDeletedLater: log.presence == .deletedBeforeLastExport)
            if log.presence != .deletedBeforeLastExport, log.presence != .typedInNextNight {
                try newer.write(log, isDeletedLater: log.presence == .deletedNextNight)
            }
            if log.presence != .deletedBeforeLastExport, log.presence != .deletedNextNight {
                try nextNight.write(log, isDeletedLater: false)
            }
        }
        try (isOld ? older : newer).write(month.strays)
        for (source, fault) in month.planted where fault.count > 0 {
            (isOld ? older : newer).writers[source]?.plant(fault)
        }
        count(month)
    }

    /// Writes the logs of the day after the sample's last.
    func writeNextDay(_ month: IncidentMonth) throws {
        for log in month.logs where log.created < nextNight.moment {
            try nextNight.write(log, isDeletedLater: false)
        }
    }

    private mutating func count(_ month: IncidentMonth) {
        for log in month.logs where log.presence != .deletedBeforeLastExport && log.presence != .typedInNextNight {
            let facts = facts(of: log, in: month, older, newer)
            countAttendance(of: facts, in: &figures, asOf: newer.moment)
            countFirstContact(of: facts, in: &figures)
            rules.count(facts)
        }
        rules.count(month.strays)
        // Appointments of August's logs fall into September.
        guard month.month.first >= CivilDate(year: 2026, month: 8, day: 1) else { return }
        for log in month.logs where log.presence != .deletedNextNight {
            let facts = facts(of: log, in: month, newer, nextNight)
            countAttendance(of: facts, in: &nextFigures, asOf: nextNight.moment)
            countFirstContact(of: facts, in: &nextFigures)
        }
    }

    /// A log as two windows together know it: what lies before the second one's beginning is as the first has it.
    private func facts(
        of log: Log, in month: IncidentMonth, _ first: IncidentWindow, _ second: IncidentWindow
    ) -> LogFacts {
        func known(_ log: Log) -> Log {
            log.known(at: log.created < second.from ? first.moment : second.moment) {
                $0 < second.from ? first.moment : second.moment
            }
        }
        return LogFacts(known(log), copies: log.copies.map { known(month.logs[$0]) }, asOf: second.moment)
    }

    /// Finishes the files and returns their accounts: those of the sample, and those of the next night with the older
    /// files as they stand then.
    func close() throws -> (files: [FileTruth], nextNight: [FileTruth]) {
        let standing = older.accountsOfNextNight + newer.accountsOfNextNight
        let files = try older.close(tree) + newer.close(tree)
        var next = try nextNight.close(tree)
        for (file, later) in zip(files, standing) {
            var file = file
            file.takeFates(of: later)
            next.append(file)
        }
        return (files, next)
    }
}
