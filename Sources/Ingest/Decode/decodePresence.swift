import Tables

/// What is kept of a text that nothing asks for.
enum Presence {
    /// A text.
    static let text: UInt8 = 0
    /// A text that a spreadsheet would take for a formula (DQ27).
    static let formula: UInt8 = 1

    static func of(firstByte: UInt8?) -> UInt8 {
        firstByte.map(isFormulaMark) ?? false ? formula : text
    }

    /// `=`, `+`, `-`, `@`, tab and carriage return, with which a formula begins.
    static func isFormulaMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 61, 43, 45, 64, 9, 13: true
        default: false
        }
    }
}

/// Which cells hold a text, without the texts: `Presence`, or `Missing.flag`. Identifiers are judged as if they were kept.
func decodePresence(_ cells: CellColumn, isIdentifier: Bool, _ faults: inout FaultList) -> [UInt8] {
    var values: [UInt8] = []
    values.reserveCapacity(cells.count)
    let text = cells.text.span
    for row in 0..<cells.count {
        let start = cells.starts[row]
        guard start != CellColumn.missing else {
            values.append(Missing.flag)
            continue
        }
        if isIdentifier, isSpoiled(text, Int(start), Int(cells.ends[row])) {
            faults.add(.spoiledIdentifier, row: row)
            values.append(Missing.flag)
        } else {
            values.append(Presence.of(firstByte: text[Int(start)]))
        }
    }
    return values
}

extension Column {
    /// What is kept of texts that nothing asks for.
    func presence(_ names: Names) -> Column {
        guard case .codes(let codes) = self else { return self }
        return .flags(
            codes.map { $0 == Missing.code ? Missing.flag : Presence.of(firstByte: names.bytes(of: $0).first) })
    }
}
