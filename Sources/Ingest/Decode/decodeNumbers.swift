import Tables

/// Whole numbers; anything else is V03.
func decodeIntegers(_ cells: CellColumn, _ faults: inout FaultList) -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(cells.count)
    let text = cells.text
    for row in 0..<cells.count {
        let cell = cells[row]
        if cell.isMissing {
            values.append(Missing.integer)
        } else if let value = parseInteger(text, Int(cell.start), Int(cell.end)) {
            values.append(value)
        } else {
            faults.add(.unreadableNumber, row: row)
            values.append(Missing.integer)
        }
    }
    return values
}

/// Numbers with a fixed count of decimals as scaled integers. More decimals than declared are V03 unless they are
/// zeros: rounding would change what the source says.
func decodeNumbers(_ cells: CellColumn, decimals: Int, _ faults: inout FaultList) -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(cells.count)
    let text = cells.text
    for row in 0..<cells.count {
        let cell = cells[row]
        if cell.isMissing {
            values.append(Missing.integer)
        } else if let value = parseNumber(text, Int(cell.start), Int(cell.end), decimals: decimals) {
            values.append(value)
        } else {
            faults.add(.unreadableNumber, row: row)
            values.append(Missing.integer)
        }
    }
    return values
}

private func parseNumber(_ text: [UInt8], _ start: Int, _ end: Int, decimals: Int) -> Int64? {
    let isNegative = text[start] == 45
    var place = isNegative || text[start] == 43 ? start + 1 : start
    var value: Int64 = 0
    var digitsSeen = 0
    var decimalsSeen: Int?
    while place < end {
        let byte = text[place]
        place += 1
        if byte == 46, decimalsSeen == nil {
            decimalsSeen = 0
            continue
        }
        guard byte >= 48, byte <= 57 else { return nil }
        digitsSeen += 1
        if let seen = decimalsSeen {
            guard seen < decimals else {
                if byte != 48 { return nil }
                continue
            }
            decimalsSeen = seen + 1
        }
        guard let next = appending(Int64(byte - 48), to: value) else { return nil }
        value = next
    }
    guard digitsSeen > 0 else { return nil }
    for _ in (decimalsSeen ?? 0)..<decimals {
        guard let next = appending(0, to: value) else { return nil }
        value = next
    }
    return isNegative ? -value : value
}

private func appending(_ digit: Int64, to value: Int64) -> Int64? {
    let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, isOver) = product.addingReportingOverflow(digit)
    return isTooLarge || isOver ? nil : sum
}
