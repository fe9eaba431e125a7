package import Compute
package import Definitions
import Tables

/// The releases that the figures of a run no longer repeat, in the order of the register.
func movedReleases(
    _ definition: PipelineDefinition, _ results: [FigureRow], _ breakdowns: [FigureRow]
) -> [MovedRelease] {
    guard !definition.releases.isEmpty else { return [] }
    let released = Set(definition.releases.map(\.line))
    var rows: [FigureRow.Line: [FigureRow]] = [:]
    for table in [results, breakdowns] {
        var last: (line: FigureRow.Line, isReleased: Bool)?
        for place in table.indices {
            let line = table[place].line
            if last?.line !== line { last = (line, released.contains(line)) }
            if last?.isReleased ?? false { rows[line, default: []].append(table[place]) }
        }
    }
    return definition.releases.compactMap { release in
        let now = releasedFigure(release, among: rows[release.line] ?? [])
        if let now, !hasMoved(release, now: now) { return nil }
        return MovedRelease(release: release, now: now, sentence: movedSentence(release, now: now, in: definition))
    }
}

extension Release {
    /// The line of the tables that it was taken from.
    fileprivate var line: FigureRow.Line {
        FigureRow.Line(kpi: kpi, statistic: statistic, dimension: dimension, member: member)
    }
}

/// What the figures say now of a released figure.
package func releasedFigure(_ release: Release, among rows: [FigureRow]) -> FigureRow? {
    let own = rows.filter {
        $0.kpi == release.kpi && $0.statistic == release.statistic && $0.dimension == release.dimension
            && $0.member == release.member
    }
    return own.first { $0.period == release.period } ?? pooled(own, over: release.period)
}

/// A span that is no row of the tables, put together from its months where counts add up.
private func pooled(_ rows: [FigureRow], over period: Period) -> FigureRow? {
    guard let first = rows.first, first.statistic == "share" || first.statistic == "count" else { return nil }
    let months = rows.filter {
        $0.period.kind == .month && period.first <= $0.period.first && $0.period.last <= period.last
    }
    let days = months.reduce(0) { $0 + $1.period.range.count }
    guard days == period.range.count, months.allSatisfy({ $0.numerator != nil || $0.denominator != nil }) else {
        return nil
    }
    var row = FigureRow(
        kpi: first.kpi, statistic: first.statistic, period: period, dimension: first.dimension, member: first.member)
    let denominator = months.reduce(0) { $0 + ($1.denominator ?? 0) }
    if first.statistic == "count" {
        row.numerator = months.contains { $0.numerator != nil } ? months.reduce(0) { $0 + ($1.numerator ?? 0) } : nil
        row.denominator = months.contains { $0.denominator != nil } ? denominator : nil
        row.value = months.reduce(0) { $0 + ($1.value ?? 0) }
    } else {
        let numerator = months.reduce(0) { $0 + ($1.numerator ?? 0) }
        row.numerator = numerator
        row.denominator = denominator
        row.value = denominator > 0 ? 100 * numerator / Double(denominator) : nil
    }
    return row
}

/// Whether a figure is no longer what was released. Values are written with all their digits: only what a sum in another
/// order leaves is let pass.
package func hasMoved(_ release: Release, now: FigureRow) -> Bool {
    guard let value = now.value, abs(value - release.value) <= abs(release.value) * 1e-12 else { return true }
    return now.denominator != release.denominator || !isEqual(now.numerator, release.numerator)
}

private func isEqual(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return abs(one - other) <= abs(other) * 1e-12
}
