import Definitions
import Expressions
import Tables

/// One of the things that decide how a row counts in the figures of its table: rows that have all of them in common count
/// alike.
enum RowTrait: Hashable, Sendable {
    /// Whether the row is rejected, doubtful or unreadable.
    case standing
    case flag(TypedExpression)
    /// Whether a due time lies before the as-of.
    case due(TypedExpression)
    case ended(from: TypedExpression, until: TypedExpression)
    /// The class itself, where it takes more than a few answers: of a plan's tally.
    case place(plan: Int, tally: Int)

    /// How many bits its values take.
    var bits: Int {
        switch self {
        case .flag, .due, .ended: 2
        case .standing: 3
        case .place: 8
        }
    }

    /// Its value for each row of a batch.
    func values(in batch: Batch, _ plans: [FigurePlan]) throws -> [UInt8] {
        switch self {
        case .standing:
            if batch.areAllCertain { return Array(repeating: 0, count: batch.rows.count) }
            return (0..<batch.rows.count).map { row in
                if batch.isUnreadable(at: row) { return 4 }
                return (batch.isRejected(at: row) ? 1 : 0) + (batch.isDoubtful(at: row) ? 2 : 0)
            }
        case .flag(let expression): return try batch.flags(expression)
        case .due(let due): return try dueness(due, in: batch)
        case .ended(let from, let until): return try endedFlags(from, until, in: batch)
        case .place(let plan, let tally):
            return try classes(plans[plan].tallies[tally], of: plans[plan].figure, in: batch)
        }
    }
}

extension FigurePlan {
    /// Everything that its rows are told apart by, apart from their standing.
    ///
    /// - Parameter place: its place among the plans.
    func traits(at place: Int) -> [RowTrait] {
        var traits = (figure.among.conditions + figure.among.exclusions.map(\.condition)).map { RowTrait.flag($0) }
        if let due = figure.due { traits.append(.due(due)) }
        for (order, tally) in tallies.enumerated() {
            switch tally {
            case .statistic(let kind): traits += kind.traits
            case .boundary(let hit, let turned): traits += [.flag(hit), .flag(turned)]
            case .unended(let from, let until): traits.append(.ended(from: from, until: until))
            case .maturity(let kind, let isOpen): traits += kind.traits + [.flag(isOpen)]
            case .triangle: traits.append(.place(plan: place, tally: order))
            }
        }
        return traits
    }
}

extension FigurePlan.Kind {
    fileprivate var traits: [RowTrait] {
        switch self {
        case .share(let hit): [.flag(hit)]
        case .mix(let value), .per(let value, _), .mean(let value), .sum(let value), .quantile(of: let value, _):
            [.flag(TypedExpression(.isNull(value), .flag))]
        case .band(of: let value, let from, let to, let isLeftClosed):
            [.flag(bandCondition(value, from: from, to: to, isLeftClosed: isLeftClosed))]
        case .survival(let from, let until): [.ended(from: from, until: until)]
        case .count, .countPerHour, .stock, .part, .ratio, .difference: []
        }
    }
}
