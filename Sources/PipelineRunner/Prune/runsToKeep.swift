import Definitions
import RunStore
import Tables

/// What is to become of each published run, the newest first: what it stays for, or nothing when it goes.
///
/// - Parameter released: ids of runs that a figure was released from; they may be given by their beginnings.
func runsToKeep(
    _ runs: [Publication.PublishedRun], latest: (asOf: String, run: String)?, released: [String], _ policy: KeepPolicy
) -> [(run: Publication.PublishedRun, keptBecause: String?)] {
    let days = distinct(runs.map(\.asOf))
    let daily = Set(days.prefix(policy.daily))
    let ends = Set(monthEnds(days).prefix(policy.monthEnds))
    var seen: Set<CivilDate> = []
    return runs.map { run in
        let isNewest = seen.insert(run.asOf).inserted
        if let latest, latest.asOf == "\(run.asOf)", latest.run == run.run { return (run, "latest") }
        if released.contains(where: { !$0.isEmpty && run.run.hasPrefix($0.lowercased()) }) {
            return (run, "released: releases.csv names it")
        }
        if daily.contains(run.asOf) { return (run, newestDays(policy.daily)) }
        if isNewest, ends.contains(run.asOf) { return (run, "end of \(Period(.month, containing: run.asOf).id)") }
        return (run, nil)
    }
}

/// The last day with a run of each month that is over, the newest first. Of days in the order newest first.
private func monthEnds(_ days: [CivilDate]) -> [CivilDate] {
    var ends: [CivilDate] = []
    var seen: Set<String> = []
    for day in days {
        let month = Period(.month, containing: day)
        guard seen.insert(month.id).inserted else { continue }
        // The newest month has not ended before its last day is published.
        if day == days.first, day != month.last { continue }
        ends.append(day)
    }
    return ends
}

private func distinct(_ days: [CivilDate]) -> [CivilDate] {
    var seen: Set<CivilDate> = []
    return days.filter { seen.insert($0).inserted }
}

/// Why what is of one of the newest days stays.
func newestDays(_ count: Int) -> String {
    count == 1 ? "of the newest day" : "of the newest \(count) days"
}
