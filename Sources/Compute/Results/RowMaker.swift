import Definitions
import Expressions
import Statistics
import Tables

/// Turns one period's tallies into a line of results: value, interval, bounds, and where every row went.
struct RowMaker {
    let facts: LineFacts
    let line: FigureRow.Line
    /// The hour of the week when the dimension is one.
    let hourOfWeek: Int?

    init(_ facts: LineFacts, _ member: Assembly.Member) {
        self.facts = facts
        line = FigureRow.Line(
            kpi: facts.plan.figure.id, statistic: facts.statistic.name, dimension: facts.dimension, member: member.name)
        hourOfWeek = facts.dimension == "hour_of_week" && member.value != Missing.integer ? Int(member.value) : nil
    }

    /// The line of a figure with rows of its own.
    func row(_ tallies: LineTallies, in period: Period) -> FigureRow {
        var counts = counts(facts.plan.figure, tallies.own, in: period)
        if case .part = facts.statistic.kind {
            counts = counts.hits(only: self.counts(facts.plan.figure, tallies.part, in: period))
        }
        var row = line(in: period, [counts])
        switch facts.statistic.kind {
        case .share, .band, .count, .countPerHour, .stock, .part, .survival: row.numerator = Double(counts.hits)
        case .per: row.numerator = Double(tallies.own?.countsByValue(on: days(of: period)).count ?? 0)
        case .mean, .sum:
            row.numerator = Double(counts.sums.certain + counts.sums.doubtful) / Double(facts.plan.figure.valueScale)
        case .quantile, .difference, .mix, .ratio: break
        }
        if facts.plan.boundary != nil {
            row.boundary = boundaryOf(tallies.boundary?.classCounts(on: days(of: period)), figure: facts.plan.figure)
        }
        row.openShare = openShare(tallies.maturity, in: period)
        row.immatureAbove = row.openShare == nil ? nil : immatureAbove(in: period)
        finish(&row, readings(counts, tallies, in: period), sides: [maturity(tallies, in: period)])
        return row
    }

    /// The line of a difference of two shares. It has no rows of its own: where they went is the sum of both sides, so
    /// that they add up like those of any other figure.
    func difference(
        of own: (figure: FigureDefinition, tallies: LineTallies),
        minus other: (figure: FigureDefinition, tallies: LineTallies),
        in period: Period
    ) -> FigureRow {
        let left = counts(own.figure, own.tallies.own, in: period)
        let right = counts(other.figure, other.tallies.own, in: period)
        var row = line(in: period, [left, right])
        let readings = Readings(
            lowest: left.lowestShare.reading(minus: right.highestShare), value: left.share.reading(minus: right.share),
            highest: left.highestShare.reading(minus: right.lowestShare))
        finish(&row, readings, sides: [own, other].map { maturity($0.tallies, in: period) })
        return row
    }

    /// The line of one count or sum by another, from the lines of both. Where their rows went stands in those. A sum
    /// that is divided by is shown without its fraction.
    func ratio(of top: FigureRow, by bottom: FigureRow, in period: Period) -> FigureRow {
        var row = line(in: period, [])
        row.numerator = top.numerator
        row.denominator = bottom.numerator.map { Int($0) }
        row.considered = row.denominator
        let count = row.denominator ?? 0
        func reading(_ top: Double?, _ bottom: Double?) -> Reading? {
            guard let top, let bottom, bottom > 0 else { return nil }
            return Reading(value: top * Double(facts.plan.figure.times) / bottom, count: count)
        }
        // What is divided may be below zero, where it is a difference that was added up.
        func isBelow(_ value: Double?) -> Bool { value.map { $0 < 0 } ?? false }
        let readings = Readings(
            lowest: reading(top.lowest, isBelow(top.lowest) ? bottom.lowest : bottom.highest),
            value: reading(top.value, bottom.value),
            highest: reading(top.highest, isBelow(top.highest) ? bottom.highest : bottom.lowest))
        finish(&row, readings, sides: [top.state, bottom.state])
        return row
    }

    func days(of period: Period) -> ClosedRange<Int>? {
        facts.plan.days(of: period, upTo: facts.engine.input.asOf.day)
    }

    private func counts(_ figure: FigureDefinition, _ tally: MemberTally?, in period: Period) -> Counts {
        tally?.counts(
            in: period, days: days(of: period), coverage: facts.coverage, countsMissing: figure.missing == .miss)
            ?? Counts(classes: Int(RowClass.excluded) + figure.among.exclusions.count, countsMissing: false)
    }

    private func line(in period: Period, _ sides: [Counts]) -> FigureRow {
        var row = FigureRow(line, in: period)
        func sum(_ part: (Counts) -> Int) -> Int { sides.reduce(0) { $0 + part($1) } }
        row.denominator = sum(\.denominator)
        row.considered = sum(\.considered)
        row.missing = sum(\.missing)
        row.notEvidenced = sum(\.notEvidenced)
        row.notDue = sum(\.notDue)
        row.excluded = sum(\.excluded)
        return row
    }

    /// `sides` are the states of the lines that it is worked out from.
    private func finish(_ row: inout FigureRow, _ readings: Readings, sides: [FigureRow.State] = []) {
        row.value = readings.value?.value
        row.lower = readings.value?.interval?.lower
        row.upper = readings.value?.interval?.upper
        row.lowest = readings.lowest?.value
        row.highest = readings.highest?.value
        row.state = sides.reduce(state(of: row)) { $0.worse($1) }
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
        guard let covered = facts.coverage.days else { return 0 }
        let first = max(period.first.days, covered.lowerBound)
        let last = min(period.last.days, facts.engine.input.asOf.day.days)
        return first <= last ? facts.hours.count(in: first...last, hourOfWeek: hourOfWeek) : 0
    }

    /// CONTRACTS section 3; LANGUAGE 9.A rule 7 says what is part, 9.E rule 59 what is empty.
    private func state(of row: FigureRow) -> FigureRow.State {
        guard let covered = facts.coverage.days, covered.overlaps(row.period.range), days(of: row.period) != nil else {
            return .empty
        }
        if row.denominator == 0 {
            switch facts.statistic.kind {
            case .count, .countPerHour, .stock, .sum: break
            case .share, .band, .mean, .quantile, .difference, .mix, .part, .per, .survival, .ratio: return .empty
            }
        }
        // A difference needs rows on both sides; a survival median needs half of its rows to have ended.
        if case .difference = facts.statistic.kind, row.value == nil { return .empty }
        if case .survival = facts.statistic.kind, row.value == nil { return .immature }
        let end = min(covered.upperBound, facts.engine.input.asOf.day.days)
        let beginsBefore = row.period.first.days < covered.lowerBound && !facts.coverage.isOfAsOf
        return beginsBefore || row.period.last.days > end ? .part : .ok
    }
}

/// A member's tallies as its lines need them; none where it has no rows.
struct LineTallies {
    /// All of its rows, as the statistic counts them.
    let own: MemberTally?
    /// The same with the limits of its share turned.
    var boundary: MemberTally?
    /// The rows without an end, where it is asked how long they go on.
    var unended: MemberTally?
    /// The rows of the value that the statistic is about.
    var part: MemberTally?
    /// The rows that count by whether their story is finished: `MaturityClass`.
    var maturity: MemberTally?
}

extension FigureRow.State {
    /// The one that says less, of the states that a figure with rows can have.
    fileprivate func worse(_ other: FigureRow.State) -> FigureRow.State {
        let order: [FigureRow.State] = [.ok, .part, .immature, .empty]
        func place(_ state: FigureRow.State) -> Int { order.firstIndex(of: state) ?? order.count }
        return place(other) > place(self) ? other : self
    }
}
