extension Fault {
    /// Times that cannot be, and times that stand for no time.
    static let timeFaults: [Fault] = [
        Fault(
            name: "24:10:00", month: Month(2025, 2), count: 2, rule: "DQ05", code: "V11", column: "ended_at",
            fate: .rejected, suits: isAny
        ) { row, _ in row[.stop] = "24:10:00" },
        Fault(
            name: "31/02/2026", month: Month(2026, 2), count: 2, rule: "DQ05", code: "V11", column: "offered_at",
            fate: .rejected, suits: isAny
        ) { row, _ in row[.start] = "31/02/2026" + row[.start].dropFirst(10) },
        Fault(
            name: "spreadsheet serial 46012.59", month: Month(2026, 2), count: 2, rule: "DQ05", code: "V01",
            column: "offered_at", fate: .rejected, suits: isAny
        ) { row, _ in row[.start] = "46012.59" },
        Fault(
            name: "01/01/1900 for no network time", month: Month(2025, 3), count: 3, rule: "DQ07", code: "V08",
            column: "network_connected_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.network] = "01/01/1900 00:00:00"
            call.intent.networkWait = nil
        },
        Fault(
            name: "30/12/1899 for no network time", month: Month(2025, 3), count: 2, rule: "DQ07", code: "V08",
            column: "network_connected_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.network] = "30/12/1899 00:00:00"
            call.intent.networkWait = nil
        },
        Fault(
            name: "network time in the year 2062", month: Month(2026, 4), count: 2, rule: "DQ07", code: "V08",
            column: "network_connected_at", suits: isEmergencyAnswered
        ) { row, call in
            row[.network] = "12/04/2062 10:00:00"
            call.intent.networkWait = nil
        },
        Fault(
            name: "01/01/1900 for the required start", month: Month(2026, 1), count: 2, rule: "DQ05", code: "V08",
            column: "offered_at", fate: .rejected, suits: isAny
        ) { row, _ in row[.start] = "01/01/1900 00:00:00" },
    ]
}
