import Definitions
import Statistics
import Tables

/// Makes what one statistic of a figure says of a finding from its lines of spans and months.
struct FindingMaker {
    let figure: FigureDefinition
    let months: FindingMonths
    /// One line for every whole month.
    let monthly: [FigureRow]
    let standard: StandardDefinition?
    /// Those that split the figure's series.
    let breaks: [CalendarDefinition.Break]

    func row(
        of inspection: String, _ finding: String, baseline: FindingRow.Span?, since: FindingRow.Span?
    ) -> FindingRow {
        let (difference, interval) = difference(since?.row, baseline?.row)
        let chart = IndividualsChart(series)
        let newest = chart.points.lastIndex { $0 != nil }.flatMap { place in
            months.after.contains(monthly[place].period) ? place : nil
        }
        let limits = newest.flatMap { place in chart.segments.first { $0.months.contains(place) } }
        return FindingRow(
            inspection: inspection, finding: finding, kpi: figure.id,
            statistic: (since ?? baseline)?.row.statistic ?? "", baseline: baseline, since: since,
            difference: difference, lower: interval?.lower, upper: interval?.upper, monthsMet: monthsMet,
            monthsSustained: monthsSustained, variation: limits.map { variation(chart, $0) } ?? "",
            assurance: newest.map { assurance(limits?.limits, on: monthly[$0].period.first) } ?? "")
    }

    /// Since less before; with Newcombe's interval where both are shares of rows.
    private func difference(_ since: FigureRow?, _ before: FigureRow?) -> (Double?, Interval?) {
        guard let since, let before, let now = since.value, let then = before.value else { return (nil, nil) }
        guard let own = since.share, let other = before.share else { return (now - then, nil) }
        return (now - then, own.reading(minus: other)?.interval)
    }

    /// The months as a chart takes them. A month in whose midst something changed is neither of the old nor of the new.
    private var series: [IndividualsChart.Month] {
        monthly.enumerated().map { place, row in
            let begun = breaks.filter { change in
                change.on == row.period.first
                    || (place > 0 && monthly[place - 1].period.isInside(change.on))
            }
            let isMixed = breaks.contains { row.period.isInside($0.on) }
            return IndividualsChart.Month(
                row.state == .ok && !isMixed ? row.value : nil, isBreak: !begun.isEmpty,
                isRebase: begun.contains(where: \.isRebased))
        }
    }

    /// Whether a month is at or beyond the standard; nothing where there is none that is judged. Months that are not
    /// finished are not at it.
    private func isMet(_ row: FigureRow) -> Bool? {
        guard let standard, let level = level(on: row.period.first) else { return nil }
        guard row.state == .ok, let value = row.value else { return false }
        return level.holds(standard.rule, value)
    }

    private func level(on day: CivilDate) -> StandardDefinition.Level? {
        guard let standard, !standard.isAim, let level = standard.level(on: day), level.status != .reference else {
            return nil
        }
        return level
    }

    private var monthsMet: Int? {
        let since = Set(months.since)
        let judged = monthly.filter { since.contains($0.period) }.compactMap(isMet)
        return judged.isEmpty ? nil : judged.count { $0 }
    }

    /// From the newest month back to the inspection or to what split the series since.
    private var monthsSustained: Int? {
        let after = Set(months.after)
        guard monthly.contains(where: { after.contains($0.period) && isMet($0) != nil }) else { return nil }
        var count = 0
        for (row, month) in zip(monthly, series).reversed() {
            guard after.contains(row.period), isMet(row) == true else { break }
            count += 1
            if month.isBreak { break }
        }
        return count
    }

    private func variation(_ chart: IndividualsChart, _ segment: IndividualsChart.Segment) -> String {
        let isHigherBetter: Bool? =
            switch figure.better {
            case .higher: true
            case .lower: false
            case .none: nil
            }
        guard let found = Variation(newestOf: chart, isHigherBetter: isHigherBetter) else { return "" }
        return found.rawValue + (segment.baselineCount < 12 ? ", trial limits" : "")
    }

    private func assurance(_ limits: IndividualsLimits?, on day: CivilDate) -> String {
        guard let limits, let rule = standard?.rule, let level = level(on: day) else { return "" }
        switch rule {
        case .atLeast, .above: return Assurance(limits, from: level.value, to: nil).rawValue
        case .atMost, .below: return Assurance(limits, from: nil, to: level.value).rawValue
        case .between: return Assurance(limits, from: level.value, to: level.upper).rawValue
        }
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

extension Period {
    /// Whether a day lies in it and is not its first.
    fileprivate func isInside(_ day: CivilDate) -> Bool { day > first && day <= last }
}
