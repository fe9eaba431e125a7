import Tables

/// One night's export of all four files: the logs created in a span of days, with the units, regrades and entries of
/// that span whatever log they belong to.
struct IncidentWindow {
    /// The first instant covered and the moment of the export.
    let from: Int
    let moment: Int
    /// From here on a newer window decides: what is here is superseded there, or removed if it is missing there.
    let ruledFrom: Int
    /// The same on the night after.
    let ruledTomorrowFrom: Int
    let writers: [LogSource: ExportWriter]

    init(
        from first: CivilDate, to last: CivilDate, ruledFrom ruled: CivilDate? = nil,
        ruledTomorrowFrom tomorrow: CivilDate? = nil, below folder: String, isPacked: Bool = true, tree: Tree
    ) throws {
        from = UKClock.utc(first, 0)
        moment = UKClock.utc(last.adding(days: 1), 0)
        ruledFrom = ruled.map { UKClock.utc($0, 0) } ?? Int.max
        ruledTomorrowFrom = tomorrow.map { UKClock.utc($0, 0) } ?? ruledFrom
        let (year, month, day) = last.components
        var writers: [LogSource: ExportWriter] = [:]
        for source in LogSource.allCases {
            writers[source] = try ExportWriter(
                source.format, date: "\(year)\(padded(month, 2))\(padded(day, 2))", below: folder, isPacked: isPacked,
                tree: tree)
        }
        self.writers = writers
    }

    func covers(_ time: Int) -> Bool { time >= from && time < moment }

    /// Writes what this export has of a log: nothing of it where it did not know it yet or no more.
    ///
    /// - Parameter isDeletedLater: a newer export no longer has it.
    func write(_ log: Log, isDeletedLater: Bool) throws {
        guard mayHold(log) else { return }
        let ruled: Row.Fate = isDeletedLater ? .removed : .superseded
        func put(_ source: LogSource, _ record: @autoclosure () -> String, _ time: Int, _ own: Row.Fate) throws {
            guard covers(time) else { return }
            try writers[source]?.write(
                record(), time < ruledFrom ? own : ruled, tomorrow: time < ruledTomorrowFrom ? own : ruled)
        }
        let known = log.known(at: moment) { _ in moment }
        try put(.logs, known.record, log.created, log.fate)
        for visit in known.visits {
            try put(.units, record(visit, of: log.id), visit.assigned ?? log.created, visit.fate)
        }
        for regrade in known.regrades { try put(.grades, record(regrade, of: log.id), regrade.time, regrade.fate) }
        for entry in known.entries { try put(.entries, record(entry, of: log.id), entry.time, entry.fate) }
    }

    /// No log goes on for longer than this.
    private func mayHold(_ log: Log) -> Bool {
        log.created < moment && log.created > from - 40 * 86_400
    }

    func write(_ strays: Strays) throws {
        func put(_ source: LogSource, _ record: String) throws {
            try writers[source]?.write(record, .accepted, tomorrow: .accepted)
        }
        for stray in strays.visits { try put(.units, record(stray.visit, of: stray.id)) }
        for stray in strays.regrades { try put(.grades, record(stray.regrade, of: stray.id)) }
        for stray in strays.entries { try put(.entries, record(stray.entry, of: stray.id)) }
    }

    /// The fates of what has been written as they are on the night after.
    var accountsOfNextNight: [FileTruth] {
        LogSource.allCases.compactMap { writers[$0]?.tomorrow }
    }

    func close(_ tree: Tree) throws -> [FileTruth] {
        try LogSource.allCases.compactMap { try writers[$0]?.close(tree) }
    }
}
