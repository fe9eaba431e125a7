import Definitions
import Expressions
import Tables

/// What each row of a batch is to each of a figure's tallies.
func classes(of plan: FigurePlan, in batch: Batch) throws -> [[UInt8]] {
    let standing = try standing(of: plan.figure, in: batch)
    return try plan.tallies.map { try classes($0, of: plan.figure, standing, in: batch) }
}

/// The same for one tally.
func classes(_ tally: FigurePlan.TallyKind, of figure: FigureDefinition, in batch: Batch) throws -> [UInt8] {
    try classes(tally, of: figure, try standing(of: figure, in: batch), in: batch)
}

private func classes(
    _ tally: FigurePlan.TallyKind, of figure: FigureDefinition, _ standing: Standing, in batch: Batch
) throws -> [UInt8] {
    switch tally {
    case .statistic(let kind): try classes(kind, standing, in: batch)
    case .boundary(let hit, let turned): try classes(hit, turned: turned, standing, in: batch)
    case .unended(let from, let until): unended(try endedFlags(from, until, in: batch), standing)
    case .maturity(let kind, let isOpen):
        try classes(maturityOf: try classes(kind, standing, in: batch), isOpen, figure, in: batch)
    case .triangle(let hit, let until, let upTo):
        try classes(monthsOf: try classes(.share(hit), standing, in: batch), until, upTo: upTo, figure, in: batch)
    }
}

/// The rows that count for or against a share, with what they are once its limits are turned.
private func classes(
    _ hit: TypedExpression, turned: TypedExpression, _ standing: Standing, in batch: Batch
) throws -> [UInt8] {
    let flags = try batch.flags(hit)
    let others = try batch.flags(turned)
    return standing.classes.indices.map { row in
        let isUnknown = standing.isValueUnknown[row]
        return BoundaryClass.of(
            standing: standing.classes[row], hit: isUnknown ? Missing.flag : flags[row],
            turned: isUnknown ? Missing.flag : others[row])
    }
}

private func classes(_ kind: FigurePlan.Kind, _ standing: Standing, in batch: Batch) throws -> [UInt8] {
    switch kind {
    case .mix(let value), .per(let value, _), .mean(let value), .sum(let value), .quantile(of: let value, _):
        let values = try batch.integers(value)
        return standing.decided { values[$0] == Missing.integer ? Missing.flag : 1 }
    case .survival(let from, let until):
        let flags = try endedFlags(from, until, in: batch)
        return standing.decided { flags[$0] }
    case .count, .countPerHour, .stock, .difference, .ratio, .part:
        return standing.decided { _ in 1 }
    case .share(let hit):
        let flags = try batch.flags(hit)
        return standing.decided { flags[$0] }
    case .band(of: let value, let from, let to, let isLeftClosed):
        let flags = try batch.flags(bandCondition(value, from: from, to: to, isLeftClosed: isLeftClosed))
        return standing.decided { flags[$0] }
    }
}

/// Whether a value lies in a band: of neighbouring bands, and of shares with the same limit, each comparison is made once.
func bandCondition(_ value: TypedExpression, from: Int64?, to: Int64?, isLeftClosed: Bool) -> TypedExpression {
    func compared(_ sign: TypedExpression.Comparison, _ limit: Int64) -> TypedExpression {
        TypedExpression(.compare(sign, value, TypedExpression(.integer(limit), value.type)), .flag)
    }
    let limits = [
        from.map { compared(isLeftClosed ? .greaterOrEqual : .greater, $0) },
        to.map { compared(isLeftClosed ? .less : .lessOrEqual, $0) },
    ]
    return TypedExpression(.and(limits.compactMap { $0 }), .flag)
}

/// Whether each row has ended; unknown where it has no length.
func endedFlags(_ from: TypedExpression, _ until: TypedExpression, in batch: Batch) throws -> [UInt8] {
    let lengths = try survivalLengths(from, until, in: batch)
    return lengths.days.indices.map { row in
        lengths.days[row] < 0 ? Missing.flag : lengths.hasEnded[row] ? 1 : 0
    }
}

private func unended(_ hasEnded: [UInt8], _ standing: Standing) -> [UInt8] {
    standing.decided { hasEnded[$0] == Missing.flag ? Missing.flag : 1 - hasEnded[$0] }
}

extension Standing {
    /// The class of each row from whether it is a hit, where its value can be known at all.
    fileprivate func decided(_ hit: (Int) -> UInt8) -> [UInt8] {
        classes.indices.map { row in
            RowClass.of(standing: classes[row], hit: isValueUnknown[row] ? Missing.flag : hit(row))
        }
    }
}
