package import Charts
import Compute
import Definitions
import Statistics
package import Tables

extension FigureSeries {
    /// The figure and its statistic as the name of a chart.
    package var title: String {
        let months = months.months
        let span =
            months.count > 1
            ? "by month, \(months[0].label) to \(months[months.count - 1].label)" : months.first?.label ?? "by month"
        let words = statisticWords(statistic)
        // Many figures name their statistics themselves.
        let isNamed = words.isEmpty || figure.name.lowercased().contains(words.lowercased())
        return ([figure.name] + (isNamed ? [] : [words]) + [span]).joined(separator: ", ")
    }

    /// The series with limits, standard by date, breaks, days left out, and what the force notes of a time.
    package func controlChart(notes: [(month: Period, words: String)] = []) -> ControlChart {
        ControlChart(
            id: partID("chart", figure.id, statistic), title: title,
            name: companions.isEmpty ? "" : statisticWords(statistic), unit: ChartUnit(figure.unit),
            first: ChartMonth(months.months[0]), points: points, limits: limits, targets: targets,
            marks: marks(notes),
            companions: companions.map { companion in
                ControlChart.Companion(
                    name: statisticWords(companion.statistic),
                    values: months.months.map { month in amount(of: companion.row(in: month)) })
            }, least: least, most: most, remarks: remarks)
    }

    /// The newest twenty-four months in the space of a word.
    package var spark: SparkChart {
        SparkChart(
            id: partID("spark", figure.id), title: title, points: Array(points.suffix(24)),
            target: newest.flatMap { months.rows[$0]?.standard?.value })
    }

    private func amount(of row: FigureRow?) -> Amount? {
        guard let row, let value = row.value, let text = displayText(row, unit: figure.unit) else { return nil }
        return Amount(value, text)
    }

    var points: [ControlChart.Point?] {
        months.rows.enumerated().map { place, row in
            guard let amount = amount(of: row) else { return nil }
            guard let point = chart.points[place] else { return ControlChart.Point(amount, .unfinished) }
            guard segment(of: place)?.limits != nil else { return ControlChart.Point(amount, .plain) }
            guard let signal = point.signal, let isUp = point.isUp else { return ControlChart.Point(amount, .common) }
            let meaning = figure.isHigherBetter.map { $0 == isUp ? Meaning.improving : .concerning } ?? .neither
            return ControlChart.Point(amount, meaning, signal: signal.words)
        }
    }

    private var limits: [ControlChart.Limits] {
        chart.segments.compactMap { segment in
            segment.limits.map { limits in
                func amount(_ value: Double) -> Amount { Amount(value, displayText(value, unit: figure.unit)) }
                return ControlChart.Limits(
                    months: segment.months, mean: amount(limits.mean), lower: amount(limits.lower),
                    upper: amount(limits.upper), baselineCount: segment.baselineCount)
            }
        }
    }

    /// What is possible: shares from 0 to 100, counts and times from nothing.
    private var least: Double? {
        if case .difference = figure.measure { return nil }
        return months.rows.contains { ($0?.value ?? 0) < 0 } ? nil : 0
    }

    private var most: Double? {
        switch figure.measure {
        case .share, .bands, .mix: 100
        case .count, .countPerHour, .mean, .sum, .quantiles, .difference, .per, .survival, .ratioOf: nil
        }
    }

    /// Levels over neighbouring months that have the same.
    private var targets: [ControlChart.Target] {
        var spans: [(standard: FigureRow.Standard, months: Range<Int>)] = []
        for (place, row) in months.rows.enumerated() {
            guard let found = row?.standard else { continue }
            if let last = spans.last, last.months.upperBound == place, last.standard == found {
                spans[spans.count - 1].months = last.months.lowerBound..<place + 1
            } else {
                spans.append((found, place..<place + 1))
            }
        }
        return spans.flatMap { span in
            [span.standard.value, span.standard.upper].compactMap { $0 }.map { value in
                ControlChart.Target(
                    months: span.months, amount: Amount(value, levelText(value, unit: figure.unit)),
                    name: levelName(span.standard))
            }
        }
    }

    private func levelName(_ level: FigureRow.Standard) -> String {
        if standard?.isAim == true { return "aim" }
        return switch level.status {
        case "reference": "reference"
        case "unverified": "unverified standard"
        default: "standard"
        }
    }

    private var remarks: [String] {
        var found: [String] = []
        if chart.segments.contains(where: { $0.limits != nil }) {
            found.append("Limits leave out moving ranges of 3.267 averages or more (screened).")
        }
        if let newest, let level = months.rows[newest]?.standard {
            let value = levelText(level.value, unit: figure.unit)
            let range = level.upper.map { "\(value) to \(levelText($0, unit: figure.unit))" } ?? value
            let rule = level.rule == "between" ? "" : "\(level.rule) "
            var text = "\(levelName(level).prefix(1).uppercased() + levelName(level).dropFirst()) \(rule)\(range)"
            if let assurance { text += ": \(assurance.words)" }
            found.append(text + ".")
        }
        return found
    }
}

extension FigureSeries {
    /// What changed, was left out or was noted within the months of the chart, in order of time.
    private func marks(_ notes: [(month: Period, words: String)]) -> [ControlChart.Mark] {
        guard let first = months.months.first, let last = months.months.last else { return [] }
        var found: [ControlChart.Mark] = []
        for change in breaks where change.on >= first.first && change.on <= last.last {
            let anew = change.isRebased ? "; limits begin anew" : ""
            found.append(
                ControlChart.Mark(
                    .change, from: time(change.on), to: time(change.on),
                    words: "\(Period.text(change.on)): \(change.label) (\(change.authority))\(anew)"))
        }
        for span in excluded where span.first <= last.last && span.last >= first.first {
            let days = span.first == span.last ? "" : " to \(Period.text(span.last))"
            found.append(
                ControlChart.Mark(
                    .leftOut, from: time(max(span.first, first.first)),
                    to: time(min(span.last, last.last).adding(days: 1)),
                    words: "\(Period.text(span.first))\(days) left out: \(span.reason) (\(span.authority))"))
        }
        for note in notes where note.month.first >= first.first && note.month.last <= last.last {
            let middle = (time(note.month.first) + time(note.month.last.adding(days: 1))) / 2
            found.append(ControlChart.Mark(.note, from: middle, to: middle, words: note.words))
        }
        return found.sorted { ($0.from, $0.to, $0.words) < ($1.from, $1.to, $1.words) }
    }

    /// A day as months from the beginning of the series.
    private func time(_ day: CivilDate) -> Double {
        let (year, month, date) = day.components
        let whole = ChartMonth(year: year, month: month).index - ChartMonth(months.months[0]).index
        return Double(whole) + Double(date - 1) / Double(CivilDate.length(ofMonth: month, year: year))
    }
}

extension ChartMonth {
    init(_ period: Period) {
        let (year, month, _) = period.first.components
        self.init(year: year, month: month)
    }
}

extension ChartUnit {
    init(_ unit: Unit) {
        switch unit {
        case .percent: self = .percent
        case .seconds: self = .seconds
        case .minutes: self = .minutes
        case .hours: self = .hours
        case .days: self = .days
        case .number: self = .number
        }
    }
}

/// A statistic's name for readers; empty where the figure's own name says it.
package func statisticWords(_ statistic: String) -> String {
    switch statistic {
    case "share", "value", "count": return ""
    case "survival_median": return "median"
    default: break
    }
    if statistic.hasPrefix("share:") { return String(statistic.dropFirst("share:".count)) }
    if statistic.hasPrefix("p"), let number = Int(statistic.dropFirst()), (1...99).contains(number) {
        let ending =
            switch (number % 10, number) {
            case (_, 11...13): "th"
            case (1, _): "st"
            case (2, _): "nd"
            case (3, _): "rd"
            default: "th"
            }
        return "\(number)\(ending) percentile"
    }
    return statistic.split(separator: "_").joined(separator: " ")
}
