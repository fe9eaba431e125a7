extension CrimeFault {
    /// Faults of entries and of the outcome history.
    static let entryFaults: [CrimeFault] = [
        CrimeFault(
            name: "kind of entry that is not in the map", month: Month(2025, 1), count: 4, place: .events,
            rule: "DQ06", code: "V06", column: "event_type", suits: { !$0.events.isEmpty }
        ) { $0.events[0].label = "PROPERTY" },
        CrimeFault(
            name: "kind of entry that is not in the map", month: Month(2026, 3), count: 3, place: .events,
            rule: "DQ06", code: "V06", column: "event_type", suits: { !$0.events.isEmpty }
        ) { $0.events[0].label = "Property Seized" },
        CrimeFault(
            name: "entry at 31/09", month: Month(2025, 9), count: 2, place: .events, rule: "DQ05", code: "V11",
            column: "event_at", fate: .rejected, suits: { !$0.events.isEmpty }
        ) { crime in
            crime.events[0].spoiledTime = "31/09/2025 10:00"
            crime.events[0].fate = .rejected
        },
        CrimeFault(
            name: "outcome that is not in the map", month: Month(2025, 3), count: 3, place: .outcomes, rule: "DQ06",
            code: "V06", column: "outcome_code", suits: isFinished
        ) { $0.outcomes[0].label = "CR2" },
        CrimeFault(
            name: "outcome that is not in the map", month: Month(2026, 3), count: 3, place: .outcomes, rule: "DQ06",
            code: "V06", column: "outcome_code", suits: isFinished
        ) { $0.outcomes[0].label = "Restorative Justice - Level 2" },
        CrimeFault(
            name: "outcome on 00/00", month: Month(2025, 7), count: 2, place: .outcomes, rule: "DQ05", code: "V11",
            column: "outcome_at", fate: .rejected, suits: isFinished
        ) { crime in
            crime.outcomes[0].spoiledTime = "00/00/2025 00:00:00"
            crime.outcomes[0].fate = .rejected
        },
    ]
}
