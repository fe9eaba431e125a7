import Tables

extension LogFault {
    /// Times in the wrong order or too far apart, and a log with nine units.
    static let orderFaults: [LogFault] = [
        LogFault(
            name: "call received five minutes after the log's creation", month: Month(2025, 3), count: 3,
            column: "call_received_at", suits: { $0.grade > 3 && $0.visits.isEmpty && $0.received != nil }
        ) { $0.received = $0.created + 300 },
        LogFault(
            name: "unit assigned ten minutes before the log's creation", month: Month(2025, 4), count: 3,
            source: .units, column: "assigned_at", suits: isSteady
        ) { log in
            log.visits[0].assigned = log.created - 600
        },
        LogFault(
            name: "arrival before dispatch", month: Month(2025, 5), count: 3, source: .units, rule: "DQ11c",
            column: "arrived_at", suits: { isSteady($0) && $0.visits.count == 1 && isSoon($0) }
        ) { log in
            let visit = log.visits[0]
            guard let arrived = visit.arrived else { return }
            log.visits[0].assigned = arrived + 240
            log.visits[0].mobile = nil
        },
        LogFault(
            name: "closed before the arrival", month: Month(2025, 5), count: 2, column: "closed_at", suits: isSteady
        ) { log in
            guard let arrival = log.arrival else { return }
            log.closed = max(log.created + 5, arrival - 120)
        },
        LogFault(
            name: "arrival is the creation: an officer was there", month: Month(2025, 6), count: 6, source: .units,
            column: "arrived_at", suits: { isSteady($0) && $0.visits.count <= 2 }
        ) { log in
            log.visits[0].assigned = log.created
            log.visits[0].mobile = nil
            log.visits[0].arrived = log.created + log.number % 2
            log.arrival = log.created
        },
        LogFault(
            name: "response of 30 hours in grade 1", month: Month(2025, 6), count: 2, source: .units,
            column: "arrived_at", suits: { isSteady($0) && $0.grade == 1 && $0.visits.count == 1 }
        ) { log in
            let arrival = log.created + 108_000
            log.visits[0].arrived = arrival
            log.visits[0].cleared = arrival + 1800
            log.arrival = arrival
            log.closed = arrival + 3600
        },
        LogFault(
            name: "arrival in the month after", month: Month(2025, 8), count: 3, source: .units,
            column: "arrived_at",
            suits: {
                isAttended($0) && $0.grade == 3 && $0.regrades.isEmpty && $0.visits.count == 1
                    && $0.day.components.day > 25
            }
        ) { log in
            let arrival = UKClock.utc(log.day.adding(days: 7), 39_600)
            log.visits[0].assigned = arrival - 1800
            log.visits[0].mobile = arrival - 1500
            log.visits[0].arrived = arrival
            log.visits[0].cleared = arrival + 1800
            log.arrival = arrival
            log.closed = arrival + 3600
        },
        LogFault(
            name: "one log with nine units", month: Month(2026, 7), count: 1, source: .units, suits: isSteady
        ) { log in
            guard let first = log.visits.first, let assigned = first.assigned, let arrival = log.arrival else { return }
            log.visits = (0..<9).map { rank in
                var visit = first
                visit.callsign = "\(log.place.area.short)R\(padded(rank * 10 + 1, 2))"
                visit.assigned = assigned + rank * 7
                visit.mobile = nil
                visit.arrived = arrival + rank * 60
                return visit
            }
        },
    ]

    @Sendable private static func isSoon(_ log: Log) -> Bool {
        (log.arrival ?? 0) < log.created + 3000
    }
}
