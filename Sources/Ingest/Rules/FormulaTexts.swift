import Tables

/// Which texts a spreadsheet would take for a formula (DQ27), by their numbers.
struct FormulaTexts {
    private let marks: [Bool]
    private let size: Int
    /// Whether any is.
    let isAny: Bool

    init(_ names: Names) {
        size = names.size
        isAny = names.hasText(beginningWith: Presence.isFormulaMark)
        marks =
            !isAny
            ? []
            : (0..<names.count).map { code in
                names.firstByte(of: Int32(code)).map(Presence.isFormulaMark) ?? false
            }
    }

    /// Looks at all of them again only where there are more.
    mutating func keepUp(with names: Names) {
        if names.size != size { self = FormulaTexts(names) }
    }

    subscript(code: Int32) -> Bool { marks[Int(code)] }
}
