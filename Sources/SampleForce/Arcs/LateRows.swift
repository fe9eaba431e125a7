import Tables

/// Arc 12 and its like: records that an export missed come with a later one, and others come again, corrected.
struct LateRows: Sendable {
    let late: Int
    let corrected: Int
    /// Corrected to say that the call was only a test: the nearest that an increment has to a deletion.
    let voided: Int

    /// The months whose next export brings late records.
    static func after(_ month: Month) -> LateRows? {
        switch month {
        case Month(2024, 12): LateRows(late: 4, corrected: 6, voided: 0)
        case Month(2025, 9): LateRows(late: 31, corrected: 8, voided: 4)
        default: nil
        }
    }

    static let nextNight = LateRows(late: 14, corrected: 9, voided: 1)

    /// Moves and corrects records of `earlier`; `later` brings them.
    ///
    /// Returns the contacts, by place, whose records came late.
    func apply(to earlier: inout MonthDraft, into later: inout FileDraft, _ random: inout SplitMix64) -> [Int] {
        var places = earlier.voiceFile.rows.indices.filter { place in
            let row = earlier.voiceFile.rows[place]
            return row.fate == .accepted && earlier.calls.indices.contains(row.call)
                && !earlier.voiceFile.used.contains(row.call)
                && earlier.calls[row.call].isPlain && earlier.calls[row.call].intent.isAnswered
        }
        random.shuffle(&places)
        let missed = places.prefix(late)
        for place in missed { later.rows.append(foreign(earlier.voiceFile.rows[place])) }
        for (rank, place) in places.dropFirst(late).prefix(corrected + voided).enumerated() {
            let call = earlier.voiceFile.rows[place].call
            correct(&earlier.calls[call], isVoided: rank >= corrected)
            earlier.voiceFile.rows[place].fate = .superseded
            later.rows.append(foreign(FileDraft.row(earlier.calls[call], 0, call, later.layout)))
        }
        let calls = missed.map { earlier.voiceFile.rows[$0].call }
        let gone = Set(missed)
        earlier.voiceFile.rows = earlier.voiceFile.rows.indices.filter { !gone.contains($0) }
            .map { earlier.voiceFile.rows[$0] }
        later.sort()
        later.truth.planted += [
            planted("late record of the month before", late),
            planted("corrected record of the month before", corrected),
            planted("record of the month before voided as a test", voided),
        ].filter { $0.count > 0 }
        return calls
    }

    private func planted(_ name: String, _ count: Int) -> FileTruth.Planted {
        FileTruth.Planted(fault: name, rule: nil, code: nil, column: nil, fate: "accepted", count: count)
    }

    /// A row of another month: no fault may be planted on it.
    private func foreign(_ row: Row) -> Row {
        Row(cells: row.cells, time: row.time, call: -1, leg: 0)
    }

    private func correct(_ call: inout Call, isVoided: Bool) {
        guard isVoided else {
            call.legs[0].wrap = (call.legs[0].wrap ?? 0) + 37
            return
        }
        call.intent.isTest = true
        call.legs[0].disposition = .test
        call.legs[0].answered = nil
        call.legs[0].answeredBy = nil
    }
}

extension LateRows {
    static let arc = Arc(
        number: 12, name: "a released figure moves", first: CivilDate(year: 2025, month: 9, day: 1),
        last: CivilDate(year: 2025, month: 9, day: 30),
        what: "September 2025 as released on 9 October moves when October's export brings 31 late records, 8 corrected "
            + "ones and 4 voided as tests; released_2025-09 has the figures before",
        expected: [("late_rows", .number(31)), ("corrected_rows", .number(8)), ("voided_rows", .number(4))])
}
