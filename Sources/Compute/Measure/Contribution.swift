import Expressions
import Tables

/// What the rows of one batch add to one tally of a figure.
struct Contribution {
    /// `RowClass` or `BoundaryClass` of each row.
    let classes: [UInt8]
    /// Values to sum; empty when nothing is summed.
    let summed: [Int64]
    /// Values whose distribution is kept.
    let distributed: [Int64]

    var hasRows: Bool { classes.contains { $0 != RowClass.outside } }

    /// Rows without a readable day reach a tally only as doubtful ones.
    func add(to tally: inout Tally, slots: [Int32]) {
        let width = tally.classes
        for row in classes.indices where classes[row] != RowClass.outside {
            tally.counts[Int(slots[row]) * width + Int(classes[row])] += 1
        }
        let certain = RowClass.certain + RowClass.hit
        let doubtful = RowClass.exclusionUnknown + RowClass.hit
        for row in summed.indices where classes[row] == certain || classes[row] == doubtful {
            tally.sums[Int(slots[row]) * 2 + (classes[row] == doubtful ? 1 : 0)] += summed[row]
        }
        for row in distributed.indices where classes[row] == certain || classes[row] == doubtful {
            tally.distribute(distributed[row], slot: slots[row], isDoubtful: classes[row] == doubtful)
        }
    }
}

/// Works out a figure's classes and values for a batch, one contribution per tally.
func contribute(_ plan: FigurePlan, in batch: Batch) throws -> [Contribution] {
    let standing = try standing(of: plan.figure, in: batch)
    return try plan.tallies.map { tally in
        switch tally {
        case .statistic(let kind): try contribute(kind, standing, in: batch)
        case .boundary(let hit, let turned): try contribute(hit, turned: turned, standing, in: batch)
        case .unended(let from, let until): try contribute(from, until, ended: false, standing, in: batch)
        case .maturity(let kind, let isOpen):
            try contribute(
                maturityOf: try contribute(kind, standing, in: batch), isOpen, plan.figure, in: batch)
        case .triangle(let hit, let until, let upTo):
            try contribute(
                monthsOf: try contribute(.share(hit), standing, in: batch), until, upTo: upTo, plan.figure, in: batch)
        }
    }
}

/// The rows that count for or against a share, with what they are once its limits are turned.
private func contribute(
    _ hit: TypedExpression, turned: TypedExpression, _ standing: Standing, in batch: Batch
) throws -> Contribution {
    let flags = try batch.flags(hit)
    let others = try batch.flags(turned)
    let classes = standing.classes.indices.map { row in
        let isUnknown = standing.isValueUnknown[row]
        return BoundaryClass.of(
            standing: standing.classes[row], hit: isUnknown ? Missing.flag : flags[row],
            turned: isUnknown ? Missing.flag : others[row])
    }
    return Contribution(classes: classes, summed: [], distributed: [])
}

private func contribute(_ kind: FigurePlan.Kind, _ standing: Standing, in batch: Batch) throws -> Contribution {
    func classes(_ hit: (Int) -> UInt8) -> [UInt8] { standing.decided(hit) }
    func known(_ values: [Int64]) -> [UInt8] {
        classes { values[$0] == Missing.integer ? Missing.flag : 1 }
    }
    switch kind {
    case .mix(let value), .per(let value, _):
        return Contribution(classes: known(try batch.integers(value)), summed: [], distributed: [])
    case .survival(let from, let until):
        return try contribute(from, until, ended: true, standing, in: batch)
    case .count, .countPerHour, .stock, .difference, .ratio, .part:
        return Contribution(classes: classes { _ in 1 }, summed: [], distributed: [])
    case .share(let hit):
        let flags = try batch.flags(hit)
        return Contribution(classes: classes { flags[$0] }, summed: [], distributed: [])
    case .band(of: let expression, let from, let to, let isLeftClosed):
        let values = try batch.integers(expression)
        let isIn = classes { row in
            let value = values[row]
            if value == Missing.integer { return Missing.flag }
            let isAbove = from.map { isLeftClosed ? value >= $0 : value > $0 } ?? true
            let isBelow = to.map { isLeftClosed ? value < $0 : value <= $0 } ?? true
            return isAbove && isBelow ? 1 : 0
        }
        return Contribution(classes: isIn, summed: [], distributed: [])
    case .mean(let expression), .sum(let expression):
        let values = try batch.integers(expression)
        return Contribution(classes: known(values), summed: values, distributed: [])
    case .quantile(of: let expression, _):
        let values = try batch.integers(expression)
        return Contribution(classes: known(values), summed: [], distributed: values)
    }
}

/// The days that rows have gone on for: of those that ended, or of those that had not by the as-of.
private func contribute(
    _ from: TypedExpression, _ until: TypedExpression, ended: Bool, _ standing: Standing, in batch: Batch
) throws -> Contribution {
    let lengths = try survivalLengths(from, until, in: batch)
    let classes = standing.decided { row in
        lengths.days[row] < 0 ? Missing.flag : lengths.hasEnded[row] == ended ? 1 : 0
    }
    return Contribution(classes: classes, summed: [], distributed: lengths.days)
}

extension Standing {
    /// The class of each row from whether it is a hit, where its value can be known at all.
    fileprivate func decided(_ hit: (Int) -> UInt8) -> [UInt8] {
        classes.indices.map { row in
            RowClass.of(standing: classes[row], hit: isValueUnknown[row] ? Missing.flag : hit(row))
        }
    }
}
