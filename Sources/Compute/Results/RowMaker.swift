import Definitions
import Expressions
import Statistics
import Tables

/// Turns one period's tallies into a line of results: value, interval, bounds, and where every row went.
struct RowMaker {
    let plan: FigurePlan
    let statistic: FigurePlan.Statistic
    let engine: Engine
    let coverage: Coverage
    let dimension: String
    let member: String
    /// The hour of the week when the dimension is one.
    let hourOfWeek: Int?

    func row(_ tally: MemberTally?, in period: Period) -> FigureRow {
        let figure = plan.figure
        var row = FigureRow(
            kpi: figure.id, statistic: statistic.name, period: period, dimension: dimension, member: member)
        let classes = Int(RowClass.excluded) + figure.among.exclusions.count
        let counts =
            tally?.counts(
                in: period, days: days(of: period), coverage: coverage, countsMissing: figure.missing == .miss)
            ?? Counts(classes: classes, countsMissing: false)
        row.denominator = counts.denominator
        row.considered = counts.considered
        row.missing = counts.missing
        row.notEvidenced = counts.notEvidenced
        row.notDue = counts.notDue
        row.excluded = counts.excluded
        fill(&row, counts, tally)
        row.state = state(of: row)
        if row.state == .empty { row.value = nil }
        judge(&row)
        row.flags = flags(of: row)
        return row
    }

    private func days(of period: Period) -> ClosedRange<Int>? {
        plan.days(of: period, upTo: engine.input.asOf.day)
    }

    private func fill(_ row: inout FigureRow, _ counts: Counts, _ tally: MemberTally?) {
        let scale = Double(plan.figure.unit.scale)
        switch statistic.kind {
        case .share, .band:
            row.numerator = Double(counts.hits)
            row.value = percent(counts.hits, counts.denominator)
            let interval = wilsonInterval(hits: counts.hits, of: counts.denominator)
            row.lower = interval?.lower.map { $0 * 100 }
            row.upper = interval?.upper.map { $0 * 100 }
            (row.lowest, row.highest) = shareBounds(counts)
        case .count:
            row.numerator = Double(counts.hits)
            row.value = Double(counts.hits)
            row.lowest = Double(counts.certainHits)
            row.highest = Double(counts.certainHits + counts.certainUnknown + counts.doubtful)
        case .countPerHour:
            row.numerator = Double(counts.hits)
            let hours = Double(elapsedHours(in: row.period))
            guard hours > 0 else { return }
            row.value = Double(counts.hits) / hours
            row.lowest = Double(counts.certainHits) / hours
            row.highest = Double(counts.certainHits + counts.certainUnknown + counts.doubtful) / hours
        case .stock:
            row.numerator = Double(counts.hits)
            let instants = Double(plan.instants == .hour ? elapsedHours(in: row.period) : 1)
            guard instants > 0 else { return }
            row.value = Double(counts.hits) / instants
            row.lowest = Double(counts.certainHits) / instants
            // A row without an instant may be open at every one.
            let undated = Double(counts.undatedRows)
            let dated = Double(counts.certainHits + counts.certainUnknown + counts.doubtful) - undated
            row.highest = dated / instants + undated
        case .mean:
            let sum = counts.sums.certain + counts.sums.doubtful
            row.numerator = Double(sum) / scale
            if counts.denominator > 0 { row.value = Double(sum) / (Double(counts.denominator) * scale) }
            (row.lowest, row.highest) = meanBounds(counts, scale, around: row.value)
        case .sum:
            let sum = counts.sums.certain + counts.sums.doubtful
            row.numerator = Double(sum) / scale
            row.value = Double(sum) / scale
            row.lowest = counts.unknownValues == 0 ? row.value : Double(counts.sums.certain) / scale
            row.highest =
                counts.unknownValues == 0
                ? row.value
                : range.map { Double(counts.sums.certain + $0.upperBound * Int64(counts.unknownValues)) / scale }
        case .quantile(of: _, let quantile):
            guard let tally else { return }
            fillQuantile(&row, quantile, counts, tally, scale)
        }
    }

    private func fillQuantile(
        _ row: inout FigureRow, _ chosen: Measure.Quantile, _ counts: Counts, _ tally: MemberTally, _ scale: Double
    ) {
        let all = tally.distribution(on: days(of: row.period), isCertainOnly: false)
        let (top, bottom) = (chosen.numerator, chosen.denominator)
        row.value = quantile(all, numerator: top, denominator: bottom).map { $0 / scale }
        let interval = quantileInterval(all, numerator: top, denominator: bottom)
        row.lower = interval.lower.map { $0 / scale }
        row.upper = interval.upper.map { $0 / scale }
        let unknown = counts.unknownValues
        let certain = unknown == 0 ? all : tally.distribution(on: days(of: row.period), isCertainOnly: true)
        // A value beyond the plausible range has been seen, so an unknown one may lie there too.
        let lowLimit = range.map { min($0.lowerBound, all.values.first ?? $0.lowerBound) }
        let highLimit = range.map { max($0.upperBound, all.values.last ?? $0.upperBound) }
        let low = quantile(certain, numerator: top, denominator: bottom, below: unknown, lowLimit: lowLimit)
        let high = quantile(certain, numerator: top, denominator: bottom, above: unknown, highLimit: highLimit)
        row.lowest = low.map { $0 / scale }
        row.highest = high.map { $0 / scale }
    }

    private func percent(_ top: Int, _ bottom: Int) -> Double? {
        bottom > 0 ? Double(top) * 100 / Double(bottom) : nil
    }

    /// LANGUAGE section 4: unknown hits go against, then for, the figure.
    private func shareBounds(_ counts: Counts) -> (Double?, Double?) {
        let known = counts.certainHits + counts.certainMisses + counts.certainUnknown
        return (
            percent(counts.certainHits, known + counts.doubtfulMisses + counts.doubtfulUnknown),
            percent(
                counts.certainHits + counts.certainUnknown + counts.doubtfulHits + counts.doubtfulUnknown,
                known + counts.doubtfulHits + counts.doubtfulUnknown)
        )
    }

    private func meanBounds(_ counts: Counts, _ scale: Double, around value: Double?) -> (Double?, Double?) {
        let unknown = counts.unknownValues
        let total = counts.certainHits + unknown
        guard total > 0 else { return (nil, nil) }
        if unknown == 0 {
            let value = Double(counts.sums.certain) / (Double(total) * scale)
            return (value, value)
        }
        guard let range else { return (nil, nil) }
        func bound(_ limit: Int64) -> Double {
            Double(counts.sums.certain + limit * Int64(unknown)) / (Double(total) * scale)
        }
        // Values beyond the plausible range may have been seen: the figure itself is always possible.
        return (
            min(bound(range.lowerBound), value ?? .infinity), max(bound(range.upperBound), value ?? -.infinity)
        )
    }

    /// The plausible limits of the measured values, as stored: the figure's own, else those of the column it names.
    private var range: ClosedRange<Int64>? {
        if let range = plan.figure.range { return range }
        guard let measured = plan.figure.measure.measured, case .column(let name, of: .own) = measured.node,
            let schema = engine.input.definition.rootSchema(of: plan.figure.table),
            engine.type(of: name, in: plan.figure.table) != .null
        else { return nil }
        return engine.input.definition.schemas.first { $0.name == schema }?.column(named: name)?.range
    }

    /// Local hours of the period up to the as-of that carry the member's label, or all of them.
    private func elapsedHours(in period: Period) -> Int {
        guard let covered = coverage.days else { return 0 }
        let zone = engine.input.zone
        let first = max(period.first.days, covered.lowerBound)
        let last = min(period.last.days, engine.input.asOf.day.days)
        guard first <= last else { return 0 }
        var hours = 0
        for day in first...last {
            let start = zone.start(of: CivilDate(days: day))
            let end = zone.start(of: CivilDate(days: day + 1))
            guard let label = hourOfWeek else {
                hours += Int((end - start) / 3_600_000)
                continue
            }
            guard CivilDate(days: day).weekday == label / 24 else { continue }
            var instant = start
            while instant < end {
                let hour = floorDivide(zone.local(instant), 3_600_000) - Int64(day) * 24
                if hour == Int64(label % 24) { hours += 1 }
                instant += 3_600_000
            }
        }
        return hours
    }

    /// CONTRACTS section 3; LANGUAGE 9.A rule 7 says what is part, 9.E rule 59 what is empty.
    private func state(of row: FigureRow) -> FigureRow.State {
        guard let covered = coverage.days, covered.overlaps(row.period.range), days(of: row.period) != nil else {
            return .empty
        }
        if row.denominator == 0 {
            switch statistic.kind {
            case .count, .countPerHour, .stock, .sum: break
            case .share, .band, .mean, .quantile: return .empty
            }
        }
        let end = min(covered.upperBound, engine.input.asOf.day.days)
        return row.period.first.days < covered.lowerBound || row.period.last.days > end ? .part : .ok
    }
}
