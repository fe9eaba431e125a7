package import Tables

/// A figure to be looked at row by row.
package struct FigureQuestion: Sendable, Hashable {
    package let kpi: String
    package let statistic: String
    package let period: Period

    package init(kpi: String, statistic: String, period: Period) {
        self.kpi = kpi
        self.statistic = statistic
        self.period = period
    }
}

/// What the rows of one key are to a figure of one period.
package struct RowShare: Sendable, Hashable {
    package var numerator: Int
    package var denominator: Int

    package init(numerator: Int, denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }
}

/// A figure with the rows that it is made of, so that two of them can be told apart row by row.
package struct FigureStanding: Sendable {
    package let question: FigureQuestion
    /// The total as results have it; nothing where it cannot be computed.
    package let row: FigureRow?
    /// By the key of the row in its export; rows outside the figure are not here. Nothing where the figure has no rows of
    /// its own or the rows have no key.
    package let shares: [String: RowShare]?
    /// The canonical table that the rows come from.
    package let table: String
    /// Whether the key may be shown.
    package let isShowable: Bool
}

/// Figures with their rows, and the keys of all accepted rows of the tables behind them.
package struct FigureStandings: Sendable {
    package let figures: [FigureQuestion: FigureStanding]
    /// By canonical table: the local day of each key's table time is of no interest, that it is there is.
    package let keys: [String: Set<String>]

    package init(figures: [FigureQuestion: FigureStanding], keys: [String: Set<String>]) {
        self.figures = figures
        self.keys = keys
    }
}
