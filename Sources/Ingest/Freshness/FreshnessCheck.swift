import Definitions
import Tables

/// What the freshness of every source is held against in one run.
struct FreshnessCheck: Sendable {
    let asOf: AsOf
    let zone: ZoneTable
    /// What the clock says; nothing for a replay.
    let arrivals: Arrivals?
}

extension SourceRows {
    /// Holds the source against what it declares of its freshness, as `checkGates` does against its gates.
    mutating func check(_ check: FreshnessCheck) {
        let freshness = definition.freshness
        guard freshness != Freshness() else { return }
        checkArrival(freshness.arrival, check)
        checkMinimum(freshness.minimumRows)
        let days = DayCounts(of: summary, to: check.asOf, zone: check.zone)
        checkNewest(freshness.newestRecord, days.newest, check)
        checkWeekday(freshness.sameWeekday, days, check.asOf.day)
        checkMissing(freshness.daysMissing, days, check.asOf.day)
    }

    private mutating func checkNewest(_ limit: Freshness.Limit<Int64>, _ newest: Int64?, _ check: FreshnessCheck) {
        let day = Period.text(check.asOf.day)
        guard let newest else {
            guard let allowed = limit.fail ?? limit.warn else { return }
            find(
                "E0521", isFailure: limit.fail != nil, mayWait: true, given: check,
                "no accepted record has a time; expected one at most \(hours(allowed)) before the end of \(day)")
            return
        }
        let age = check.asOf.instant - newest
        guard let (allowed, isFailure) = passed(limit, by: { age > $0 }) else { return }
        find(
            "E0521", isFailure: isFailure, mayWait: true, given: check,
            "the newest record is of \(clock(newest, check.zone)), \(hours(age)) before the end of \(day); expected at "
                + "most \(hours(allowed))")
    }

    private mutating func checkArrival(_ limit: Freshness.Limit<Int64>, _ check: FreshnessCheck) {
        guard let now = check.arrivals?.now, let file = files.map(\.file).max(by: { $0.modified < $1.modified }),
            let (allowed, isFailure) = passed(limit, by: { now - file.modified > $0 })
        else { return }
        // What is published of a source that is left out must not depend on the minute of the attempt.
        let isLeftOut = isFailure && definition.onGate == .leaveOut
        let age =
            isLeftOut ? "longer before the run than" : "\(hours(now - file.modified)) before the run; expected at most"
        find(
            "E0522", isFailure: isFailure, mayWait: true, isOfAttempt: true, given: check,
            "the newest file, \(file.name), arrived \(age) \(hours(allowed))")
    }

    private mutating func checkMinimum(_ limit: Freshness.Limit<Int>) {
        let newest = files.indices.filter { exports[$0] == exports.max() }
        let count = newest.reduce(0) { $0 + summary.files[$1].count(.accepted) }
        guard let (allowed, isFailure) = passed(limit, by: { count < $0 }) else { return }
        let names = newest.map { files[$0].file.name }.joined(separator: ", ")
        find(
            "E0523", isFailure: isFailure,
            "the newest export, \(names), has \(grouped(count)) accepted row\(count == 1 ? "" : "s"); expected at least "
                + grouped(allowed))
    }

    private mutating func checkWeekday(_ limit: Freshness.Limit<Double>, _ days: DayCounts, _ day: CivilDate) {
        let count = days.count(of: day)
        let before = days.count(of: day.adding(days: -7))
        guard before > 0, let (allowed, isFailure) = passed(limit, by: { Double(count) < $0 * Double(before) }) else {
            return
        }
        find(
            "E0524", isFailure: isFailure,
            "\(grouped(count)) row\(count == 1 ? "" : "s") on \(Period.text(day)) and \(grouped(before)) a week before "
                + "(\(percent(Double(count) / Double(before)))); expected at least \(percent(allowed))")
    }

    private mutating func checkMissing(_ limit: Freshness.Limit<Int>, _ days: DayCounts, _ day: CivilDate) {
        let missing = days.missing
        guard let (allowed, isFailure) = passed(limit, by: { missing.count >= $0 }) else { return }
        let shown = missing.suffix(5).map { Period.text($0) }.joined(separator: ", ")
        let more = missing.count > 5 ? "the last of them " : ""
        find(
            "E0525", isFailure: isFailure,
            "no row on \(missing.count) of the \(DayCounts.span) days to \(Period.text(day)), \(more)\(shown); expected "
                + "fewer than \(allowed)")
    }

    /// The limit that is passed, the failing one first.
    private func passed<Value>(_ limit: Freshness.Limit<Value>, by isPassed: (Value) -> Bool) -> (Value, Bool)? {
        if let fail = limit.fail, isPassed(fail) { return (fail, true) }
        if let warn = limit.warn, isPassed(warn) { return (warn, false) }
        return nil
    }

    /// - Parameters:
    ///   - mayWait: whether a newer export, which need not be there yet, would mend it.
    ///   - isOfAttempt: whether it depends on the clock.
    private mutating func find(
        _ code: String, isFailure: Bool, mayWait: Bool = false, isOfAttempt: Bool = false,
        given check: FreshnessCheck? = nil, _ what: String
    ) {
        let message = "\(definition.name): \(what)"
        let help =
            "ask the supplier of \(definition.files) for the newest export, or change `freshness` of \(definition.name)"
        guard isFailure else {
            let finding = Diagnostic(.warning, code: code, message, at: definition.location, help: help)
            if isOfAttempt { ofAttempt.append(finding) } else { findings.append(finding) }
            return
        }
        if mayWait, check?.arrivals?.isDue(definition.name) == false {
            isAwaited = true
            return
        }
        let failure = Diagnostic(code: code, message, at: definition.location, help: help)
        if definition.onGate == .leaveOut {
            isStale = isStale || failures.isEmpty
            failures.append(failure)
        } else {
            overdue.append(failure)
        }
    }
}

/// `48 h` or `26 h 31 min`, begun minutes as whole ones.
private func hours(_ milliseconds: Int64) -> String {
    let minutes = (milliseconds + 59_999) / 60_000
    if minutes < 60 { return "\(minutes) min" }
    return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
}

/// `28 Sep 2026 23:58` as the zone's clocks showed it.
private func clock(_ instant: Int64, _ zone: ZoneTable) -> String {
    let day = zone.day(instant)
    let minutes = Int((zone.local(instant) - Int64(day.days) * 86_400_000) / 60_000)
    return "\(Period.text(day)) \(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
}
