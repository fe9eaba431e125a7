package import Statistics

/// One line of a figure less another of the same statistic: points for shares, else the figure's unit.
package struct RowDifference: Sendable, Hashable {
    package let value: Double
    /// Newcombe's, where both are shares of rows; a difference of anything else has none.
    package let interval: Interval?

    /// Nothing where either line has no value.
    package init?(_ row: FigureRow, minus other: FigureRow) {
        guard let own = row.value, let before = other.value else { return nil }
        if let share = row.share, let earlier = other.share {
            interval = share.reading(minus: earlier)?.interval
        } else {
            interval = nil
        }
        value = own - before
    }
}

extension FigureRow {
    /// Its rows as a share, where it is one.
    var share: ShareCount? {
        guard statistic == "share" || statistic.hasPrefix("share:"), let denominator, denominator > 0,
            let hits = numerator.flatMap({ Int(exactly: $0) })
        else { return nil }
        return ShareCount(hits: hits, count: denominator)
    }
}
