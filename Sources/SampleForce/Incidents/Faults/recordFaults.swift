import Tables

extension LogFault {
    /// Records that a reader cannot take, or must take with care.
    static let recordFaults: [LogFault] = [
        LogFault(
            name: "stray quote in a summary: 14\" TV", month: Month(2025, 1), count: 3, code: "R01", fate: .rejected
        ) { log in
            log.summary = "14\" TV stolen from front room"
            log.isBare = true
        },
        LogFault(
            name: "a comma that makes a 44th column", month: Month(2025, 2), count: 2, code: "R08", fate: .rejected
        ) { log in
            log.summary = "flat 3, rear door"
            log.isBare = true
        },
        LogFault(name: "pound sign and curly apostrophe in a summary", month: Month(2025, 3), count: 5) { log in
            log.summary = "£40 taken from Mum’s purse"
        },
        LogFault(
            name: "formula in a beat", month: Month(2025, 3), count: 3, rule: "DQ27", column: "beat"
        ) { log in
            log.spoiled[.beat] = "=HYPERLINK(\"http://intranet.example/beat\",\"SA01\")"
        },
        LogFault(
            name: "log number in scientific notation: 2.2E+07", month: Month(2026, 3), count: 2, rule: "DQ05",
            code: "V09", column: "incident_id", fate: .rejected
        ) { log in
            log.spoiled[.number] = "2.2E+07"
        },
        LogFault(
            name: "call identifier without its leading zero: its call is not found", month: Month(2026, 4), count: 4,
            column: "call_id", suits: { $0.origin == .emergency }
        ) { log in
            log.spoiled[.callRef] = String((log.callRef ?? "").dropFirst())
        },
        LogFault(name: "null texts n/a, - and NULL", month: Month(2024, 12), count: 6, suits: hasBlanks) { log in
            log.spoiled = [.delay: "n/a", .dash: "-", .reopened: "NULL"]
        },
        LogFault(
            name: "yes as Yes, 1, T and true", month: Month(2025, 4), count: 8,
            suits: { $0.attended == true && $0.mustAttend == true && isAttended($0) }
        ) { log in
            log.spoiled = [.attended: ["Yes", "1", "T", "true"][log.number % 4], .mustAttend: "YES"]
        },
    ]

    @Sendable private static func hasBlanks(_ log: Log) -> Bool {
        log.delay == nil && log.dash == nil
    }
}

extension IncidentMonth {
    /// Equal records twice, and two pairs that contradict each other.
    mutating func repeatRecords(_ random: inout SplitMix64) {
        var places = logs.indices.filter { logs[$0].isPlain }
        random.shuffle(&places)
        for place in places.prefix(5) {
            logs[place].isStory = true
            var copy = logs[place]
            copy.fate = .duplicate
            copy.visits = []
            copy.regrades = []
            copy.entries = []
            logs.append(copy)
        }
        for place in places.dropFirst(5).prefix(2) {
            logs[place].fate = .rejected
            var other = logs[place]
            other.visits = []
            other.regrades = []
            other.entries = []
            other.callRef = nil
            other.spoiled[.team] = "\(other.place.area.short) Response 9"
            logs.append(other)
        }
        for place in places.dropFirst(7).filter({ logs[$0].visits.count == 2 }).prefix(3) {
            var visit = logs[place].visits[0]
            visit.fate = .duplicate
            logs[place].visits.append(visit)
            logs[place].isStory = true
        }
        planted += [
            (
                .logs,
                FileTruth.Planted(
                    fault: "record repeated exactly", rule: nil, code: nil, column: nil, fate: "duplicate", count: 5)
            ),
            (
                .logs,
                FileTruth.Planted(
                    fault: "two records of one log that contradict each other", rule: "DQ04", code: nil, column: nil,
                    fate: "rejected", count: 4)
            ),
            (
                .units,
                FileTruth.Planted(
                    fault: "record repeated exactly", rule: nil, code: nil, column: nil, fate: "duplicate", count: 3)
            ),
        ]
    }

    /// Units, entries and a regrade whose log is in no export.
    mutating func addStrays() {
        for number in 0..<4 {
            let id = LogID(day: month.first.adding(days: number), number: LogID.nowhere)
            let time = UKClock.utc(id.day, 43_200)
            strays.visits.append(
                (id, Log.Visit(callsign: "SAR98", type: .response, assigned: time, cleared: time + 1800)))
            strays.entries.append((id, Log.Entry(time: time, kind: .other)))
            guard number < 2 else { continue }
            strays.regrades.append((id, Log.Regrade(time: time, from: 2, to: 3, reason: "supervisor review")))
        }
        let name = "log is in no export"
        planted += [(LogSource.units, 4), (.entries, 4), (.grades, 2)].map { source, count in
            (
                source,
                FileTruth.Planted(
                    fault: name, rule: nil, code: nil, column: "incident_id", fate: "accepted", count: count)
            )
        }
    }
}
