package import Definitions
package import Statistics
package import Tables

/// One statistic of a figure month by month, as a chart of individual values takes it: pages and findings read the same
/// series, so that both say the same of it.
package struct MonthlySeries: Sendable {
    /// Every month from the first with a line to the last.
    package let months: [Period]
    /// As many; nothing where a month has no line.
    package let rows: [FigureRow?]
    /// As many: values that limits may rest on, and where the series breaks. A month that is part, not final or split by a
    /// change is a gap.
    package let values: [IndividualsChart.Month]

    /// - Parameters:
    ///   - rows: lines of months, one for each at most.
    ///   - breaks: those that split the figure's series.
    package init(_ rows: [FigureRow], breaks: [CalendarDefinition.Break]) {
        let sorted = rows.filter { $0.period.kind == .month }.sorted { $0.period.first < $1.period.first }
        var months: [Period] = []
        var slots: [FigureRow?] = []
        for row in sorted {
            while let last = months.last, last.next.first < row.period.first {
                months.append(last.next)
                slots.append(nil)
            }
            months.append(row.period)
            slots.append(row)
        }
        self.months = months
        self.rows = slots
        values = months.indices.map { place in
            let begun = breaks.filter { change in
                change.on == months[place].first || (place > 0 && months[place - 1].isInside(change.on))
            }
            let isMixed = breaks.contains { months[place].isInside($0.on) }
            let value = slots[place].flatMap { $0.state == .ok && !isMixed ? $0.value : nil }
            return IndividualsChart.Month(
                value, isBreak: !begun.isEmpty, isRebase: begun.contains(where: \.isRebased))
        }
    }
}

extension Period {
    /// Whether a day lies in it and is not its first.
    fileprivate func isInside(_ day: CivilDate) -> Bool { day > first && day <= last }
}

extension FigureDefinition {
    /// Whether a higher value is better; nothing where neither direction is.
    package var isHigherBetter: Bool? {
        switch better {
        case .higher: true
        case .lower: false
        case .none: nil
        }
    }
}

extension StandardDefinition {
    /// The level that months are judged by on a day; nothing of an aim or of a level that is there for reference.
    package func judgedLevel(on day: CivilDate) -> Level? {
        guard !isAim, let level = level(on: day), level.status != .reference else { return nil }
        return level
    }

    /// Whether a series within its limits is at or beyond the level of a day.
    package func assurance(of limits: IndividualsLimits, on day: CivilDate) -> Assurance? {
        judgedLevel(on: day).map { level in
            switch rule {
            case .atLeast, .above: Assurance(limits, from: level.value, to: nil)
            case .atMost, .below: Assurance(limits, from: nil, to: level.value)
            case .between: Assurance(limits, from: level.value, to: level.upper)
            }
        }
    }
}
