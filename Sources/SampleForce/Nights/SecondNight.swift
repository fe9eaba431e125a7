import Tables

/// The drop of the night after: 1 October 2026, with late and corrected records of September.
struct SecondNight {
    var voiceFile: FileDraft
    var digitalFile: FileDraft
    /// September as it stands after this night.
    let september: MonthDraft
    /// The calls of the first minutes of October that September's export already has.
    private static let early = 6

    /// Takes the late calls out of `september`, where they are not yet known.
    init(after september: inout MonthDraft, _ october: MonthPlan, isClean: Bool, seed: SplitMix64) {
        var random = seed.stream("second night")
        let day = october.month.first
        let evening = UKClock.utc(day, 68_400)
        voiceFile = FileDraft(
            .acd, date: "20261001", isPacked: false, calls: october.calls.filter { $0.started < evening })
        digitalFile = FileDraft(
            .digital, date: "20261001", isPacked: false, calls: october.digital.filter { $0.started < evening })
        for place in voiceFile.rows.indices { voiceFile.rows[place].fate = .accepted }
        var after = september
        if !isClean {
            let midnight = SecondNight.afterMidnight(day, &random)
            for call in midnight {
                var row = SecondNight.row(call)
                row.fate = .afterAsOf
                september.voiceFile.rows.append(row)
                row.fate = .superseded
                after.voiceFile.rows.append(row)
                var finished = call
                finished.legs[0].wrap = (call.legs[0].wrap ?? 0) + 5
                voiceFile.rows.append(SecondNight.row(finished))
            }
            september.voiceFile.truth.planted.append(
                FileTruth.Planted(
                    fault: "offered after the as-of", rule: nil, code: nil, column: nil, fate: "after_as_of",
                    count: midnight.count))
            let late = LateRows.nextNight.apply(to: &after, into: &voiceFile, &random)
            for place in late { september.calls[place].intent.isCounted = false }
            let missed = Set(late)
            september.voiceFile.rows.removeAll { missed.contains($0.call) }
        }
        voiceFile.sort()
        self.september = after
    }

    private static func afterMidnight(_ day: CivilDate, _ random: inout SplitMix64) -> [Call] {
        let requests = (0..<early).map {
            EmergencyRequest(time: UKClock.utc(day, 40 + $0 * 45), isPlanted: true)
        }
        var callers = Callers()
        var calls = EmergencyPlan.calls(requests, in: Month(2026, 10), &callers, &random)
        for place in calls.indices {
            calls[place].legs[0].id = "0126109\(padded(place + 1, 5))"
            calls[place].legs[0].opensLog = false
        }
        return calls
    }

    private static func row(_ call: Call) -> Row {
        Row(cells: Layout.acd.render(call.legs[0], call), time: call.started, call: -1, leg: 0)
    }
}
