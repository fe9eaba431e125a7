import Expressions
import Tables

extension Engine {
    /// For every row the rows of the same key whose time lies in the window ending with it, both ends included.
    ///
    /// Rejected rows count for rejected ones only, as in every relation. Unknown where the key or the time is.
    func countTrailing(_ count: TypedExpression.TrailingCount, in name: String) async throws -> Column {
        let table = try self.table(name)
        let keys = try await evaluate(.value(count.key), over: name)
        let times = try await evaluate(.value(count.time), over: name)
        let widths = try await evaluate(.value(count.width), over: name)
        var counted = [UInt8](repeating: 1, count: table.rowCount)
        if let condition = count.condition, case .flags(let flags) = try await evaluate(.value(condition), over: name) {
            counted = flags
        }

        let index = buildRelationIndex(
            target: name, keys: [keys], orders: [times], rowCount: table.rowCount)
        var result = [Int64](repeating: Missing.integer, count: table.rowCount)
        for group in index.orderedEnds.indices {
            let range = Int(index.starts[group])..<Int(index.orderedEnds[group])
            var (begin, end) = (range.lowerBound, range.lowerBound)
            var inside: (accepted: Int64, all: Int64) = (0, 0)
            func count(_ place: Int, _ step: Int64) {
                let row = Int(index.rows[place])
                guard counted[row] == 1 else { return }
                inside.all += step
                if table.rejected[row] == 0 { inside.accepted += step }
            }
            for place in range {
                let row = Int(index.rows[place])
                let time = index.orders.integer(at: place)
                let width = widths.integer(at: row)
                if width == Missing.integer { continue }
                while end < range.upperBound, index.orders.integer(at: end) <= time {
                    count(end, 1)
                    end += 1
                }
                // Dated settings can widen the window again, so the start may have to go back.
                while begin > range.lowerBound, index.orders.integer(at: begin - 1) >= time - width {
                    begin -= 1
                    count(begin, 1)
                }
                while index.orders.integer(at: begin) < time - width {
                    count(begin, -1)
                    begin += 1
                }
                result[row] = table.rejected[row] == 0 ? inside.accepted : inside.all
            }
        }
        return .integers(result)
    }
}
