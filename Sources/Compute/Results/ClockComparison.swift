import Definitions
import Expressions
import Tables

/// A figure and a companion that differs by its clock alone, over the rows for which both are known: what the choice of
/// clock does, apart from what the missing stamps do.
package struct ClockComparison: Sendable, Hashable {
    /// One per statistic, in the same order.
    package let own: [FigureRow]
    package let other: [FigureRow]

    package init(own: [FigureRow], other: [FigureRow]) {
        self.own = own
        self.other = other
    }
}

/// The two narrowed to the rows that both can tell; nothing where more than the clock sets them apart.
func clockComparison(
    _ own: FigureDefinition, _ other: FigureDefinition
) -> (own: FigureDefinition, other: FigureDefinition)? {
    guard own.clock != other.clock, own.table == other.table, own.period == other.period, own.among == other.among,
        own.due == other.due, let mine = own.measure.told(like: other.measure),
        let theirs = other.measure.told(like: own.measure), mine != theirs
    else { return nil }
    let known = [mine, theirs].map { value in
        TypedExpression(.not(TypedExpression(.isNull(value), .flag)), .flag)
    }
    return (own.narrowed(to: known), other.narrowed(to: known))
}

extension Measure {
    /// What a row must tell for this measure, when the other is one of the same kind.
    fileprivate func told(like other: Measure) -> TypedExpression? {
        switch (self, other) {
        case (.share(let hit), .share): hit
        case (.mean(let value), .mean): value
        case (.quantiles(of: let value, let mine), .quantiles(of: _, let theirs)): mine == theirs ? value : nil
        default: nil
        }
    }
}
