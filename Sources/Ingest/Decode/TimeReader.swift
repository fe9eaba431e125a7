import Tables

/// Reads cells as times by the first of several formats that fits, remembering the last date it met.
struct TimeReader {
    enum Outcome {
        case read
        /// No format has this shape.
        case unreadable
        /// The shape fits, and there is no such day or time: 31 February, 24:10.
        case impossible
        /// A placeholder for "nothing": all zeros, or a spreadsheet's day zero.
        case placeholder
    }

    private let formats: [TimeFormat]
    private var lastDate: [UInt8] = []
    private var lastDays = 0
    private var lastFormat = -1
    /// The last date, as far as a plain clock may follow it.
    private(set) var plainDate = PlainDate()

    /// What was read: days since 1970-01-01, milliseconds after midnight, and the offset if the cell states one.
    private(set) var days = 0
    private(set) var clock: Int64 = 0
    private(set) var offset = Missing.integer
    private var year = 0
    private var month = 0
    private var day = 0
    private var isAfternoon: Bool?

    init(_ formats: [TimeFormat]) {
        self.formats = formats
    }

    mutating func read(_ text: [UInt8], _ start: Int, _ end: Int) -> Outcome {
        if let plain = plainDate.clock(text.span, start, end) {
            days = plainDate.days
            clock = plain
            offset = Missing.integer
            return .read
        }
        var outcome = Outcome.unreadable
        for place in formats.indices {
            switch read(text, start, end, format: place) {
            case .read: return .read
            case .impossible: outcome = .impossible
            case .unreadable, .placeholder: break
            }
        }
        return isPlaceholder(text, start, end) ? .placeholder : outcome
    }

    private mutating func read(_ text: [UInt8], _ start: Int, _ end: Int, format index: Int) -> Outcome {
        let format = formats[index]
        if format.isSerial { return readSerial(text, start, end) }
        clock = 0
        offset = Missing.integer
        isAfternoon = nil
        if !format.hasDay { day = 1 }
        var place = start
        var first = 0
        let isRemembered = index == lastFormat && isLastDate(text, start, end)
        if isRemembered {
            days = lastDays
            place += format.dateLength
            first = format.dateSteps
        }
        var hasDate = false
        for step in first..<format.steps.count {
            switch take(format.steps[step], text, &place, end) {
            case .read: break
            case .impossible: return .impossible
            case .unreadable, .placeholder: return .unreadable
            }
            if step + 1 == format.dateSteps {
                guard let date = CivilDate(checkedYear: year, month: month, day: day) else {
                    return fits(format, after: step + 1, text, place, end) ? .impossible : .unreadable
                }
                days = date.days
                hasDate = true
                lastFormat = index
                lastDays = days
                lastDate = Array(text[start..<place])
                plainDate = index == 0 ? PlainDate(lastDate, before: format.clockSeparator, days: days) : PlainDate()
            }
        }
        guard place == end else { return .unreadable }
        if format.isHalfDay, let isAfternoon {
            // 12 comes before 1.
            if clock >= 43_200_000 { clock -= 43_200_000 }
            if isAfternoon { clock += 43_200_000 }
        }
        if !isRemembered, !hasDate, format.hasDate {
            guard let date = CivilDate(checkedYear: year, month: month, day: day) else { return .impossible }
            days = date.days
        }
        return .read
    }

    private func isLastDate(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let length = lastDate.count
        guard length > 0, start + length <= end else { return false }
        var place = 0
        while place < length, text[start + place] == lastDate[place] { place += 1 }
        return place == length
    }

    /// Whether the rest of a cell has the shape of the rest of a format, for telling "no such day" from "another
    /// format".
    private func fits(_ format: TimeFormat, after step: Int, _ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var copy = self
        var place = start
        for step in step..<format.steps.count {
            if case .unreadable = copy.take(format.steps[step], text, &place, end) { return false }
        }
        return place == end
    }

    private mutating func take(_ step: TimeFormat.Step, _ text: [UInt8], _ place: inout Int, _ end: Int) -> Outcome {
        switch step {
        case .literal(let byte):
            guard place < end, text[place] == byte else { return .unreadable }
            place += 1
        case .space:
            guard place < end, spaceWidth(text.span, place, end) > 0 else { return .unreadable }
            while place < end {
                let width = spaceWidth(text.span, place, end)
                if width == 0 { break }
                place += width
            }
        case .year:
            guard let value = number(text, &place, end, 4, 4) else { return .unreadable }
            year = value
        case .shortYear:
            guard let value = number(text, &place, end, 2, 2) else { return .unreadable }
            year = value < 70 ? 2000 + value : 1900 + value
        case .month(let fewest):
            guard let value = number(text, &place, end, fewest, 2) else { return .unreadable }
            month = value
        case .monthName:
            guard let value = monthNamed(text, place, end) else { return .unreadable }
            month = value
            place += 3
        case .day(let fewest):
            guard let value = number(text, &place, end, fewest, 2) else { return .unreadable }
            day = value
        case .hour(let fewest): return takeClock(text, &place, end, fewest, unit: 3_600_000, below: 24)
        case .halfDayHour(let fewest):
            guard let value = number(text, &place, end, fewest, 2) else { return .unreadable }
            guard (1...12).contains(value) else { return .impossible }
            clock += Int64(value) * 3_600_000
        case .minute(let fewest): return takeClock(text, &place, end, fewest, unit: 60_000, below: 60)
        case .second(let fewest): return takeClock(text, &place, end, fewest, unit: 1000, below: 60)
        case .fraction(let digits):
            guard let value = number(text, &place, end, digits, digits) else { return .unreadable }
            clock += milliseconds(value, digits)
        case .meridiem:
            guard place + 1 < end, text[place + 1] | 32 == UInt8(ascii: "m") else { return .unreadable }
            switch text[place] | 32 {
            case UInt8(ascii: "a"): isAfternoon = false
            case UInt8(ascii: "p"): isAfternoon = true
            default: return .unreadable
            }
            place += 2
        case .isoSeparator:
            guard place < end, text[place] == 84 || text[place] == 116 || text[place] == 32 else { return .unreadable }
            place += 1
        case .isoFraction:
            guard place < end, text[place] == 46 || text[place] == 44 else { return .read }
            let begin = place + 1
            place = begin
            while place < end, text[place] >= 48, text[place] <= 57 { place += 1 }
            guard place > begin else { return .unreadable }
            var kept = begin
            guard let value = number(text, &kept, min(place, begin + 3), 1, 3) else { return .unreadable }
            clock += milliseconds(value, kept - begin)
        case .isoOffset:
            return place == end ? .read : takeOffset(text, &place, end)
        case .offset: return takeOffset(text, &place, end)
        }
        return .read
    }

    private mutating func takeClock(
        _ text: [UInt8], _ place: inout Int, _ end: Int, _ fewest: Int, unit: Int64, below limit: Int
    ) -> Outcome {
        guard let value = number(text, &place, end, fewest, 2) else { return .unreadable }
        guard value < limit else { return .impossible }
        clock += Int64(value) * unit
        return .read
    }

    private mutating func takeOffset(_ text: [UInt8], _ place: inout Int, _ end: Int) -> Outcome {
        guard place < end else { return .unreadable }
        if text[place] == 90 || text[place] == 122 {
            place += 1
            offset = 0
            return .read
        }
        guard text[place] == 43 || text[place] == 45 else { return .unreadable }
        let sign: Int64 = text[place] == 45 ? -1 : 1
        place += 1
        guard let hours = number(text, &place, end, 2, 2) else { return .unreadable }
        if place < end, text[place] == 58 { place += 1 }
        let minutes = place < end ? number(text, &place, end, 2, 2) : 0
        guard let minutes else { return .unreadable }
        guard hours <= 18, minutes < 60 else { return .impossible }
        offset = sign * Int64(hours * 60 + minutes) * 60_000
        return .read
    }

    /// A serial is rounded to the nearest second: spreadsheets store 14:10:00 as 0.590277777…
    private mutating func readSerial(_ text: [UInt8], _ start: Int, _ end: Int) -> Outcome {
        let point = text[start..<end].firstIndex(of: 46) ?? end
        guard point > start, point - start <= 7, let whole = parseInteger(text, start, point), text[start] >= 48 else {
            return .unreadable
        }
        var seconds: Int64 = 0
        if point + 1 < end {
            guard let rest = parseDecimal(text, point, end), let rounded = rest.times(86_400, rounding: true) else {
                return .unreadable
            }
            seconds = rounded
        }
        days = Int(whole) - 25_569 + Int(seconds / 86_400)
        clock = seconds % 86_400 * 1000
        offset = Missing.integer
        return .read
    }

    /// `00:00:00` alone, `00/00/0000`, or a spreadsheet's day zero without the clock that the format asks for.
    private func isPlaceholder(_ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let cell = text[start..<end]
        if cell.contains(48),
            cell.allSatisfy({ $0 == 48 || !(($0 > 48 && $0 <= 57) || ($0 | 32 >= 97 && $0 | 32 <= 122)) })
        {
            return true
        }
        return formats.contains { format in
            var copy = self
            var place = start
            guard format.dateSteps > 0 else { return false }
            for step in 0..<format.dateSteps {
                guard case .read = copy.take(format.steps[step], text, &place, end) else { return false }
            }
            return place == end && TimeReader.dayZeros.contains([copy.year, copy.month, copy.day])
        }
    }

    private static let dayZeros = [[1899, 12, 30], [1899, 12, 31], [1900, 1, 0], [1900, 1, 1]]
}

private func number(_ text: [UInt8], _ place: inout Int, _ end: Int, _ fewest: Int, _ most: Int) -> Int? {
    let start = place
    var value = 0
    while place < end, place - start < most, text[place] >= 48, text[place] <= 57 {
        value = value * 10 + Int(text[place] - 48)
        place += 1
    }
    return place - start >= fewest ? value : nil
}

private func milliseconds(_ value: Int, _ digits: Int) -> Int64 {
    var result = Int64(value)
    if digits < 3 { for _ in digits..<3 { result *= 10 } }
    if digits > 3 { for _ in 3..<digits { result /= 10 } }
    return result
}

private let monthNames: [[UInt8]] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
].map { Array($0.utf8) }

private func monthNamed(_ text: [UInt8], _ place: Int, _ end: Int) -> Int? {
    guard place + 3 <= end else { return nil }
    let name = text[place..<(place + 3)].map { $0 | 32 }
    return monthNames.firstIndex(of: name).map { $0 + 1 }
}
