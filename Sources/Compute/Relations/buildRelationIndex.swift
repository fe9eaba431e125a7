import Expressions
import Tables

/// Sorts the rows of a table by key and order, once for every relation that needs them so.
///
/// Linear in rows but for the sort within a group. Rows with a missing key are in no group.
func buildRelationIndex(target: String, keys: [Column], orders: [Column], rowCount: Int) -> RelationIndex {
    var numbering = KeyNumbering(levels: keys.count - 1)
    let groupOfRow = numbering.number(keys, rowCount: rowCount)
    let groupCount = Int(numbering.count)

    var starts = [Int32](repeating: 0, count: groupCount + 1)
    for group in groupOfRow where group >= 0 { starts[Int(group) + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[groupCount]))
    for row in 0..<rowCount where groupOfRow[row] >= 0 {
        let group = Int(groupOfRow[row])
        rows[Int(next[group])] = Int32(row)
        next[group] += 1
    }
    guard let firstOrder = orders.first else {
        return RelationIndex(
            target: target, first: numbering.first, firstByCode: numbering.firstByCode, further: numbering.further,
            starts: starts, orderedEnds: Array(starts.dropFirst()), rows: rows, orders: .flags([]))
    }
    let ranks = orders.map { order in (0..<rowCount).map { order.integer(at: $0) } }
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
    var orderedEnds = [Int32](repeating: 0, count: groupCount)
    for group in 0..<groupCount {
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
    return RelationIndex(
        target: target, first: numbering.first, firstByCode: numbering.firstByCode, further: numbering.further,
        starts: starts, orderedEnds: orderedEnds, rows: rows, orders: firstOrder.gathered(rows))
}

/// Numbers the distinct keys of a table in order of first use.
private struct KeyNumbering {
    var first: [Int64: Int32] = [:]
    var firstByCode: CodeGroups?
    var further: [[RelationIndex.Pair: Int32]]
    var count: Int32 = 0

    init(levels: Int) {
        further = Array(repeating: [:], count: levels)
    }

    mutating func number(_ keys: [Column], rowCount: Int) -> [Int32] {
        var groups = numberFirst(keys[0], rowCount: rowCount)
        for (level, key) in keys.dropFirst().enumerated() {
            // Numbers of a shorter key mean nothing to a longer one, so each level starts again.
            count = 0
            for row in 0..<rowCount where groups[row] >= 0 {
                let value = key.integer(at: row)
                if value == Missing.integer {
                    groups[row] = RelationIndex.noGroup
                    continue
                }
                let pair = RelationIndex.Pair(group: groups[row], value: value)
                if let known = further[level][pair] {
                    groups[row] = known
                } else {
                    further[level][pair] = count
                    groups[row] = count
                    count += 1
                }
            }
        }
        return groups
    }

    private mutating func numberFirst(_ key: Column, rowCount: Int) -> [Int32] {
        var groups = [Int32](repeating: RelationIndex.noGroup, count: rowCount)
        if case .codes(let codes) = key.unpacked {
            var byCode = CodeGroups(codes)
            for row in 0..<rowCount where codes[row] != Missing.code {
                groups[row] = byCode.group(of: codes[row], orElse: count)
                if groups[row] == count { count += 1 }
            }
            firstByCode = byCode
            return groups
        }
        for row in 0..<rowCount {
            let value = key.integer(at: row)
            if value == Missing.integer { continue }
            if let known = first[value] {
                groups[row] = known
            } else {
                first[value] = count
                groups[row] = count
                count += 1
            }
        }
        return groups
    }
}
