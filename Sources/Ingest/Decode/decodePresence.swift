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
    presence(of: cells, isIdentifier: isIdentifier, &faults) { _, _ in }
}

/// The same of a key, with what tells its texts apart, which needs a look at the same cells.
func decodePresence(
    _ cells: CellColumn, isIdentifier: Bool, _ proof: inout KeyProof, _ faults: inout FaultList
) -> [UInt8] {
    if proof.means == .numbers {
        var numbers: [Int64] = []
        numbers.reserveCapacity(cells.count)
        let found = presence(of: cells, isIdentifier: isIdentifier, &faults) { numbers.append(wordNumber(of: $0, $1)) }
        proof = KeyProof(KeyNumbers(numbers))
        return found
    }
    var walk = KeyOrder.Walk()
    let found = presence(of: cells, isIdentifier: isIdentifier, &faults) { walk.add($0, $1) }
    proof = KeyProof(KeyOrder(walk, cells.text))
    return found
}

/// - Parameter see: is given each cell that is not missing.
@inline(__always)
private func presence(
    of cells: CellColumn, isIdentifier: Bool, _ faults: inout FaultList,
    _ see: (Span<UInt8>, RecordBatch.Cell) -> Void
) -> [UInt8] {
    let text = cells.text.span
    guard !text.isEmpty else { return Array(repeating: Missing.flag, count: cells.count) }
    // What a cell's first byte tells of it. Whether there is one is as good as chance in some columns, so that it is not
    // branched on.
    let closer: UInt8 = 0x7F
    let kinds = (UInt8.min...UInt8.max).map { first in
        if cells.mayBeNull(first: first) || (isIdentifier && mayBeginSpoiled(first)) { return closer }
        return Presence.of(firstByte: first)
    }
    return [UInt8](capacity: cells.count) { values in
        let kinds = kinds.span
        for row in 0..<cells.count {
            let place = cells.place(of: row)
            let first = text[min(Int(place.start), text.count - 1)]
            let kind = place.start < place.end ? kinds[Int(first)] : Missing.flag
            if kind != closer {
                values.append(kind)
                if kind != Missing.flag { see(text, place) }
                continue
            }
            let cell = cells[row]
            if cell.isMissing {
                values.append(Missing.flag)
                continue
            }
            see(text, cell)
            if isIdentifier, isSpoiled(text, Int(cell.start), Int(cell.end)) {
                faults.add(.spoiledIdentifier, row: row)
                values.append(Missing.flag)
            } else {
                values.append(Presence.of(firstByte: first))
            }
        }
    }
}

extension Column {
    /// What is kept of texts that nothing asks for.
    func presence(_ names: Names) -> Column {
        guard case .codes(let codes) = self else { return self }
        // Such columns have few texts, and most rows the one of the row before.
        var (last, presence) = (Missing.code, Missing.flag)
        return .flags(
            codes.map { code in
                if code == last { return presence }
                last = code
                presence = code == Missing.code ? Missing.flag : Presence.of(firstByte: names.firstByte(of: code))
                return presence
            })
    }
}
