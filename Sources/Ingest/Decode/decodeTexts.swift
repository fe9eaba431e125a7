import Tables

/// Texts as they stand. An identifier that a spreadsheet has turned into `2.2E+07` or `#REF!` is V09: its digits are gone.
func decodeTexts(
    _ cells: CellColumn, isIdentifier: Bool, names: inout Names, _ faults: inout FaultList
) -> [Int32] {
    let numbered = NumberedTexts(cells)
    let pages = numbered?.pages(of: cells, in: &names) ?? []
    let text = cells.text.span
    var cache = ShortTextCache()
    return [Int32](capacity: cells.count) { codes in
        for row in 0..<cells.count {
            if numbered == nil, !cache.pays { break }
            if let numbered, let code = numbered.code(at: row, pages) {
                codes.append(code)
                continue
            }
            let cell = cells[row]
            if cell.isMissing {
                codes.append(Missing.code)
            } else if isIdentifier, isSpoiled(text, Int(cell.start), Int(cell.end)) {
                faults.add(.spoiledIdentifier, row: row)
                codes.append(Missing.code)
            } else {
                codes.append(code(of: text, cell, &cache, &names))
            }
        }
        if codes.count == cells.count { return }
        // Nearly every row has a text of its own.
        let rest = codes.count..<cells.count
        names.expect(rest.count)
        for code in separateCodes(of: cells, rest, isIdentifier: isIdentifier, &names, &faults) { codes.append(code) }
    }
}

/// The codes of rows that seldom share a text.
private func separateCodes(
    of cells: CellColumn, _ rows: Range<Int>, isIdentifier: Bool, _ names: inout Names, _ faults: inout FaultList
) -> [Int32] {
    let text = cells.text.span
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(rows.count)
    var others: [Int] = []
    for row in rows {
        let cell = cells[row]
        if cell.isMissing {
            others.append(row)
        } else if isIdentifier, isSpoiled(text, Int(cell.start), Int(cell.end)) {
            faults.add(.spoiledIdentifier, row: row)
            others.append(row)
        } else {
            ranges.append(cell.range)
        }
    }
    var codes: [Int32] = []
    codes.reserveCapacity(ranges.count)
    names.append(codesOf: ranges, in: text, to: &codes)
    if others.isEmpty { return codes }
    var (all, next) = ([Int32](), 0)
    all.reserveCapacity(rows.count)
    for other in others {
        let known = other - rows.lowerBound - all.count
        all += codes[next..<next + known]
        next += known
        all.append(Missing.code)
    }
    return all + codes[next...]
}

@inline(__always)
private func code(
    of text: Span<UInt8>, _ cell: RecordBatch.Cell, _ cache: inout ShortTextCache, _ names: inout Names
) -> Int32 {
    guard cache.pays, let short = ShortText(text, Int(cell.start), Int(cell.end)) else {
        return names.code(of: text.extracting(cell.range))
    }
    if let code = cache.number(of: short) { return code }
    let code = names.code(of: text.extracting(cell.range))
    cache.remember(short, code)
    return code
}

/// Whether a spreadsheet's display has replaced the digits: `2.2E+07`, `########`, `#REF!`.
@inline(__always)
func isSpoiled(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // Most identifiers begin with a letter.
    mayBeginSpoiled(text[start]) && showsSpoiled(text, start, end)
}

/// Whether what a spreadsheet writes in place of digits may begin with a byte.
@inline(__always)
func mayBeginSpoiled(_ first: UInt8) -> Bool {
    first == 35 || first == 45 || (first >= 48 && first <= 57)
}

@inline(never)
private func showsSpoiled(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if text[start] == 35 {
        let rest = (start..<end).map { text[$0] }
        return rest.allSatisfy { $0 == 35 } || text[end - 1] == 33 || rest == Array("#N/A".utf8)
            || rest == Array("#NAME?".utf8)
    }
    // Digits, perhaps a point and digits, then E, a sign and digits: a spreadsheet always writes the sign.
    var place = start
    if text[place] == 45 { place += 1 }
    let whole = digits(text, place, end)
    guard whole > place else { return false }
    place = whole
    if place < end, text[place] == 46 {
        place = digits(text, place + 1, end)
    }
    guard place + 2 < end, text[place] == 69 || text[place] == 101, text[place + 1] == 43 || text[place + 1] == 45
    else {
        return false
    }
    return digits(text, place + 2, end) == end
}

private func digits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, text[place] >= 48, text[place] <= 57 { place += 1 }
    return place
}
