import Expressions
import Tables

extension Engine {
    /// For every row the rows of the same key whose time lies in the window ending with it, both ends included.
    ///
    /// Rejected rows count for nobody, and have no count themselves. Unknown where the key or the time is.
    func countTrailing(_ count: TypedExpression.TrailingCount, in name: String) async throws -> Column {
        let table = try self.table(name)
        let keys = try await evaluate(.value(count.key), over: name)
        let times = try await evaluate(.value(count.time), over: name)
        let widths = try await evaluate(.value(count.width), over: name)
        var counted = [UInt8](repeating: 1, count: table.rowCount)
        if let condition = count.condition, case .flags(let flags) = try await evaluate(.value(condition), over: name) {
            counted = flags
        }
        for row in counted.indices where table.rejected[row] == 1 { counted[row] = 0 }

        let index = buildRelationIndex(
            target: name, keys: [keys], orders: [times], rowCount: table.rowCount, nameCount: names.count)
        var result = [Int64](repeating: Missing.integer, count: table.rowCount)
        for group in index.orderedEnds.indices {
            let range = Int(index.starts[group])..<Int(index.orderedEnds[group])
            var (begin, end) = (range.lowerBound, range.lowerBound)
            var inside: Int64 = 0
            for place in range {
                let row = Int(index.rows[place])
                let time = index.orders[place]
                let width = widths.integer(at: row)
                if width == Missing.integer { continue }
                while end < range.upperBound, index.orders[end] <= time {
                    inside += counted[Int(index.rows[end])] == 1 ? 1 : 0
                    end += 1
                }
                // Dated settings can widen the window again, so the start may have to go back.
                while begin > range.lowerBound, index.orders[begin - 1] >= time - width {
                    begin -= 1
                    inside += counted[Int(index.rows[begin])] == 1 ? 1 : 0
                }
                while index.orders[begin] < time - width {
                    inside -= counted[Int(index.rows[begin])] == 1 ? 1 : 0
                    begin += 1
                }
                if table.rejected[row] == 0 { result[row] = inside }
            }
        }
        return .integers(result)
    }
}
