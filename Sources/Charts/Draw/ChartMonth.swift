/// A calendar month on an axis of months.
package struct ChartMonth: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1 to 12.
    package let month: Int

    package init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Months since the beginning of year 0, so that neighbours differ by one.
    package var index: Int { year * 12 + month - 1 }

    package func adding(_ months: Int) -> ChartMonth {
        let index = index + months
        return ChartMonth(year: index / 12, month: index % 12 + 1)
    }

    package static func < (left: ChartMonth, right: ChartMonth) -> Bool { left.index < right.index }

    package static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    package var name: String { ChartMonth.names[month - 1] }

    /// Such as `Sep 2026`.
    package var label: String { "\(name) \(year)" }
}
