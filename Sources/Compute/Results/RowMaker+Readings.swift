import Definitions
import Expressions
import Statistics
import Tables

/// The value of each kind of statistic, with the bounds that unknown rows allow it (LANGUAGE section 4).
extension RowMaker {
    func readings(_ counts: Counts, _ tallies: LineTallies, in period: Period) -> Readings {
        switch facts.statistic.kind {
        case .share, .band, .part:
            return Readings(
                lowest: counts.lowestShare.reading, value: counts.share.reading,
                highest: counts.highestShare.reading)
        case .count:
            return counted(counts, per: 1)
        case .countPerHour:
            let hours = elapsedHours(in: period)
            return hours > 0 ? counted(counts, per: Double(hours)) : Readings()
        case .stock:
            let instants = facts.plan.instants == .hour ? elapsedHours(in: period) : 1
            return instants > 0 ? stock(counts, instants: Double(instants)) : Readings()
        case .mean:
            return means(counts)
        case .sum:
            return sums(counts)
        case .quantile(of: _, let quantile):
            return tallies.own.map { quantiles(quantile, counts, $0, in: period) } ?? Readings()
        case .per(_, let summary):
            return tallies.own.map { summarised(summary, counts, $0, in: period) } ?? Readings()
        case .survival:
            return survival(counts, tallies, in: period)
        case .mix, .difference, .ratio:
            return Readings()
        }
    }

    private var scale: Double { Double(facts.plan.figure.valueScale) }
    private var times: Double { Double(facts.plan.figure.times) }

    private func counted(_ counts: Counts, per divisor: Double) -> Readings {
        func reading(_ count: Int) -> Reading { Reading(value: Double(count) / divisor, count: count) }
        return Readings(
            lowest: reading(counts.certainHits), value: reading(counts.hits),
            highest: reading(counts.certainHits + counts.certainUnknown + counts.doubtful))
    }

    private func stock(_ counts: Counts, instants: Double) -> Readings {
        func reading(_ value: Double) -> Reading { Reading(value: value, count: counts.denominator) }
        // A row without an instant may be open at every one.
        let undated = Double(counts.undatedRows)
        let dated = Double(counts.certainHits + counts.certainUnknown + counts.doubtful) - undated
        return Readings(
            lowest: reading(Double(counts.certainHits) / instants), value: reading(Double(counts.hits) / instants),
            highest: reading(dated / instants + undated))
    }

    private func means(_ counts: Counts) -> Readings {
        let sum = counts.sums.certain + counts.sums.doubtful
        var found = Readings()
        if counts.denominator > 0 {
            let value = Double(sum) * times / (Double(counts.denominator) * scale)
            found.value = Reading(value: value, count: counts.denominator)
        }
        let unknown = counts.unknownValues
        let total = counts.certainHits + unknown
        guard total > 0 else { return found }
        func bound(_ limit: Int64) -> Double {
            Double(counts.sums.certain + limit * Int64(unknown)) * times / (Double(total) * scale)
        }
        if unknown == 0 {
            found.lowest = Reading(value: bound(0), count: total)
            found.highest = found.lowest
        } else if let range = facts.range {
            // Values beyond the plausible range may have been seen: the figure itself is always possible.
            let (low, high) = (bound(range.lowerBound), bound(range.upperBound))
            found.lowest = Reading(value: min(low, found.value?.value ?? low), count: total)
            found.highest = Reading(value: max(high, found.value?.value ?? high), count: total)
        }
        return found
    }

    private func sums(_ counts: Counts) -> Readings {
        let value = Reading(
            value: Double(counts.sums.certain + counts.sums.doubtful) / scale, count: counts.denominator)
        let unknown = counts.unknownValues
        if unknown == 0 { return Readings(lowest: value, value: value, highest: value) }
        let total = counts.certainHits + unknown
        func reading(_ limit: Int64) -> Reading {
            Reading(value: Double(counts.sums.certain + limit * Int64(unknown)) / scale, count: total)
        }
        return Readings(
            lowest: facts.leastAdded.map(reading), value: value, highest: facts.range.map { reading($0.upperBound) })
    }

    private func quantiles(
        _ chosen: Measure.Quantile, _ counts: Counts, _ tally: MemberTally, in period: Period
    ) -> Readings {
        let all = tally.distribution(on: days(of: period), isCertainOnly: false)
        let unknown = counts.unknownValues
        // A value beyond the plausible range has been seen, so an unknown one may lie there too.
        let seen = all.bounds
        let low = facts.range.map { min($0.lowerBound, seen?.least ?? $0.lowerBound) }
        let high = facts.range.map { max($0.upperBound, seen?.greatest ?? $0.upperBound) }
        func reading(_ values: WidenedCounts) -> Reading? {
            let (top, bottom) = (chosen.numerator, chosen.denominator)
            guard let found = quantile(values, numerator: top, denominator: bottom) else { return nil }
            let interval = quantileInterval(values, numerator: top, denominator: bottom, ranks: facts.ranks)
            return Reading(
                value: found / scale,
                interval: Interval(lower: interval.lower.map { $0 / scale }, upper: interval.upper.map { $0 / scale }),
                count: values.count)
        }
        if unknown == 0 {
            let value = reading(WidenedCounts(all))
            return Readings(lowest: value, value: value, highest: value)
        }
        let certain = tally.distribution(on: days(of: period), isCertainOnly: true)
        return Readings(
            lowest: reading(WidenedCounts(certain, below: unknown, lowLimit: low)),
            value: reading(WidenedCounts(all)),
            highest: reading(WidenedCounts(certain, above: unknown, highLimit: high)))
    }

    /// Keys are not a sample of keys: no interval, and what a row without one may change is not bounded.
    private func summarised(
        _ summary: Measure.Summary, _ counts: Counts, _ tally: MemberTally, in period: Period
    ) -> Readings {
        let rows = tally.countsByValue(on: days(of: period))
        guard rows.count > 0 else { return Readings() }
        let value: Double? =
            switch summary {
            case .mean: Double(counts.hits) / Double(rows.count)
            case .quantile(let chosen):
                quantile(WidenedCounts(rows), numerator: chosen.numerator, denominator: chosen.denominator)
            }
        return Readings(value: value.map { Reading(value: $0, count: counts.denominator) })
    }

    /// Rows of unknown length may have ended at once, or may never.
    private func survival(_ counts: Counts, _ tallies: LineTallies, in period: Period) -> Readings {
        let days = days(of: period)
        func distribution(_ tally: MemberTally?, isCertainOnly: Bool) -> ValueCounts {
            tally?.distribution(on: days, isCertainOnly: isCertainOnly) ?? ValueCounts(values: [], counts: [])
        }
        func reading(isCertainOnly: Bool, atOnce: Int = 0, never: Int = 0) -> Reading? {
            survivalMedian(
                ended: distribution(tallies.own, isCertainOnly: isCertainOnly),
                unended: distribution(tallies.unended, isCertainOnly: isCertainOnly), atOnce: atOnce, never: never
            ).map { Reading(value: Double($0), count: counts.denominator) }
        }
        let unknown = counts.unknownValues
        return Readings(
            lowest: reading(isCertainOnly: true, atOnce: unknown), value: reading(isCertainOnly: false),
            highest: reading(isCertainOnly: true, never: unknown))
    }
}
