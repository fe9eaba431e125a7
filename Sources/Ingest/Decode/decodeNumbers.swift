import Tables

/// Whole numbers; anything else is V03.
func decodeIntegers(_ cells: CellColumn, _ faults: inout FaultList) -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(cells.count)
    let text = cells.text
    for row in 0..<cells.count {
        let start = cells.starts[row]
        if start == CellColumn.missing {
            values.append(Missing.integer)
        } else if let value = parseInteger(text, Int(start), Int(cells.ends[row])) {
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
        let start = cells.starts[row]
        if start == CellColumn.missing {
            values.append(Missing.integer)
        } else if let value = parseNumber(text, Int(start), Int(cells.ends[row]), decimals: decimals) {
            values.append(value)
        } else {
            faults.add(.unreadableNumber, row: row)
            values.append(Missing.integer)
        }
    }
    return values
}

private func parseNumber(_ text: [UInt8], _ start: Int, _ end: Int, decimals: Int) -> Int64? {
    let point = text[start..<end].firstIndex(of: 46) ?? end
    var value: Int64
    var isNegative = false
    if point > start, text[start] == 45, point == start + 1 {
        value = 0
        isNegative = true
    } else if point == start {
        value = 0
    } else {
        guard let whole = parseInteger(text, start, point) else { return nil }
        isNegative = text[start] == 45
        value = whole
    }
    guard point < end || point > start else { return nil }
    if point < end, point + 1 == end, point == start || (isNegative && point == start + 1) { return nil }
    var place = point + 1
    for _ in 0..<decimals {
        var digit: Int64 = 0
        if place < end {
            guard text[place] >= 48, text[place] <= 57 else { return nil }
            digit = Int64(text[place] - 48)
            place += 1
        }
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isOver) = product.addingReportingOverflow(isNegative ? -digit : digit)
        guard !isTooLarge, !isOver else { return nil }
        value = sum
    }
    while place < end {
        guard text[place] == 48 else { return nil }
        place += 1
    }
    return value
}
