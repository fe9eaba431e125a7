import Tables

extension CrimeFault {
    /// Times and states that contradict each other.
    static let orderFaults: [CrimeFault] = [
        CrimeFault(
            name: "recorded 30 seconds before the report: clocks differ", month: Month(2026, 1), count: 4,
            column: "recorded_at"
        ) { $0.reported = $0.recorded + 30 },
        CrimeFault(
            name: "recorded three hours before the report", month: Month(2025, 4), count: 4, column: "recorded_at",
            suits: isDaytime
        ) { $0.reported = $0.recorded + 10_800 },
        CrimeFault(
            name: "recorded two hours before the report", month: Month(2026, 7), count: 3, column: "recorded_at",
            suits: isDaytime
        ) { $0.reported = $0.recorded + 7200 },
        CrimeFault(
            name: "outcome three days before the record", month: Month(2025, 2), count: 4, place: .outcomes,
            column: "outcome_at", suits: { isFinished($0) && $0.withdrawal == nil }
        ) { $0.outcomes[0].time = $0.recorded - 259_200 },
        CrimeFault(
            name: "closed without an outcome", month: Month(2025, 6), count: 6, column: "status", suits: isFinished
        ) { crime in
            crime.statusFault = .closed
            crime.outcomes = []
            crime.withdrawal = nil
        },
        CrimeFault(
            name: "closed without an outcome", month: Month(2026, 2), count: 4, column: "status", suits: isFinished
        ) { crime in
            crime.statusFault = .closed
            crime.outcomes = []
            crime.withdrawal = nil
        },
        CrimeFault(
            name: "open with an outcome", month: Month(2025, 9), count: 3, column: "status", suits: isFinished
        ) { $0.statusFault = .open },
        CrimeFault(
            name: "plan three days before the allocation", month: Month(2025, 5), count: 3, column: "plan_at",
            suits: isPlanned
        ) { $0.investigation.plan = ($0.investigation.allocated ?? $0.recorded) - 259_200 },
        CrimeFault(
            name: "review before the allocation", month: Month(2025, 8), count: 3, place: .events, column: "event_at",
            suits: { isPlanned($0) && ($0.investigation.allocated ?? 0) > $0.recorded + 7200 }
        ) { crime in
            crime.events.insert(
                CrimeEvent(type: .review, time: crime.recorded + 3600, officer: crime.officer), at: 0)
        },
    ]

    /// Hours before or after are no repeated ones.
    @Sendable private static func isDaytime(_ crime: Crime) -> Bool {
        (32_400...64_800).contains(UKClock.local(crime.recorded).second)
    }
}
