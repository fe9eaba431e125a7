import Tables

/// A time format such as `dd/MM/yyyy HH:mm:ss`, compiled once into steps over bytes.
///
/// Letters: yyyy yy MM M MMM dd d HH H hh h mm m ss s S… a, and XXX or Z for an offset; text in single quotes and every
/// other character stand for themselves. `iso` and `excel` name whole formats.
struct TimeFormat: Sendable, Hashable {
    enum Step: Sendable, Hashable {
        case year, shortYear
        /// Fewest digits of one or two.
        case month(Int), day(Int), hour(Int), halfDayHour(Int), minute(Int), second(Int)
        case monthName
        case fraction(Int)
        case meridiem
        case offset
        case literal(UInt8)
        /// Any run of spaces.
        case space
        /// `T`, `t` or a space, and then what is optional in ISO 8601: a fraction and an offset.
        case isoSeparator, isoFraction, isoOffset
    }

    /// Days since 1899-12-30 with a fraction, as spreadsheets store times.
    let isSerial: Bool
    let steps: [Step]
    /// The steps that make up the date when they come first and always take the same bytes: a date met before is then
    /// known by comparing them.
    let dateSteps: Int
    let dateLength: Int
    /// Hours run from 1 to 12 and AM or PM decides.
    let isHalfDay: Bool
    let hasDate: Bool
    /// Without a day of the month a time is the first of its month.
    let hasDay: Bool
    /// The byte between the date and `HH:mm:ss`, when the format is such a date and nothing more that must be there.
    let clockSeparator: UInt8?

    /// Nothing when the format has no date where one is needed, or no clock where one is needed.
    init?(_ format: String, needsDate: Bool, needsClock: Bool = false) {
        if format == "excel" {
            guard needsDate else { return nil }
            isSerial = true
            steps = []
            dateSteps = 0
            dateLength = 0
            isHalfDay = false
            hasDate = true
            hasDay = true
            clockSeparator = nil
            return
        }
        isSerial = false
        let compiled = format == "iso" ? TimeFormat.iso(hasClock: needsDate) : TimeFormat.compile(Array(format.utf8))
        guard let compiled else { return nil }
        let hasYear = compiled.contains { $0 == .year || $0 == .shortYear }
        let hasMonth = compiled.contains { if case .month = $0 { true } else { $0 == .monthName } }
        let hasDay = compiled.contains { if case .day = $0 { true } else { false } }
        let hasHour = compiled.contains {
            if case .hour = $0 { true } else if case .halfDayHour = $0 { true } else { false }
        }
        guard !needsDate || (hasYear && hasMonth && (hasDay || !hasHour)), !needsClock || hasHour else { return nil }
        steps = compiled
        hasDate = hasYear
        self.hasDay = hasDay
        isHalfDay = compiled.contains { if case .halfDayHour = $0 { true } else { false } }
        (dateSteps, dateLength) = TimeFormat.fixedDate(compiled)
        clockSeparator = TimeFormat.clockSeparator(compiled[dateSteps...])
    }

    private static func clockSeparator(_ rest: ArraySlice<Step>) -> UInt8? {
        let clock: [Step] = [.hour(2), .literal(58), .minute(2), .literal(58), .second(2)]
        let end = rest.dropFirst(clock.count + 1)
        guard rest.dropFirst().starts(with: clock), end.isEmpty || Array(end) == [.isoFraction, .isoOffset] else {
            return nil
        }
        switch rest.first {
        case .literal(let byte): return byte
        case .space: return 32
        case .isoSeparator: return 84
        default: return nil
        }
    }

    /// What its finest letter tells apart, in milliseconds.
    var resolution: Int64 {
        if isSerial { return 1000 }
        var finest = hasDay || !hasDate ? Resolution.day : Resolution.month
        for step in steps {
            switch step {
            case .fraction: finest = min(finest, 1)
            case .second: finest = min(finest, 1000)
            case .minute: finest = min(finest, 60_000)
            case .hour, .halfDayHour: finest = min(finest, 3_600_000)
            default: break
            }
        }
        return finest
    }

    private static func iso(hasClock: Bool) -> [Step] {
        let clock: [Step] = [.hour(2), .literal(58), .minute(2), .literal(58), .second(2), .isoFraction]
        guard hasClock else { return clock }
        return [.year, .literal(45), .month(2), .literal(45), .day(2), .isoSeparator] + clock + [.isoOffset]
    }

    private static func compile(_ format: [UInt8]) -> [Step]? {
        var steps: [Step] = []
        var place = 0
        while place < format.count {
            let letter = format[place]
            if letter == 39 {
                guard let end = format[(place + 1)...].firstIndex(of: 39) else { return nil }
                steps += end == place + 1 ? [.literal(39)] : format[(place + 1)..<end].map { .literal($0) }
                place = end + 1
                continue
            }
            let run = format[place...].prefix { $0 == letter }.count
            place += run
            if letter == 32 {
                steps.append(.space)
            } else if let step = field(letter, run) {
                steps.append(step)
            } else if isFieldLetter(letter) {
                return nil
            } else {
                steps += Array(repeating: .literal(letter), count: run)
            }
        }
        return steps
    }

    private static func isFieldLetter(_ letter: UInt8) -> Bool {
        "yMdHhmsSaXZ".utf8.contains(letter)
    }

    private static func field(_ letter: UInt8, _ run: Int) -> Step? {
        switch (letter, run) {
        case (UInt8(ascii: "y"), 4): .year
        case (UInt8(ascii: "y"), 2): .shortYear
        case (UInt8(ascii: "M"), 3): .monthName
        case (UInt8(ascii: "M"), 1...2): .month(run)
        case (UInt8(ascii: "d"), 1...2): .day(run)
        case (UInt8(ascii: "H"), 1...2): .hour(run)
        case (UInt8(ascii: "h"), 1...2): .halfDayHour(run)
        case (UInt8(ascii: "m"), 1...2): .minute(run)
        case (UInt8(ascii: "s"), 1...2): .second(run)
        case (UInt8(ascii: "S"), 1...9): .fraction(run)
        case (UInt8(ascii: "a"), 1): .meridiem
        case (UInt8(ascii: "X"), 1...3), (UInt8(ascii: "Z"), 1): .offset
        default: nil
        }
    }

    private static func fixedDate(_ steps: [Step]) -> (steps: Int, length: Int) {
        var length = 0
        var found = 0
        for (place, step) in steps.enumerated() {
            switch step {
            case .year:
                length += 4
                found += 1
            case .shortYear, .month(2), .day(2):
                length += 2
                found += 1
            case .monthName:
                length += 3
                found += 1
            case .literal: length += 1
            default: return (0, 0)
            }
            if found == 3 { return (place + 1, length) }
        }
        return (0, 0)
    }
}
