extension Fault {
    /// Labels that the mapping does not know.
    static let categoryFaults: [Fault] = [
        Fault(
            name: "disposition ANS-DR, not in the map and the only sign that it was answered", month: Month(2025, 5),
            count: 3, rule: "DQ06", code: "V06", column: "disposition", suits: isAnswered
        ) { row, call in
            row[.disposition] = "ANS-DR"
            call.intent.ending = .unknown
            call.legs[0].answered = nil
            call.intent.wait = nil
            call.intent.networkWait = nil
            call.intent.handlerWait = nil
        },
        Fault(
            name: "disposition Answered (DR), not in the map, with a time of answer", month: Month(2026, 4), count: 4,
            rule: "DQ06", code: "V06", column: "disposition", suits: isEmergencyAnswered
        ) { row, _ in row[.disposition] = "Answered (DR)" },
    ]

    /// Triage outcomes that the mapping does not know: planted on segments of the triage desk, which are never plain.
    static func plantOutcomes(in draft: inout FileDraft, _ calls: inout [Call]) {
        var count = 0
        for place in draft.rows.indices where count < 5 && draft.rows[place].call.isMultiple(of: 7) {
            let row = draft.rows[place]
            guard calls.indices.contains(row.call), row.fate == .accepted, calls[row.call].legs[row.leg].triage != nil
            else { continue }
            draft.rows[place][.outcome] = "Passed to NPT"
            calls[row.call].legs[row.leg].triage = nil
            count += 1
        }
        draft.truth.planted.append(
            FileTruth.Planted(
                fault: "triage outcome Passed to NPT, not in the map", rule: "DQ06", code: "V06",
                column: "triage_outcome", fate: "accepted", count: count))
    }
}
