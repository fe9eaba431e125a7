import Tables

/// From a seed to a tree of exports and the truth about them: plan, calls, legs, rows, files.
struct Generator {
    let seed: UInt64
    let scale: Int
    let isClean: Bool
    let tree: Tree

    func run() throws {
        let random = SplitMix64(seed: seed)
        var callers = Callers()
        var repeats = RepeatCallers()
        let volumes = Volumes(scale: scale, isClean: isClean)
        var drafts = Month.all.map {
            MonthDraft(MonthPlan($0, volumes, &callers, &repeats, seed: random))
        }
        var truth = Truth(seed: seed, scale: scale, isClean: isClean)
        if !isClean { plantFaults(in: &drafts, &truth, random) }
        let october = MonthPlan(Month(2026, 10), volumes, &callers, &repeats, seed: random)
        var night = SecondNight(after: &drafts[drafts.count - 1], october, isClean: isClean, seed: random)

        try tree.clear()
        var yesterday: ExportText?
        for place in drafts.indices {
            yesterday = try write(&drafts[place].voiceFile, below: "loamshire", &truth.files)
            _ = try write(&drafts[place].digitalFile, below: "loamshire", &truth.files)
            count(drafts[place], in: &truth.figures)
            count(drafts[place], in: &truth.figuresOfLongerShort, shortAbandon: 10)
        }
        try write(&night, yesterday: yesterday, &truth)
        try tree.write(key(random), to: "loamshire/pseudonym.key", mode: 0o600)
        try tree.write(Array((truth.json.written() + "\n").utf8), to: "TRUTH.json")
    }

    /// Midnight after 30 September 2026.
    private var asOf: Int { UKClock.utc(CivilDate(year: 2026, month: 10, day: 1), 0) }

    private func plantFaults(in drafts: inout [MonthDraft], _ truth: inout Truth, _ random: SplitMix64) {
        for place in drafts.indices.dropLast() {
            guard let late = LateRows.after(drafts[place].month) else { continue }
            var stream = random.stream("late \(drafts[place].month.id)")
            var before = drafts[place]
            var later = drafts[place + 1].voiceFile
            let places = late.apply(to: &drafts[place], into: &later, &stream)
            drafts[place + 1].voiceFile = later
            for call in places { before.calls[call].intent.isCounted = false }
            if before.month == Month(2025, 9) { count(before, in: &truth.released) }
        }
        for place in drafts.indices { drafts[place].plantFaults(random) }
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

    private func write(_ night: inout SecondNight, yesterday: ExportText?, _ truth: inout Truth) throws {
        var files: [FileTruth] = []
        let good = try write(&night.voiceFile, below: "second-night", &files)
        let digital = try write(&night.digitalFile, below: "second-night", &files)
        var september = night.september.voiceFile
        _ = ExportText(&september)
        var figures = Figures()
        count(night.september, in: &figures)
        truth.secondNight = [
            ("as_of", .text("2026-10-01")), ("files", .list(files.map(\.json))),
            ("september_file", september.truth.json),
            ("figures", figures.json(months: [Month(2026, 9)])),
        ]
        guard !isClean, let yesterday else { return }
        truth.badNights = BadNight.all(good: good, digital: digital, yesterday: yesterday)
        for night in truth.badNights { try tree.write(night.bytes, to: "bad-nights/\(night.name)/\(night.file)") }
    }

    /// 32 bytes for the pseudonyms of a force that does not exist.
    private func key(_ random: SplitMix64) -> [UInt8] {
        var stream = random.stream("key")
        return (0..<32).map { _ in UInt8(stream.below(256)) }
    }
}
