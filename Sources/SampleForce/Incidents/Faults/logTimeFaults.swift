extension LogFault {
    /// Times that cannot be, and times that stand for no time.
    static let timeFaults: [LogFault] = [
        LogFault(
            name: "24:10:00", month: Month(2025, 6), count: 2, rule: "DQ05", code: "V11",
            column: "thrive_recorded_at", fate: .rejected
        ) { $0.spoiled[.thrive] = "24:10:00" },
        LogFault(
            name: "31/02/2026", month: Month(2026, 2), count: 2, rule: "DQ05", code: "V11", column: "created_at",
            fate: .rejected
        ) { $0.spoiled[.created] = "31/02/2026 10:00:00" },
        LogFault(
            name: "spreadsheet serial 46012.59", month: Month(2026, 3), count: 2, rule: "DQ05", code: "V01",
            column: "call_received_at", fate: .rejected
        ) { $0.spoiled[.received] = "46012.59" },
        LogFault(
            name: "01/01/1900 for no time of closing", month: Month(2025, 7), count: 3, rule: "DQ07", code: "V08",
            column: "closed_at", suits: isAttended
        ) { log in
            log.spoiled[.closed] = "01/01/1900 00:00:00"
            log.closed = nil
        },
        LogFault(
            name: "30/12/1899 for a caller who did not cancel", month: Month(2025, 7), count: 2, rule: "DQ07",
            code: "V08", column: "cancelled_by_caller_at", suits: isAttended
        ) { $0.spoiled[.callerCancelled] = "30/12/1899 00:00:00" },
        LogFault(
            name: "no time of creation", month: Month(2025, 7), count: 2, rule: "DQ05", code: "V10",
            column: "created_at", fate: .rejected
        ) { $0.spoiled[.created] = "" },
        LogFault(
            name: "unit without a time of assignment", month: Month(2025, 8), count: 2, source: .units,
            column: "assigned_at", suits: { isAttended($0) && $0.visits.count > 1 }
        ) { log in
            log.visits[1].assigned = nil
        },
        LogFault(
            name: "appointment that ends before it begins", month: Month(2026, 5), count: 2, rule: "DQ17",
            column: "appointment_end", fate: .rejected, suits: { $0.appointment != nil }
        ) { log in
            guard let start = log.appointment?.lowerBound else { return }
            log.spoiled[.appointmentEnd] = String(britishStamp(UKClock.local(start - 3600)).dropLast(3))
        },
        LogFault(
            name: "appointment of 50 hours", month: Month(2026, 5), count: 1, rule: "DQ17", column: "appointment_end",
            fate: .rejected, suits: { $0.appointment != nil }
        ) { log in
            guard let start = log.appointment?.lowerBound else { return }
            log.spoiled[.appointmentEnd] = String(britishStamp(UKClock.local(start + 180_000)).dropLast(3))
        },
    ]
}
