import Expressions
import Tables

/// The related rows that a fold goes through.
struct FoldedRows {
    let groups: RelationGroups
    let target: EngineTable
    /// Whether each row satisfies the condition; empty without one.
    let accepted: [Bool]
    /// What says which row comes first; a row without a value in one of them never does.
    let orders: [Column]
    let areAllCertain: Bool

    init(_ groups: RelationGroups, _ target: EngineTable, accepted: [Bool], orders: [Column]) {
        self.groups = groups
        self.target = target
        self.accepted = accepted
        self.orders = orders
        areAllCertain = target.rejected.allSatisfy { $0 == 0 } && !target.isDoubtful.contains(true)
    }

    /// By group: how many rows it has, or the first or last of them and -1 for none.
    func folded(_ kind: RelatedFold.Key.Kind, withUncertain: Bool) -> [Int32] {
        let seesAll = withUncertain || areAllCertain
        return switch kind {
        case .count: counts(seesAll)
        case .first: foremost(seesAll, isLast: false)
        case .last: foremost(seesAll, isLast: true)
        }
    }

    private func counts(_ seesAll: Bool) -> [Int32] {
        var counts = [Int32](repeating: 0, count: groups.count)
        for row in 0..<target.rowCount {
            if let group = group(of: row, seesAll) { counts[group] += 1 }
        }
        return counts
    }

    private func foremost(_ seesAll: Bool, isLast: Bool) -> [Int32] {
        var rows = [Int32](repeating: -1, count: groups.count)
        guard let order = orders.first else {
            for row in 0..<target.rowCount {
                if let group = group(of: row, seesAll), isLast || rows[group] < 0 { rows[group] = Int32(row) }
            }
            return rows
        }
        var ranks = [Int64](repeating: 0, count: groups.count)
        let isRankedOnce = orders.count == 1
        for stretch in (0..<target.rowCount).batches {
            let values = order.vector(stretch).widened
            for row in stretch {
                let rank = values[row - stretch.lowerBound]
                guard let group = group(of: row, seesAll), rank != Missing.integer else { continue }
                if !isRankedOnce, orders.contains(where: { $0.integer(at: row) == Missing.integer }) { continue }
                if rows[group] >= 0 {
                    let isBefore = rank != ranks[group] ? rank < ranks[group] : isBefore(row, Int(rows[group]))
                    if isBefore == isLast { continue }
                }
                rows[group] = Int32(row)
                ranks[group] = rank
            }
        }
        return rows
    }

    /// Whether a row comes before an earlier one that has the same first rank; of equals the earlier one does.
    private func isBefore(_ row: Int, _ earlier: Int) -> Bool {
        for order in orders.dropFirst() {
            let (rank, other) = (order.integer(at: row), order.integer(at: earlier))
            if rank != other { return rank < other }
        }
        return false
    }

    /// The group that a row counts in.
    @inline(__always)
    private func group(of row: Int, _ seesAll: Bool) -> Int? {
        guard accepted.isEmpty || accepted[row], seesAll || target.isCertain(Int32(row)) else { return nil }
        let group = groups.group(ofRow: row)
        return group < 0 ? nil : Int(group)
    }
}
