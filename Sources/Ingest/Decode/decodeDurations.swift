import Definitions
import Tables

/// Durations in milliseconds; negative or unreadable ones are V04.
///
/// Decimal minutes, hours and days are rounded to the nearest second, because a spreadsheet's 0.00011574 means ten
/// seconds; seconds are floored like every clock reading.
func decodeDurations(_ cells: CellColumn, form: ColumnForm.DurationForm, _ faults: inout FaultList) -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(cells.count)
    let text = cells.text
    for row in 0..<cells.count {
        let cell = cells[row]
        if cell.isMissing {
            values.append(Missing.integer)
        } else if let value = parseDuration(text, Int(cell.start), Int(cell.end), form: form), value >= 0,
            value <= longestDuration
        {
            values.append(value)
        } else {
            faults.add(.unreadableDuration, row: row)
            values.append(Missing.integer)
        }
    }
    return values
}

/// What fits four bytes of seconds; longer than any call, incident or investigation.
private let longestDuration: Int64 = 2_000_000_000_000

/// The resolution that a form gives, in milliseconds.
func resolution(of form: ColumnForm.DurationForm) -> Int64 {
    form == .milliseconds ? 1 : 1000
}

private func parseDuration(_ text: [UInt8], _ start: Int, _ end: Int, form: ColumnForm.DurationForm) -> Int64? {
    switch form {
    case .seconds:
        // `m:ss` and `h:mm:ss` cannot be taken for a number of seconds.
        if text[start..<end].contains(58) { return parseClockDuration(text, start, end, allowingMinutes: true) }
        return parseDecimal(text, start, end)?.times(1000, rounding: false).map { floorDivide($0, 1000) * 1000 }
    case .milliseconds: return parseDecimal(text, start, end)?.times(1, rounding: false)
    case .minutes: return rounded(text, start, end, unit: 60)
    case .hours: return rounded(text, start, end, unit: 3600)
    case .dayFraction: return rounded(text, start, end, unit: 86_400)
    case .hoursMinutesSeconds: return parseClockDuration(text, start, end, allowingMinutes: false)
    case .minutesSeconds: return parseClockDuration(text, start, end, allowingMinutes: true)
    }
}

private func rounded(_ text: [UInt8], _ start: Int, _ end: Int, unit: Int64) -> Int64? {
    guard let seconds = parseDecimal(text, start, end, allowingExponent: true)?.times(unit, rounding: true),
        seconds <= longestDuration / 1000
    else { return nil }
    // The smallest negative fractions round to zero and are still negative.
    if seconds == 0, text[start] == 45, text[start..<end].contains(where: { $0 > 48 && $0 < 58 }) { return nil }
    return seconds * 1000
}

/// `h:mm:ss` with hours of any size, `m:ss` where allowed, and a fraction of a second, which is dropped.
private func parseClockDuration(_ text: [UInt8], _ start: Int, _ end: Int, allowingMinutes: Bool) -> Int64? {
    var parts = 0
    var seconds: Int64 = 0
    var place = start
    while true {
        let begin = place
        var value: Int64 = 0
        while place < end, text[place] >= 48, text[place] <= 57 {
            value = value * 10 + Int64(text[place] - 48)
            place += 1
            if place - begin > 9 { return nil }
        }
        // Every part but the first has exactly two digits and is below sixty.
        guard place > begin, parts == 0 || (place - begin == 2 && value < 60) else { return nil }
        seconds = seconds * 60 + value
        parts += 1
        guard place < end, text[place] == 58, parts < 3 else { break }
        place += 1
    }
    if place < end {
        guard text[place] == 46, place + 1 < end, text[(place + 1)..<end].allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            return nil
        }
    }
    return parts == 3 || (parts == 2 && allowingMinutes) ? seconds * 1000 : nil
}
