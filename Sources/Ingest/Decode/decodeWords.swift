import Tables

/// Texts of which it matters only which are equal, as whole numbers: equal texts have equal ones. The last bit says whether
/// a spreadsheet would take the text for a formula (DQ27).
///
/// They have 63 bits: among ten million different texts any two share a number in one of some hundred thousand runs.
func decodeWords(_ cells: CellColumn, isIdentifier: Bool, _ faults: inout FaultList) -> [Int64] {
    let text = cells.text.span
    return [Int64](capacity: cells.count) { words in
        for row in 0..<cells.count {
            let cell = cells[row]
            if cell.isMissing {
                words.append(Missing.integer)
            } else if isIdentifier, isSpoiled(text, Int(cell.start), Int(cell.end)) {
                faults.add(.spoiledIdentifier, row: row)
                words.append(Missing.integer)
            } else {
                words.append(wordNumber(of: text, cell))
            }
        }
    }
}

/// The number of a cell that is not missing; it is not `Missing.integer`.
@inline(__always)
func wordNumber(of text: Span<UInt8>, _ cell: RecordBatch.Cell) -> Int64 {
    let (start, end) = (Int(cell.start), Int(cell.end))
    var state: UInt64
    if let short = ShortText(text, start, end) {
        state = short.mixed
    } else {
        state = UInt64(end - start)
        // The last word may begin among bytes of the one before.
        for place in stride(from: start, to: end, by: 8) { state = mixed(state ^ word(text, min(place, end - 8))) }
    }
    state = state & ~1 | (Presence.isFormulaMark(text[start]) ? 1 : 0)
    let word = Int64(bitPattern: state)
    return word == Missing.integer ? word + 2 : word
}

/// Every bit of the result depends on every bit of the value, and no two values share a result.
private func mixed(_ value: UInt64) -> UInt64 {
    var state = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
    state = (state ^ state >> 27) &* 0x94d0_49bb_1331_11eb
    return state ^ state >> 31
}

extension ShortText {
    /// Both words as one number.
    fileprivate var mixed: UInt64 {
        let (first, second) = words
        return Ingest.mixed(first ^ Ingest.mixed(second))
    }
}
