/// One kind of planted fault: where, how often, on which calls, what it does, and what must come of it.
struct Fault: Sendable {
    let name: String
    let month: Month
    let count: Int
    var rule: String?
    var code: String?
    /// The canonical column that shows it.
    var column: String?
    var fate = Row.Fate.accepted
    let suits: @Sendable (Call) -> Bool
    /// Spoils the record and, where that matters to figures, the intent.
    let plant: @Sendable (inout Row, inout Call) -> Void

    /// Plants it on calls that nothing else has touched.
    func plant(in draft: inout FileDraft, _ calls: inout [Call], _ random: inout SplitMix64) {
        var places = draft.rows.indices.filter { place in
            let row = draft.rows[place]
            return row.fate == .accepted && !draft.used.contains(row.call)
                && calls.indices.contains(row.call) && calls[row.call].isPlain && suits(calls[row.call])
        }
        random.shuffle(&places)
        let chosen = places.prefix(count)
        for place in chosen {
            let call = draft.rows[place].call
            draft.used.insert(call)
            plant(&draft.rows[place], &calls[call])
            draft.rows[place].fate = fate
            if fate == .rejected { calls[call].intent.isCounted = false }
        }
        draft.truth.planted.append(
            FileTruth.Planted(
                fault: name, rule: rule, code: code, column: column, fate: fate.name, count: chosen.count))
        let torn = chosen.filter { draft.rows[$0].records == 2 }.count
        if torn > 0 {
            draft.truth.planted.append(
                FileTruth.Planted(
                    fault: "second half of a torn record", rule: nil, code: "R01", column: nil, fate: fate.name,
                    count: torn))
        }
    }

    @Sendable static func isEmergencyAnswered(_ call: Call) -> Bool {
        call.intent.channel == .emergency && call.intent.isAnswered
    }

    @Sendable static func isAnswered(_ call: Call) -> Bool {
        call.intent.isAnswered
    }

    @Sendable static func isAbandoned(_ call: Call) -> Bool {
        (call.intent.abandonedAfter ?? 0) > 20
    }

    @Sendable static func isAny(_ call: Call) -> Bool {
        true
    }

    static let all: [Fault] = textFaults + cellFaults + idFaults + timeFaults + orderFaults + categoryFaults
}

extension Row.Fate {
    /// As the ledger calls it.
    var name: String {
        switch self {
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .superseded: "superseded"
        case .removed: "removed"
        case .duplicate: "duplicate"
        case .afterAsOf: "after_as_of"
        }
    }
}
