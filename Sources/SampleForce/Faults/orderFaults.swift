extension Fault {
    /// Events in the wrong order, too far apart, or missing.
    static let orderFaults: [Fault] = [
        Fault(
            name: "answered one second before it was offered", month: Month(2026, 6), count: 3, rule: "DQ08b",
            column: "answered_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.answered] = britishStamp(UKClock.local(call.started - 1))
            let lead = call.legs[0].networkConnected.map { call.started - $0 } ?? 0
            call.intent.wait = 0
            call.intent.networkWait = lead
            call.intent.handlerWait = 0
        },
        Fault(
            name: "answered ten seconds before it was offered", month: Month(2026, 6), count: 3, rule: "DQ08a",
            column: "answered_at", fate: .rejected, suits: isAnswered
        ) { row, call in row[.answered] = britishStamp(UKClock.local(call.started - 10)) },
        Fault(
            name: "abandoned before it was offered", month: Month(2026, 6), count: 2, rule: "DQ08c",
            column: "abandoned_at", fate: .rejected, suits: isAbandoned
        ) { row, call in row[.abandoned] = britishStamp(UKClock.local(call.started - 5)) },
        Fault(
            name: "ended before it was answered", month: Month(2026, 6), count: 2, rule: "DQ08d", column: "ended_at",
            fate: .rejected, suits: isAnswered
        ) { row, call in row[.stop] = britishStamp(UKClock.local(call.started)) },
        Fault(
            name: "network time 300 seconds before the offer", month: Month(2025, 6), count: 4, rule: "DQ08e",
            column: "network_connected_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.network] = britishStamp(UKClock.local(call.started - 300))
            call.intent.networkWait = nil
        },
        Fault(
            name: "network time 30 seconds after the offer", month: Month(2026, 4), count: 2, rule: "DQ08e",
            column: "network_connected_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.network] = britishStamp(UKClock.local(call.started + 30))
            call.intent.networkWait = nil
        },
        Fault(
            name: "answered, but neither time nor wait", month: Month(2026, 4), count: 3, rule: "DQ09a",
            column: "answered_at", suits: isAnswered
        ) { row, call in
            row[.answered] = ""
            call.intent.wait = nil
            call.intent.networkWait = nil
            call.intent.handlerWait = nil
        },
        Fault(
            name: "both answered and abandoned", month: Month(2026, 4), count: 3, rule: "DQ09b",
            column: "abandoned_at", suits: isAnswered
        ) { row, _ in row[.abandoned] = row[.answered] },
        Fault(
            name: "999 wait of 2 h 10 min", month: Month(2024, 12), count: 1, rule: "DQ10", column: "wait",
            suits: isEmergencyAnswered
        ) { row, call in
            let wait = 7800
            let ended = call.started + wait + call.legs[0].ended - (call.legs[0].answered ?? call.started)
            row[.queueTime] = clockText(wait - call.legs[0].ring)
            row[.stop] = clockText(UKClock.local(ended).second)
            call.intent.networkWait = call.intent.networkWait.map { $0 + wait - (call.intent.wait ?? 0) }
            call.intent.wait = wait
            call.intent.handlerWait = wait
        },
        Fault(
            name: "101 wait of 4 h 5 min", month: Month(2025, 12), count: 2, rule: "DQ10", column: "wait",
            suits: {
                $0.intent.channel == .nonEmergency && $0.intent.isAnswered
                    && UKClock.local($0.started).day < $0.month.last
            }
        ) { row, call in
            let wait = 14_700
            row[.answered] = britishStamp(UKClock.local(call.started + wait))
            row[.stop] = britishStamp(UKClock.local(call.started + wait + 60))
            call.intent.wait = wait
            if call.intent.handlerWait != nil { call.intent.handlerWait = wait }
        },
    ]
}
