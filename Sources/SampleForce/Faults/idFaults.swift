extension Fault {
    /// What a spreadsheet does to identifiers.
    static let idFaults: [Fault] = [
        Fault(
            name: "identifier in scientific notation: 2.2E+07", month: Month(2026, 2), count: 2, rule: "DQ05",
            code: "V09", column: "call_id", fate: .rejected, suits: isAny
        ) { row, _ in row[.id] = "2.2E+07" },
        Fault(
            name: "identifier without its leading zero: accepted, nothing can tell", month: Month(2026, 2), count: 12,
            column: "call_id", suits: isAny
        ) { row, _ in row[.id] = String(row[.id].dropFirst()) },
    ]
}
