extension Fault {
    /// Texts for "nothing", and cells that are not what their column holds.
    static let cellFaults: [Fault] = [
        Fault(name: "null texts n/a, - and NULL", month: Month(2024, 12), count: 6, suits: isAny) { row, _ in
            row[.transferTo] = "n/a"
            row[.outcome] = "-"
            row[.callbackDue] = "NULL"
        },
        Fault(name: "spreadsheet error #REF!", month: Month(2026, 1), count: 3, suits: isAny) { row, _ in
            row[.transferTo] = "#REF!"
        },
        Fault(
            name: "talk time that is no duration", month: Month(2025, 6), count: 2, rule: "DQ05", code: "V04",
            column: "talk_s", fate: .rejected, suits: isAnswered
        ) { row, _ in row[.talk] = "00:1O:05" },
        Fault(
            name: "segment number that is no number", month: Month(2025, 7), count: 1, rule: "DQ05", code: "V03",
            column: "leg_seq", fate: .rejected, suits: isAny
        ) { row, _ in row[.seq] = "I" },
        Fault(
            name: "no identifier", month: Month(2025, 7), count: 2, rule: "DQ05", code: "V10", column: "call_id",
            fate: .rejected, suits: isAny
        ) { row, _ in row[.id] = "" },
        Fault(
            name: "no start time", month: Month(2025, 7), count: 2, rule: "DQ05", code: "V10", column: "offered_at",
            fate: .rejected, suits: isAny
        ) { row, _ in row[.start] = "-" },
        Fault(
            name: "00:00:00 for the time of answer, wait stated", month: Month(2025, 11), count: 3,
            column: "answered_at", suits: isEmergencyAnswered
        ) { row, _ in row[.answered] = "00:00:00" },
    ]
}
