extension LogFault {
    /// Labels that the mapping does not know.
    static let labelFaults: [LogFault] = [
        LogFault(
            name: "DASH Refused, not in the map", month: Month(2026, 6), count: 4, rule: "DQ06", code: "V06",
            column: "dash_status", suits: { $0.isDomestic && isAttended($0) }
        ) { log in
            log.spoiled[.dash] = "Refused"
            log.dash = nil
        },
        LogFault(
            name: "delay reason No resource, not in the map", month: Month(2026, 6), count: 3, rule: "DQ06",
            code: "V06", column: "delay_reason", suits: { $0.delay == .noUnit }
        ) { log in
            log.spoiled[.delay] = "No resource"
            log.delay = nil
        },
        LogFault(
            name: "status CLOSED (A), not in the map", month: Month(2026, 6), count: 3, rule: "DQ06", code: "V06",
            column: "status", suits: isAttended
        ) { $0.status = .unknown },
        LogFault(
            name: "source TWITTER, not in the map", month: Month(2026, 6), count: 2, rule: "DQ06", code: "V06",
            column: "origin", suits: { $0.origin == .counter }
        ) { $0.origin = .unknown },
        LogFault(
            name: "unit type DRONE, not in the map", month: Month(2026, 6), count: 3, source: .units, rule: "DQ06",
            code: "V06", column: "resource_type", suits: { isAttended($0) && $0.visits.count > 1 }
        ) { log in
            log.visits[1].label = "DRONE"
        },
        LogFault(
            name: "opening code that the table does not know", month: Month(2026, 7), count: 4, column: "opening_code",
            suits: { $0.code.hasVictim }
        ) { log in
            log.code = OpeningCode(name: "ZZ9", isCrime: false, hasVictim: false, grades: [])
        },
    ]
}
