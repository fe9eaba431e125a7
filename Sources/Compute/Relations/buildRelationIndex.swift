import Tables

/// Sorts the rows of a table by key and order, once for every relation that needs them so.
///
/// Linear in rows but for the sort within a group. Rows with a missing key are in no group.
func buildRelationIndex(_ groups: RelationGroups, orders: [Column], rowCount: Int) -> RelationIndex {
    // Where each group begins stands one further while its rows are put in their places.
    var starts = [Int32](repeating: 0, count: groups.count + 2)
    for row in 0..<rowCount {
        let group = groups.group(ofRow: row)
        if group >= 0 { starts[Int(group) + 2] += 1 }
    }
    for group in 0..<groups.count { starts[group + 2] += starts[group + 1] }
    var rows = [Int32](repeating: 0, count: Int(starts[groups.count + 1]))
    for row in 0..<rowCount {
        let group = Int(groups.group(ofRow: row))
        guard group >= 0 else { continue }
        rows[Int(starts[group + 1])] = Int32(row)
        starts[group + 1] += 1
    }
    starts.removeLast()
    guard let firstOrder = orders.first else {
        return RelationIndex(starts: starts, unordered: [:], rows: rows, orders: .flags([]))
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
    var unorderedCounts: [Int32: Int32] = [:]
    for group in 0..<groups.count {
        let range = Int(starts[group])..<Int(starts[group + 1])
        if isSorted(range) { continue }
        var ordered = rows[range].filter(isOrdered)
        let unordered = rows[range].filter { !isOrdered($0) }
        ordered.sort(by: comesBefore)
        if !unordered.isEmpty { unorderedCounts[Int32(group)] = Int32(unordered.count) }
        rows.replaceSubrange(range, with: ordered + unordered)
    }
    return RelationIndex(starts: starts, unordered: unorderedCounts, rows: rows, orders: firstOrder.gathered(rows))
}
