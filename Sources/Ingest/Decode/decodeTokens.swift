import Tables

/// Labels that are in no map, with how often each was met.
typealias LabelCounts = [(text: [UInt8], count: Int)]

/// A category's codes. A label that is in no map is V06 and reads as missing, never as a value of its own.
func decodeCategories(
    _ cells: CellColumn, tokens: TokenTable, names: inout Names, _ faults: inout FaultList
) -> (codes: [Int32], unknown: LabelCounts) {
    let canonical = tokens.texts.map { names.code(of: $0[...]) }
    var cache = CellCache<Int32>()
    // Labels that stand for nothing of ours stay out of it, because they are counted.
    var known = ShortTextCache()
    let text = cells.text.span
    let codes = [Int32](capacity: cells.count) { codes in
        for row in 0..<cells.count {
            let cell = cells[row]
            guard !cell.isMissing else {
                codes.append(Missing.code)
                continue
            }
            let short = ShortText(text, Int(cell.start), Int(cell.end))
            if let short, let code = known.number(of: short) {
                codes.append(code)
                continue
            }
            let code = cache.result(of: cells.text, cell.range) { label in
                tokens.place(of: label).map { canonical[$0] } ?? Missing.code
            }
            if code == Missing.code {
                faults.add(.unknownCategory, row: row)
            } else if let short {
                known.remember(short, code)
            }
            codes.append(code)
        }
    }
    return (codes, cache.occurrences { $0 == Missing.code })
}

/// A flag's values; anything that is neither yes nor no is V05.
func decodeFlags(_ cells: CellColumn, tokens: TokenTable, _ faults: inout FaultList) -> [UInt8] {
    var values: [UInt8] = []
    values.reserveCapacity(cells.count)
    var cache = CellCache<UInt8>()
    let text = cells.text
    for row in 0..<cells.count {
        let cell = cells[row]
        guard !cell.isMissing else {
            values.append(Missing.flag)
            continue
        }
        let value = cache.result(of: text, cell.range) { label in
            tokens.place(of: label).map { UInt8($0) } ?? Missing.flag
        }
        if value == Missing.flag { faults.add(.unreadableFlag, row: row) }
        values.append(value)
    }
    return values
}
