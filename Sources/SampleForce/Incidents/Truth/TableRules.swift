/// How often each rule over derived tables must fail: by rule, table and number.
struct TableRules {
    private var counts: [[String]: Int] = [:]

    mutating func add(_ rule: String, _ table: String, _ count: Int = 1) {
        counts[[rule, table], default: 0] += count
    }

    mutating func merge(_ other: TableRules) {
        counts.merge(other.counts) { $0 + $1 }
    }

    var json: JSON {
        .list(
            counts.filter { $0.value > 0 }.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
                .object([("rule", .text($0[0])), ("table", .text($0[1])), ("count", .number(counts[$0] ?? 0))])
            })
    }

    /// What one log fails. What a rejected log leaves behind names a log that is not there.
    mutating func count(_ facts: LogFacts) {
        let log = facts.log
        guard log.fate == .accepted else {
            if log.fate == .rejected { countOrphans(of: log) }
            return
        }
        if let received = log.received, log.created < received - 60 { add("DQ11a", "logs") }
        if let first = facts.firstAssigned, first < log.created - 60 { add("DQ11b", "incidents") }
        if let arrived = facts.arrived, let closed = log.closed, closed < arrived { add("DQ11d", "responses") }
        if facts.isAtScene { add("DQ12", "responses") }
        if let arrived = facts.arrived {
            let response = arrived - facts.start(facts.judgedGrade)
            if facts.judgedGrade == 1 && response > 86_400 || facts.judgedGrade == 2 && response > 604_800 {
                add("DQ13", "responses")
            }
        }
        if let attended = log.attended, attended == (facts.arrived == nil) { add("DQ14", "responses") }
        if log.duplicateOf == log.id || log.duplicateOf?.number == LogID.nowhere { add("DQ15", "incidents") }
        for (before, step) in zip(log.regrades, log.regrades.dropFirst()) where step.from != before.to {
            add("DQ16a", "regrades")
        }
        if let last = log.regrades.last, log.finalGrade != last.to { add("DQ16b", "responses") }
        if log.spoiled[.callRef] != nil { add("DQ23a", "incidents") }
    }

    private mutating func countOrphans(of log: Log) {
        add("DQ23b", "resources", log.visits.count { $0.fate == .accepted })
        add("DQ23c", "entries", log.entries.count { $0.fate == .accepted })
        add("DQ23d", "regrades", log.regrades.count { $0.fate == .accepted })
        if log.origin == .emergency || log.origin == .nonEmergency, log.callRef != nil { add("DQ23e", "legs") }
    }

    mutating func count(_ strays: Strays) {
        add("DQ23b", "resources", strays.visits.count)
        add("DQ23c", "entries", strays.entries.count)
        add("DQ23d", "regrades", strays.regrades.count)
    }
}
