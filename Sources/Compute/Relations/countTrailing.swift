import Definitions
import Expressions
import Tables

extension Engine {
    /// For every row the rows of the same key whose time lies in the window ending with it, both ends included.
    ///
    /// Rejected rows count for rejected ones only, as in every relation. Unknown where the key or the time is.
    func countTrailing(_ count: TypedExpression.TrailingCount, in name: String) async throws -> Column {
        let table = try self.table(name)
        let keys = try await evaluate(held(count.key), over: name)
        let times = try await evaluate(held(count.time), over: name)
        let width = try await self.width(count.width, over: name)
        var counted: [UInt8] = []
        if let condition = count.condition, case .flags(let flags) = try await evaluate(.value(condition), over: name) {
            counted = flags
        }
        let window = TrailingWindow(
            times: times, width: width, counted: counted,
            rejected: table.rejected.contains { $0 != 0 } ? table.rejected : [])
        let sorted = sortByKey(keys)
        let parts = sorted.parts(input.jobs)
        let counts = try await concurrently(parts.count, jobs: input.jobs) { part in
            var rows = Array(sorted.rows[parts[part].rows])
            return (counts: window.counts(&rows, of: sorted.lengths[parts[part].groups]), rows: rows)
        }
        let greatest = counts.map { $0.counts.max() ?? 0 }.max() ?? 0
        guard greatest <= Int32(Int16.max) else {
            var result = [Int64](repeating: Missing.integer, count: table.rowCount)
            for part in counts {
                for place in part.rows.indices where part.counts[place] >= 0 {
                    result[Int(part.rows[place])] = Int64(part.counts[place])
                }
            }
            return .integers(result)
        }
        var result = [Int16](repeating: Missing.small, count: table.rowCount)
        for part in counts {
            for place in part.rows.indices where part.counts[place] >= 0 {
                result[Int(part.rows[place])] = Int16(part.counts[place])
            }
        }
        return .small(result)
    }

    /// A column that may be held already is not worked out anew.
    private func held(_ expression: TypedExpression) -> WholeColumn {
        if case .column(let name, of: .own) = expression.node { .column(name) } else { .value(expression) }
    }

    /// How far a window reaches: a constant unless the setting has changed in the course of the data.
    private func width(_ width: TypedExpression, over table: String) async throws -> TrailingWindow.Width {
        switch width.node {
        case .integer(let value): return .constant(value)
        case .setting(let name):
            if let values = settings[name]?.values, values.count == 1 { return .constant(values[0].value) }
        default: break
        }
        return .ofRow(try await evaluate(.value(width), over: table))
    }
}

/// Counts the rows of one key within the time before each.
struct TrailingWindow: Sendable {
    enum Width: Sendable {
        case constant(Int64)
        case ofRow(Column)
    }

    let times: Column
    let width: Width
    /// Whether each row is counted; empty when all are.
    let counted: [UInt8]
    /// Whether each row is a rejected record; empty when none is.
    let rejected: [UInt8]

    /// The count of each row of some keys, whose rows stand one key after the other; below zero for none. The rows of
    /// each key come back in the order of their times.
    func counts(_ rows: inout [Int32], of lengths: ArraySlice<Int32>) -> [Int32] {
        var counts = [Int32](repeating: -1, count: rows.count)
        var instants = [Int64](repeating: 0, count: rows.count)
        for place in rows.indices { instants[place] = times.integer(at: Int(rows[place])) }
        var start = 0
        for length in lengths {
            let group = start..<start + Int(length)
            start = group.upperBound
            if !ascend(instants, group) { sort(&rows, &instants, group) }
            // A missing time is the least there is.
            var first = group.lowerBound
            while first < group.upperBound, instants[first] == Missing.integer { first += 1 }
            count(rows, instants, first..<group.upperBound, into: &counts)
        }
        return counts
    }

    private func count(_ rows: [Int32], _ instants: [Int64], _ group: Range<Int>, into counts: inout [Int32]) {
        var (begin, end) = (group.lowerBound, group.lowerBound)
        var accepted: Int32 = 0
        var all: Int32 = 0
        func add(_ place: Int, _ step: Int32) {
            let row = Int(rows[place])
            guard counted.isEmpty || counted[row] == 1 else { return }
            all += step
            if rejected.isEmpty || rejected[row] == 0 { accepted += step }
        }
        for place in group {
            let row = Int(rows[place])
            let width: Int64
            switch self.width {
            case .constant(let value): width = value
            case .ofRow(let column): width = column.integer(at: row)
            }
            if width == Missing.integer { continue }
            let time = instants[place]
            while end < group.upperBound, instants[end] <= time {
                add(end, 1)
                end += 1
            }
            // Dated settings can widen the window again, so the start may have to go back.
            while begin > group.lowerBound, instants[begin - 1] >= time - width {
                begin -= 1
                add(begin, 1)
            }
            while instants[begin] < time - width {
                add(begin, -1)
                begin += 1
            }
            counts[place] = rejected.isEmpty || rejected[row] == 0 ? accepted : all
        }
    }

    private func ascend(_ instants: [Int64], _ group: Range<Int>) -> Bool {
        for place in group.dropFirst() where instants[place - 1] > instants[place] { return false }
        return true
    }

    /// Exports are in the order of time as a rule; then this is not needed.
    private func sort(_ rows: inout [Int32], _ instants: inout [Int64], _ group: Range<Int>) {
        let pairs = group.map { (instant: instants[$0], row: rows[$0]) }.sorted {
            $0.instant != $1.instant ? $0.instant < $1.instant : $0.row < $1.row
        }
        for (place, pair) in zip(group, pairs) { (instants[place], rows[place]) = pair }
    }
}
