package import Expressions

/// What a figure computes over its rows.
package enum Measure: Sendable {
    case count
    /// Rows, divided by the elapsed local hours that carry the member's hour label (or all hours).
    case countPerHour
    case share(TypedExpression)
    case mean(TypedExpression)
    case sum(TypedExpression)
    case quantiles(of: TypedExpression, [Quantile])
    case bands(of: TypedExpression, edges: [Int64], isLeftClosed: Bool)
    /// The share of one figure less that of another, by their ids; period and members are theirs.
    case difference(of: String, minus: String)
    /// One share for each value that occurs, all over the same rows.
    case mix(TypedExpression)
    /// Rows counted by key, and what the counts come to: the median caseload of an investigator, the largest.
    case per(key: TypedExpression, [Summary])
    /// Days from one time to another as Kaplan and Meier count them: rows without an end have not ended yet.
    case survival(from: TypedExpression, until: TypedExpression)
    /// The count of one figure by that of another, by their ids; periods and members are those of both.
    case ratioOf(top: String, bottom: String)

    /// What the counts of a `per` come to.
    package enum Summary: Sendable, Hashable {
        case quantile(Quantile)
        case mean(name: String)
    }

    package struct Quantile: Sendable, Hashable {
        /// The statistic's name in results: `median`, `p90`, `longest`.
        package let name: String
        /// The probability as an exact fraction.
        package let numerator: Int
        package let denominator: Int

        package init(name: String, numerator: Int, denominator: Int) {
            self.name = name
            self.numerator = numerator
            self.denominator = denominator
        }
    }
}

extension Measure {
    /// The value that is averaged, added up or ranked; nothing when rows are counted.
    package var measured: TypedExpression? {
        switch self {
        case .count, .countPerHour, .share, .difference, .mix, .per, .survival, .ratioOf: nil
        case .mean(let value), .sum(let value): value
        case .quantiles(of: let value, _): value
        case .bands(of: let value, edges: _, isLeftClosed: _): value
        }
    }
}

extension Measure {
    /// The ids of the two figures that this one is worked out from; none for figures with rows of their own.
    package var sides: [String] {
        switch self {
        case .difference(of: let first, minus: let second): [first, second]
        case .ratioOf(let top, let bottom): [top, bottom]
        case .count, .countPerHour, .share, .mean, .sum, .quantiles, .bands, .mix, .per, .survival: []
        }
    }
}
