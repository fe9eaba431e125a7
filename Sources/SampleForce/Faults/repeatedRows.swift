/// Records that come twice in one export: five equal ones, and two pairs that contradict each other.
func plantRepeatedRows(in draft: inout FileDraft, _ calls: inout [Call], _ random: inout SplitMix64) {
    var places = draft.rows.indices.filter { place in
        let row = draft.rows[place]
        return row.fate == .accepted && calls.indices.contains(row.call) && !draft.used.contains(row.call)
            && calls[row.call].isPlain
            && calls[row.call].intent.isAnswered
    }
    random.shuffle(&places)
    for place in places.prefix(5) {
        var copy = draft.rows[place]
        draft.used.insert(copy.call)
        copy.fate = .duplicate
        draft.rows.append(copy)
    }
    for place in places.dropFirst(5).prefix(2) {
        draft.used.insert(draft.rows[place].call)
        draft.rows[place].fate = .rejected
        var other = draft.rows[place]
        other[.wrap] = "00:09:59"
        calls[other.call].intent.isCounted = false
        draft.rows.append(other)
    }
    draft.sort()
    draft.truth.planted += [
        FileTruth.Planted(
            fault: "record repeated exactly", rule: nil, code: nil, column: nil, fate: "duplicate", count: 5),
        FileTruth.Planted(
            fault: "two records of one key that contradict each other", rule: "DQ04", code: nil, column: nil,
            fate: "rejected", count: 4),
    ]
}
