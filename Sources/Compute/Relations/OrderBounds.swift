import Definitions
import Expressions
import Tables

/// A comparison of a relation's order column with a value of the own row.
struct OrderBound {
    let comparison: TypedExpression.Comparison
    let value: TypedExpression
}

/// The condition of related rows, parted into bounds on the order and the rest.
func splitCondition(
    _ related: TypedExpression.RelatedRows, in batch: Batch
) -> (bounds: [OrderBound], rest: [TypedExpression]) {
    guard let condition = related.condition else { return ([], []) }
    let relation = batch.table.definition?.relations.first { $0.name == related.relation }
    // `any` and `count` also see rows of which a later order column is missing; those stand apart, where no bisection
    // finds them.
    let seesUnordered = related.aggregate == .any || related.aggregate == .count
    let order = seesUnordered && (relation?.order.count ?? 0) > 1 ? nil : relation?.order.first
    var bounds: [OrderBound] = []
    var rest: [TypedExpression] = []
    for term in condition.conjuncts {
        if let order, let bound = orderBound(term, order: order) { bounds.append(bound) } else { rest.append(term) }
    }
    return (bounds, rest)
}

private func orderBound(_ term: TypedExpression, order: String) -> OrderBound? {
    // Texts are coded in order of first use, so only numbers can be sought by bisection.
    guard case .compare(let comparison, let left, let right) = term.node, comparison != .notEqual,
        !left.type.isText, !right.type.isText
    else { return nil }
    if left.node == .column(order, of: .related), !right.readsRelatedRow {
        return OrderBound(comparison: comparison, value: right)
    }
    if right.node == .column(order, of: .related), !left.readsRelatedRow {
        return OrderBound(comparison: comparison.mirrored, value: left)
    }
    return nil
}

extension TypedExpression.Comparison {
    /// The comparison with its sides exchanged.
    var mirrored: TypedExpression.Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

/// A bound evaluated for the rows of a batch.
struct OrderBounds {
    private let comparison: TypedExpression.Comparison
    private let values: [Int64]

    init(_ bound: OrderBound, in batch: Batch) throws {
        comparison = bound.comparison
        values = try batch.integers(bound.value)
    }

    /// The part of ascending orders that satisfies the bound for one own row; none when its value is unknown.
    func narrowed(_ range: Range<Int>, at place: Int, orders: Column) -> Range<Int> {
        let value = values[place]
        if value == Missing.integer { return range.lowerBound..<range.lowerBound }
        func firstPlace(_ isBefore: (Int64) -> Bool) -> Int {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(orders.integer(at: middle)) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        switch comparison {
        case .greater: return firstPlace { $0 <= value }..<range.upperBound
        case .greaterOrEqual: return firstPlace { $0 < value }..<range.upperBound
        case .less: return range.lowerBound..<firstPlace { $0 < value }
        case .lessOrEqual: return range.lowerBound..<firstPlace { $0 <= value }
        case .equal, .notEqual: return firstPlace { $0 < value }..<firstPlace { $0 <= value }
        }
    }
}
