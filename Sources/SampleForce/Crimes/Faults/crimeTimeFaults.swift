import Tables

extension CrimeFault {
    /// Times that cannot be, times that stand for no time, and those of the nights on which the clocks change.
    static let timeFaults: [CrimeFault] = [
        CrimeFault(
            name: "24:10", month: Month(2025, 7), count: 2, rule: "DQ05", code: "V11", column: "reported_at",
            fate: .rejected
        ) { $0.spoiled[.reported] = "\(britishDate(UKClock.local($0.recorded).day)) 24:10" },
        CrimeFault(
            name: "24:10:00", month: Month(2026, 6), count: 2, rule: "DQ05", code: "V11", column: "reported_at",
            fate: .rejected
        ) { $0.spoiled[.reported] = "\(UKClock.local($0.recorded).day)T24:10:00" },
        CrimeFault(
            name: "2026-02-31", month: Month(2026, 3), count: 2, rule: "DQ05", code: "V11", column: "recorded_at",
            fate: .rejected
        ) { $0.spoiled[.recorded] = "2026-02-31T10:00:00" },
        CrimeFault(
            name: "British date in an ISO column", month: Month(2026, 6), count: 2, rule: "DQ05", code: "V01",
            column: "recorded_at", fate: .rejected
        ) { $0.spoiled[.recorded] = "14/06/2026 10:00" },
        CrimeFault(
            name: "no time of recording", month: Month(2025, 8), count: 2, rule: "DQ05", code: "V10",
            column: "recorded_at", fate: .rejected
        ) { $0.spoiled[.recorded] = "" },
        CrimeFault(
            name: "01/01/1900 for no plan", month: Month(2025, 3), count: 4, rule: "DQ07", code: "V08",
            column: "plan_at", suits: isPlanned
        ) { crime in
            crime.spoiled[.plan] = "01/01/1900 00:00"
            crime.investigation.plan = nil
        },
        CrimeFault(
            name: "1899-12-30 for no review", month: Month(2026, 4), count: 3, rule: "DQ07", code: "V08",
            column: "closing_review_at", suits: isFinished
        ) { crime in
            crime.spoiled[.closingReview] = "1899-12-30T00:00:00"
            crime.investigation.closingReview = nil
        },
        CrimeFault(
            name: "plan in the next century", month: Month(2026, 5), count: 2, rule: "DQ07", code: "V08",
            column: "plan_at", suits: isPlanned
        ) { crime in
            crime.spoiled[.plan] = "2062-05-14T09:00:00"
            crime.investigation.plan = nil
        },
        CrimeFault(
            name: "recorded at 01:30 on the night the clocks went back, before they did", month: Month(2025, 10),
            count: 1, rule: "DQ24", code: "T01", column: "recorded_at", suits: isQuiet
        ) { $0.move(reported: autumn - 600, recorded: autumn + 1800) },
        CrimeFault(
            name: "recorded at 01:20 on the night the clocks went back, after they did", month: Month(2025, 10),
            count: 1, rule: "DQ24", code: "T01", column: "recorded_at", suits: isQuiet
        ) { $0.move(reported: autumn - 1200, recorded: autumn + 4800) },
        CrimeFault(
            name: "recorded at 01:15 on the night the clocks went forward", month: Month(2026, 3), count: 1,
            rule: "DQ24", code: "T02", column: "recorded_at", suits: isQuiet
        ) { crime in
            crime.move(reported: spring - 1800, recorded: spring + 900)
            crime.spoiled[.recorded] = "2026-03-29T01:15:00"
        },
    ]

    /// 26 October 2025, 01:00 summer time; 29 March 2026, 01:00, when the clocks go to 02:00.
    private static let autumn = 1_761_436_800
    private static let spring = 1_774_746_000

    @Sendable private static func isQuiet(_ crime: Crime) -> Bool {
        crime.events.isEmpty && crime.investigation.isRequired == false
    }
}

extension Crime {
    /// Moves the crime to a planned time of recording, and all that came after it by as much and six hours more.
    fileprivate mutating func move(reported: Int, recorded: Int) {
        let shift = recorded - self.recorded + 21_600
        mapTimes { $0 + shift }
        clearRepeatedHours()
        self.reported = reported
        self.recorded = recorded
    }
}
