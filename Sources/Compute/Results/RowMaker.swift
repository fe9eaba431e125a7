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

    /// The line of a figure with rows of its own; `boundary` is its tally with the limits turned.
    func row(_ tally: MemberTally?, boundary: MemberTally?, in period: Period) -> FigureRow {
        let counts = counts(plan.figure, tally, in: period)
        var row = line(in: period, [counts])
        switch statistic.kind {
        case .share, .band, .count, .countPerHour, .stock: row.numerator = Double(counts.hits)
        case .mean, .sum:
            row.numerator = Double(counts.sums.certain + counts.sums.doubtful) / Double(plan.figure.unit.scale)
        case .quantile, .difference: break
        }
        if plan.boundary != nil {
            row.boundary = boundaryOf(boundary?.boundaryCounts(on: days(of: period)), figure: plan.figure)
        }
        finish(&row, readings(counts, tally, in: period))
        return row
    }

    /// The line of a difference of two shares. It has no rows of its own: where they went is the sum of both sides, so
    /// that they add up like those of any other figure.
    func difference(
        of own: (figure: FigureDefinition, tally: MemberTally?),
        minus other: (figure: FigureDefinition, tally: MemberTally?),
        in period: Period
    ) -> FigureRow {
        let (left, right) = (counts(own.figure, own.tally, in: period), counts(other.figure, other.tally, in: period))
        var row = line(in: period, [left, right])
        let readings = Readings(
            lowest: left.lowestShare.reading(minus: right.highestShare), value: left.share.reading(minus: right.share),
            highest: left.highestShare.reading(minus: right.lowestShare))
        finish(&row, readings)
        return row
    }

    func days(of period: Period) -> ClosedRange<Int>? {
        plan.days(of: period, upTo: engine.input.asOf.day)
    }

    private func counts(_ figure: FigureDefinition, _ tally: MemberTally?, in period: Period) -> Counts {
        tally?.counts(
            in: period, days: days(of: period), coverage: coverage, countsMissing: figure.missing == .miss)
            ?? Counts(classes: Int(RowClass.excluded) + figure.among.exclusions.count, countsMissing: false)
    }

    private func line(in period: Period, _ sides: [Counts]) -> FigureRow {
        var row = FigureRow(
            kpi: plan.figure.id, statistic: statistic.name, period: period, dimension: dimension, member: member)
        func sum(_ part: (Counts) -> Int) -> Int { sides.reduce(0) { $0 + part($1) } }
        row.denominator = sum(\.denominator)
        row.considered = sum(\.considered)
        row.missing = sum(\.missing)
        row.notEvidenced = sum(\.notEvidenced)
        row.notDue = sum(\.notDue)
        row.excluded = sum(\.excluded)
        return row
    }

    private func finish(_ row: inout FigureRow, _ readings: Readings) {
        row.value = readings.value?.value
        row.lower = readings.value?.interval?.lower
        row.upper = readings.value?.interval?.upper
        row.lowest = readings.lowest?.value
        row.highest = readings.highest?.value
        row.state = state(of: row)
        if row.state == .empty { row.value = nil }
        judge(&row, readings)
        row.flags = flags(of: row, readings)
    }

    private func boundaryOf(_ counts: [Int]?, figure: FigureDefinition) -> FigureRow.Boundary {
        guard let counts else { return FigureRow.Boundary(value: nil, rows: 0) }
        func count(_ place: UInt8) -> Int {
            counts[Int(BoundaryClass.same + place)] + counts[Int(BoundaryClass.changed + place)]
        }
        let hits = count(RowClass.hit)
        let unknown = figure.missing == .miss ? count(RowClass.unknown) : 0
        let share = ShareCount(hits: hits, count: hits + count(RowClass.miss) + unknown)
        return FigureRow.Boundary(
            value: share.reading?.value, rows: counts[Int(BoundaryClass.changed)...].reduce(0, +))
    }

    /// Local hours of the period up to the as-of that carry the member's label, or all of them.
    func elapsedHours(in period: Period) -> Int {
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
            case .share, .band, .mean, .quantile, .difference: return .empty
            }
        }
        // A difference needs rows on both sides.
        if case .difference = statistic.kind, row.value == nil { return .empty }
        let end = min(covered.upperBound, engine.input.asOf.day.days)
        return row.period.first.days < covered.lowerBound || row.period.last.days > end ? .part : .ok
    }
}
