package import Expressions

/// How a table makes several rows of one: a row for each due point, for each instant at which something is open, or for
/// each local hour that it touches (LANGUAGE X12–X14). Which rows are expanded at all is the table's filter.
package enum Expansion: Sendable, Hashable {
    /// One row per point `from + k · every`, k ≥ 1, strictly before `until` and before the as-of instant.
    case points(from: TypedExpression, until: TypedExpression?, every: TypedExpression, as: String)
    /// One row per instant at which it is open: `from` ≤ instant < `until`. Without `until` it is open still, unless
    /// `ended` says that it has ended at a time nobody wrote down: then every later instant is doubtful.
    case open(from: TypedExpression, until: TypedExpression?, ended: TypedExpression?, at: Instants, as: String)
    /// One row per local hour, with the part of the interval that lies in it. An interval without an end has no rows.
    case hours(from: TypedExpression, until: TypedExpression, as: String, amount: String)

    /// Instants of a stock: the last millisecond of each local hour, day, month or period, or just before the as-of.
    package enum Instants: String, Sendable, Hashable, CaseIterable {
        case hour, day
        case monthEnd = "month_end"
        /// The ends of weeks and months, and so of quarters and years.
        case periodEnd = "period_end"
        case asOf = "as_of"
    }
}

extension Expansion {
    /// The time column that tells the rows of one original apart; decides the period of figures over them.
    package var anchor: String {
        switch self {
        case .points(_, _, _, as: let name), .open(_, _, _, _, as: let name), .hours(_, _, as: let name, _): name
        }
    }

    /// Every expression over the row that is expanded.
    package var expressions: [TypedExpression] {
        switch self {
        case .points(let from, let until, let every, _): [from] + (until.map { [$0] } ?? []) + [every]
        case .open(let from, let until, let ended, _, _):
            [from] + (until.map { [$0] } ?? []) + (ended.map { [$0] } ?? [])
        case .hours(let from, let until, _, _): [from, until]
        }
    }

    /// When the instants of a stock are; nothing for due points and hours.
    package var instants: Instants? {
        if case .open(_, _, _, at: let instants, _) = self { instants } else { nil }
    }
}
