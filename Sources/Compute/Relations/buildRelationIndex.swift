import Tables

/// Sorts the rows of a table by key and order, once for every relation that needs them so.
///
/// Linear in rows but for the sort within a group. Rows with a missing key are in no group.
func buildRelationIndex(_ groups: RelationGroups, orders: [Column], rowCount: Int) -> RelationIndex {
    var starts = [Int32](repeating: 0, count: groups.count + 1)
    for row in 0..<rowCount {
        let group = groups.group(ofRow: row)
        if group >= 0 { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<groups.count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[groups.count]))
    for row in 0..<rowCount {
        let group = Int(groups.group(ofRow: row))
        guard group >= 0 else { continue }
        rows[Int(next[group])] = Int32(row)
        next[group] += 1
    }
    guard let firstOrder = orders.first else {
        return RelationIndex(
            starts: starts, orderedEnds: Array(starts.dropFirst()), rows: rows, orders: .flags([]))
    }
    let ranks = orders.map { Ranks(of: $0) }
    func isOrdered(_ row: Int32) -> Bool {
        for rank in ranks where rank[Int(row)] == Missing.integer { return false }
        return true
    }
    func comesBefore(_ left: Int32, _ right: Int32) -> Bool {
        for rank in ranks {
            let (a, b) = (rank[Int(left)], rank[Int(right)])
            if a != b { return a < b }
        }
        return left < right
    }
    /// Exports are in order as a rule; then nothing is moved.
    func isSorted(_ range: Range<Int>) -> Bool {
        for place in range {
            if !isOrdered(rows[place]) { return false }
            if place > range.lowerBound, !comesBefore(rows[place - 1], rows[place]) { return false }
        }
        return true
    }
    var orderedEnds = [Int32](repeating: 0, count: groups.count)
    for group in 0..<groups.count {
        let range = Int(starts[group])..<Int(starts[group + 1])
        if isSorted(range) {
            orderedEnds[group] = starts[group + 1]
            continue
        }
        var ordered = rows[range].filter(isOrdered)
        let unordered = rows[range].filter { !isOrdered($0) }
        ordered.sort(by: comesBefore)
        orderedEnds[group] = starts[group] + Int32(ordered.count)
        rows.replaceSubrange(range, with: ordered + unordered)
    }
    return RelationIndex(starts: starts, orderedEnds: orderedEnds, rows: rows, orders: firstOrder.gathered(rows))
}

/// What rows are ordered by; the column's own values where they can be read one by one.
private enum Ranks {
    case seconds([Int32])
    case integers([Int64])

    init(of column: Column) {
        switch column {
        case .seconds(let values): self = .seconds(values)
        case .integers(let values): self = .integers(values)
        case .flags, .codes, .labels, .small: self = .integers((0..<column.count).map { column.integer(at: $0) })
        }
    }

    subscript(row: Int) -> Int64 {
        switch self {
        case .seconds(let values): values[row] == Missing.seconds ? Missing.integer : Int64(values[row])
        case .integers(let values): values[row]
        }
    }
}
