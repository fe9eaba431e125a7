import Tables

/// From a seed to a tree of exports and the truth about them: plan, calls and logs, rows, files. One month is held at a
/// time, and the one before it until its late rows are known.
struct Generator {
    private let seed: SplitMix64
    private let isClean: Bool
    private let tree: Tree
    private let volumes: Volumes
    private var callers = Callers()
    private var repeats = RepeatCallers()
    private var truth: Truth
    private var incidents: IncidentExports
    private var registry: Registry
    private var crimes: CrimeExports
    private var smaller: SmallerExports

    init(seed: UInt64, scale: Int, isClean: Bool, tree: Tree) throws {
        self.seed = SplitMix64(seed: seed)
        self.isClean = isClean
        self.tree = tree
        volumes = Volumes(scale: scale, isClean: isClean)
        truth = Truth(seed: seed, scale: scale, isClean: isClean)
        try tree.clear()
        incidents = try IncidentExports(tree: tree)
        registry = Registry(scale: scale, isClean: isClean)
        crimes = try CrimeExports(tree: tree)
        smaller = SmallerExports(seed: self.seed, scale: scale, isClean: isClean)
    }

    mutating func run() throws {
        var waiting: MonthDraft?
        for month in Month.all {
            let (plan, logs, crimes) = plan(month)
            try incidents.write(logs)
            try self.crimes.write(crimes)
            smaller.note(crimes)
            var draft = MonthDraft(plan)
            if var earlier = waiting {
                if !isClean { passLateRows(from: &earlier, to: &draft) }
                _ = try finish(&earlier)
            }
            waiting = draft
        }
        guard var september = waiting else { return }
        let (october, logs, nextCrimes) = plan(Month(2026, 10))
        try incidents.writeNextDay(logs)
        try crimes.write(nextCrimes)
        if !isClean { september.plantFaults(seed) }
        var night = SecondNight(after: &september, october, isClean: isClean, seed: seed)
        let yesterday = try write(&september)
        let accounts = try incidents.close()
        truth.files += accounts.files
        truth.figures.merge(incidents.figures)
        let crimeAccounts = try crimes.close()
        truth.files += crimeAccounts.files
        truth.figures.merge(crimes.figures)
        truth.tableRules = incidents.rules
        truth.tableRules.merge(crimes.rules)
        try smaller.write(tree)
        truth.files += smaller.files
        truth.figures.merge(smaller.figures)
        truth.tableRules.merge(smaller.rules)
        try write(&night, yesterday: yesterday, accounts.nextNight, crimeAccounts.nextNight)
        try tree.write(Array(Benchmarks.text.utf8), to: "loamshire/\(Benchmarks.file)")
        truth.files.append(Benchmarks.truth)
        try tree.write(key(), to: "loamshire/pseudonym.key", mode: 0o600)
        try tree.write(Array((truth.json.written() + "\n").utf8), to: "TRUTH.json")
    }

    /// Midnight after 30 September 2026.
    private var asOf: Int { UKClock.utc(CivilDate(year: 2026, month: 10, day: 1), 0) }

    /// A month's contacts, the logs that they and others opened, and the crimes recorded from these, each naming the
    /// other.
    private mutating func plan(_ month: Month) -> (MonthPlan, IncidentMonth, CrimeMonth) {
        var plan = MonthPlan(month, volumes, &callers, &repeats, seed: seed)
        var logs = IncidentMonth(&plan, volumes, seed: seed)
        if !isClean { logs.plantFaults(seed) }
        var crimes = CrimeMonth(&logs, volumes, &registry, seed: seed)
        if !isClean { crimes.plantFaults(seed) }
        return (plan, logs, crimes)
    }

    private mutating func passLateRows(from earlier: inout MonthDraft, to later: inout MonthDraft) {
        guard let late = LateRows.after(earlier.month) else { return }
        var stream = seed.stream("late \(earlier.month.id)")
        var before = earlier
        let places = late.apply(to: &earlier, into: &later.voiceFile, &stream)
        for call in places { before.calls[call].intent.isCounted = false }
        if before.month == Month(2025, 9) { count(before, in: &truth.released) }
    }

    private mutating func finish(_ draft: inout MonthDraft) throws -> ExportText {
        if !isClean { draft.plantFaults(seed) }
        return try write(&draft)
    }

    private mutating func write(_ draft: inout MonthDraft) throws -> ExportText {
        let voice = try write(&draft.voiceFile, below: "loamshire", &truth.files)
        _ = try write(&draft.digitalFile, below: "loamshire", &truth.files)
        smaller.note(draft.calls + draft.digital)
        count(draft, in: &truth.figures)
        count(draft, in: &truth.figuresOfLongerShort, shortAbandon: 10)
        return voice
    }

    private func count(_ draft: MonthDraft, in figures: inout Figures, shortAbandon: Int = 5) {
        for call in draft.calls + draft.digital {
            countFigures(of: call, in: &figures, asOf: asOf, shortAbandon: shortAbandon)
        }
    }

    private func write(_ draft: inout FileDraft, below folder: String, _ files: inout [FileTruth]) throws -> ExportText
    {
        let text = ExportText(&draft)
        try tree.write(text.bytes, to: "\(folder)/\(draft.truth.file)")
        files.append(draft.truth)
        return text
    }

    private mutating func write(
        _ night: inout SecondNight, yesterday: ExportText, _ incidentFiles: [FileTruth], _ crimeFiles: [FileTruth]
    ) throws {
        var files: [FileTruth] = []
        let good = try write(&night.voiceFile, below: "second-night", &files)
        let digital = try write(&night.digitalFile, below: "second-night", &files)
        var september = night.september.voiceFile
        _ = ExportText(&september)
        var figures = Figures()
        count(night.september, in: &figures)
        truth.secondNight = [
            ("as_of", .text("2026-10-01")), ("files", .list(files.map(\.json))),
            ("september_file", september.truth.json), ("incident_files", .list(incidentFiles.map(\.json))),
            ("crime_files", .list(crimeFiles.map(\.json))),
            ("suspect_files", .list(smaller.nextFiles.map(\.json))),
            ("figures", figures.json(months: [Month(2026, 9)])),
            ("incident_figures", incidents.nextFigures.json(months: [Month(2026, 9)])),
            ("crime_figures", crimes.nextFigures.json(months: [Month(2026, 9)])),
            ("suspect_figures", smaller.nextFigures.json(months: [Month(2026, 9)])),
        ]
        guard !isClean else { return }
        truth.badNights = BadNight.all(good: good, digital: digital, yesterday: yesterday)
        truth.badNights += try BadNight.ofOtherSystems(in: tree)
        for night in truth.badNights { try tree.write(night.bytes, to: "bad-nights/\(night.name)/\(night.file)") }
    }

    /// 32 bytes for the pseudonyms of a force that does not exist.
    private func key() -> [UInt8] {
        var stream = seed.stream("key")
        return (0..<32).map { _ in UInt8(stream.below(256)) }
    }
}
