import Definitions
import Tables

/// The whole months of a figure's data, and which of them lie before and after an inspection.
struct FindingMonths {
    /// Every month that the data cover and the as-of has seen the end of, in order.
    let whole: [Period]
    /// Those of the twelve months before the inspection's month.
    let baseline: [Period]
    /// All that follow the inspection's month.
    let after: [Period]

    /// The months after the inspection that its finding is pooled over: the last twelve if there are more.
    var since: [Period] { after.suffix(12) }

    init(whole: [Period], inspectedOn day: CivilDate) {
        self.whole = whole
        let month = Period(.month, containing: day)
        let before = month.first.adding(days: -1)
        let year = Period(.rollingTwelveMonths, containing: before)
        baseline = whole.filter { $0.first >= year.first && $0.last <= before }
        after = whole.filter { $0.first > month.last }
    }
}

extension Assembly {
    /// The months that the data behind a figure cover whole: of all its tables, where it is made of other figures.
    func wholeMonths(of figure: FigureDefinition) -> [Period] {
        let tables = [figure.table] + engine.input.definition.parts(of: figure).map(\.table)
        let coverages = tables.map { coverage(of: $0) }
        guard let first = coverages.compactMap(\.days?.lowerBound).max() else { return [] }
        var months: [Period] = []
        var month = Period(.month, containing: CivilDate(days: first))
        while month.last <= engine.input.asOf.day {
            if coverages.allSatisfy({ $0.covers(month) }) { months.append(month) }
            month = month.next
        }
        return months
    }
}
