import Tables

/// What the crime systems hand over in one night: a whole copy of crimes and outcomes, and the entries of some days.
struct CrimeNight {
    let moment: Int
    /// The first instant whose entries are in it.
    let from: Int
    /// From here on the window of the night after decides.
    let ruledTomorrowFrom: Int
    /// The copies are replaced by the next night's.
    let isReplaced: Bool
    let writers: [CrimeSource: ExportWriter]

    init(
        of day: CivilDate, sources: [CrimeSource], entriesFrom first: CivilDate, ruledTomorrowFrom ruled: CivilDate?,
        isReplaced: Bool, below folder: String, tree: Tree
    ) throws {
        moment = UKClock.utc(day.adding(days: 1), 0)
        from = UKClock.utc(first, 0)
        ruledTomorrowFrom = ruled.map { UKClock.utc($0, 0) } ?? Int.max
        self.isReplaced = isReplaced
        let (year, month, date) = day.components
        var writers: [CrimeSource: ExportWriter] = [:]
        for source in sources {
            let isWeek = folder == "second-night" && CrimeSource.windows.contains(source)
            writers[source] = try ExportWriter(
                source.format, date: "\(year)\(padded(month, 2))\(padded(date, 2))", below: folder,
                isPacked: !isWeek, tree: tree)
        }
        self.writers = writers
    }

    /// Writes what this night's exports have of a crime.
    func write(_ crime: Crime) throws {
        guard crime.recorded < moment else { return }
        let known = crime.known(at: moment)
        try writers[.crimes(crime.system)]?.write(known.record, crime.fate, tomorrow: crime.fate)
        if !crime.isCopy { try writeEntries(known) }
    }

    /// The entries and outcomes alone, of a crime that is in no export.
    func writeEntries(_ known: Crime) throws {
        for place in known.outcomes.indices {
            let entry = known.outcomes[place]
            let isSuperseded = place < known.outcomes.count - 1
            try writers[.outcomes]?.write(
                known.record(entry, isSuperseded: isSuperseded), entry.fate, tomorrow: entry.fate)
        }
        for event in known.events where event.time >= from {
            try writers[.events(known.system)]?.write(
                known.record(event), event.fate, tomorrow: event.time < ruledTomorrowFrom ? event.fate : .superseded)
        }
    }

    /// Finishes the files; of copies that a newer one replaces no record is read.
    func close(_ tree: Tree) throws -> [FileTruth] {
        try CrimeSource.allCases.compactMap { source in
            guard let truth = try writers[source]?.close(tree) else { return nil }
            return isReplaced ? truth.unread : truth
        }
    }

    /// The files as the night after sees them: the copies replaced, the entries of the last days too.
    func standingTomorrow(_ files: [FileTruth]) -> [FileTruth] {
        files.map { file in
            guard let source = CrimeSource(rawValue: file.source), let writer = writers[source],
                CrimeSource.windows.contains(source)
            else { return file.unread }
            var file = file
            file.takeFates(of: writer.tomorrow)
            return file
        }
    }
}
