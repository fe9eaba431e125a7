import Expressions
import Tables

/// The related rows that a fold goes through.
struct FoldedRows: Sendable {
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

    /// By group: how many rows it has, or the first or last of them and -1 for none. Stretches of rows are gone through by
    /// child tasks, few, because each keeps a number for every group.
    func folded(_ kind: RelatedFold.Key.Kind, withUncertain: Bool, jobs: Int) async throws -> GroupNumbers {
        let seesAll = withUncertain || areAllCertain
        let stretches = (0..<target.rowCount).parts(min(jobs, 4))
        if kind == .count {
            var parts = try await concurrently(stretches.count, jobs: jobs) { counts(stretches[$0], seesAll) }
            // Taken out, so that it is not copied before others are added.
            guard var all = parts.popLast() else { return GroupNumbers(groups: groups.count) }
            for part in parts { all.add(part) }
            return all
        }
        var isLast = false
        if case .last = kind { isLast = true }
        var parts = try await concurrently(stretches.count, jobs: jobs) { [isLast] part in
            foremost(stretches[part], seesAll, isLast: isLast)
        }
        guard !parts.isEmpty else { return GroupNumbers(Array(repeating: -1, count: groups.count)) }
        var all = parts.removeFirst()
        for part in parts { merge(part, into: &all, isLast: isLast) }
        return GroupNumbers(all)
    }

    private func counts(_ stretch: Range<Int>, _ seesAll: Bool) -> GroupNumbers {
        var counts = GroupNumbers(groups: groups.count)
        for batch in stretch.batches {
            counts.count(batch.map { group(of: $0, seesAll).map { Int32($0) } ?? -1 }, nil)
        }
        return counts
    }

    private func foremost(_ stretch: Range<Int>, _ seesAll: Bool, isLast: Bool) -> [Int32] {
        var rows = [Int32](repeating: -1, count: groups.count)
        guard let order = orders.first else {
            for row in stretch {
                if let group = group(of: row, seesAll), isLast || rows[group] < 0 { rows[group] = Int32(row) }
            }
            return rows
        }
        // Each loop reads values of one width, so that nothing is held on to for a row.
        switch Ranks(of: order) {
        case .seconds(let ranks):
            choose(&rows, stretch, seesAll, isLast: isLast) { row in
                ranks[row] == Missing.seconds ? Missing.integer : Int64(ranks[row])
            }
        case .integers(let ranks): choose(&rows, stretch, seesAll, isLast: isLast) { ranks[$0] }
        }
        return rows
    }

    @inline(__always)
    private func choose(
        _ rows: inout [Int32], _ stretch: Range<Int>, _ seesAll: Bool, isLast: Bool, _ rank: (Int) -> Int64
    ) {
        let isRankedOnce = orders.count == 1
        for row in stretch {
            let own = rank(row)
            guard let group = group(of: row, seesAll), own != Missing.integer else { continue }
            if !isRankedOnce, orders.contains(where: { $0.integer(at: row) == Missing.integer }) { continue }
            if rows[group] >= 0 {
                let earlier = Int(rows[group])
                let other = rank(earlier)
                let isBefore = own != other ? own < other : isBefore(row, earlier)
                if isBefore == isLast { continue }
            }
            rows[group] = Int32(row)
        }
    }

    /// Takes the rows of a later stretch that come before those of earlier ones, or after them.
    private func merge(_ later: [Int32], into rows: inout [Int32], isLast: Bool) {
        for group in rows.indices where later[group] >= 0 {
            if rows[group] < 0 || isBefore(Int(later[group]), Int(rows[group])) != isLast { rows[group] = later[group] }
        }
    }

    /// Whether a row comes before an earlier one; of equals the earlier one does.
    private func isBefore(_ row: Int, _ earlier: Int) -> Bool {
        for order in orders {
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
