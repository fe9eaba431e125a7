extension Fault {
    /// Quotes, commas, line breaks, characters and formulas.
    static let textFaults: [Fault] = [
        Fault(
            name: "stray quote in a note: 14\" TV", month: Month(2025, 1), count: 3, code: "R01", fate: .rejected,
            suits: isAny
        ) { row, _ in
            row[.note] = "14\" TV stolen from front room"
            row.bare.insert(.note)
        },
        Fault(
            name: "a comma that makes a 27th column", month: Month(2025, 1), count: 2, code: "R08", fate: .rejected,
            suits: isAny
        ) { row, _ in
            row[.note] = "flat 3, rear door"
            row.bare.insert(.note)
        },
        Fault(name: "pound sign and curly apostrophe in a note", month: Month(2025, 1), count: 5, suits: isAny) {
            row, _ in
            row[.note] = "£40 taken from Mum’s purse"
        },
        Fault(
            name: "curly apostrophe in a queue name", month: Month(2025, 1), count: 3, column: "queue", suits: isAny
        ) { row, _ in row[.queue] = "Victims’ Desk" },
        Fault(
            name: "byte that windows-1252 does not have", month: Month(2025, 4), count: 2, rule: "DQ28", code: "R06",
            fate: .rejected, suits: isAny
        ) { row, _ in row[.note] = "caller gave name \u{81}" },
        Fault(
            name: "line break in a note, where it is declared", month: Month(2025, 12), count: 4, suits: isAny
        ) { row, _ in row[.note] = "rang again,\nsays \"still waiting\"" },
        Fault(
            name: "formula in a queue name", month: Month(2025, 12), count: 3, rule: "DQ27", column: "queue",
            suits: isAny
        ) { row, _ in row[.queue] = "=HYPERLINK(\"http://intranet.example/101\",\"101 Main\")" },
        Fault(
            name: "line break in a queue name, where it is not declared: two broken records", month: Month(2025, 11),
            count: 2, code: "R03", fate: .rejected, suits: isAny
        ) { row, _ in
            row[.queue] = "101\nMain"
            row.records = 2
        },
    ]
}
