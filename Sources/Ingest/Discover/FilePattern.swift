import Tables

/// A pattern of file names: literal text, `*`, `?` and at most one date in braces, compiled once per source.
struct FilePattern {
    private enum Step {
        case literal(UInt8)
        case anyByte
        case anyRun
        case date
    }

    private enum Part {
        case year, shortYear, month, day
        case literal(UInt8)
    }

    /// What a name says about its export's day.
    enum Match: Equatable {
        case undated
        /// The day itself, or the last day of the month or year that the name gives.
        case dated(CivilDate)
        /// The digits as they stand in the name name no day, such as `20260231`.
        case impossible(String)
    }

    private let steps: [Step]
    private let parts: [Part]

    init(_ pattern: String) {
        var steps: [Step] = []
        var parts: [Part] = []
        let bytes = Array(pattern.utf8)
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "*"): steps.append(.anyRun)
            case UInt8(ascii: "?"): steps.append(.anyByte)
            case UInt8(ascii: "{"):
                let end = bytes[place...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
                parts = FilePattern.parts(of: bytes[(place + 1)..<max(place + 1, end)])
                steps.append(.date)
                place = end
            default: steps.append(.literal(bytes[place]))
            }
            place += 1
        }
        self.steps = steps
        self.parts = parts
    }

    /// Whether a whole name fits, and the day it gives. A reading with a possible day is preferred to one without.
    func match(_ name: String) -> Match? {
        var found: Match?
        _ = search(Array(name.utf8), 0, 0, nil, &found)
        return found
    }

    /// Tries every way in which the rest of the pattern fits the rest of the name; true ends the search.
    private func search(
        _ name: [UInt8], _ place: Int, _ step: Int, _ date: Match?, _ found: inout Match?
    ) -> Bool {
        guard step < steps.count else {
            guard place == name.count else { return false }
            let match = date ?? .undated
            if case .impossible = match {
                found = found ?? match
                return false
            }
            found = match
            return true
        }
        switch steps[step] {
        case .literal(let byte):
            return place < name.count && name[place] == byte && search(name, place + 1, step + 1, date, &found)
        case .anyByte:
            guard place < name.count else { return false }
            // One letter may take several bytes.
            var next = place + 1
            while next < name.count, name[next] & 0xC0 == 0x80 { next += 1 }
            return search(name, next, step + 1, date, &found)
        case .anyRun:
            for next in place...name.count where search(name, next, step + 1, date, &found) { return true }
            return false
        case .date:
            guard let (date, end) = readDate(name, place) else { return false }
            return search(name, end, step + 1, date, &found)
        }
    }

    private func readDate(_ name: [UInt8], _ start: Int) -> (Match, Int)? {
        var place = start
        var year = 0
        var month: Int?
        var day: Int?
        for part in parts {
            switch part {
            case .literal(let byte):
                guard place < name.count, name[place] == byte else { return nil }
                place += 1
            case .year:
                guard let value = digits(name, &place, 4) else { return nil }
                year = value
            case .shortYear:
                guard let value = digits(name, &place, 2) else { return nil }
                year = 2000 + value
            case .month:
                guard let value = digits(name, &place, 2) else { return nil }
                month = value
            case .day:
                guard let value = digits(name, &place, 2) else { return nil }
                day = value
            }
        }
        let lastMonth = month ?? 12
        if (1...12).contains(lastMonth), (1990...2999).contains(year),
            let date = CivilDate(
                checkedYear: year, month: lastMonth, day: day ?? CivilDate.length(ofMonth: lastMonth, year: year))
        {
            return (.dated(date), place)
        }
        return (.impossible(String(decoding: name[start..<place], as: UTF8.self)), place)
    }

    private func digits(_ name: [UInt8], _ place: inout Int, _ count: Int) -> Int? {
        guard place + count <= name.count else { return nil }
        var value = 0
        for byte in name[place..<(place + count)] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        place += count
        return value
    }

    private static func parts(of format: ArraySlice<UInt8>) -> [Part] {
        var parts: [Part] = []
        var rest = format
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }.count
            rest = rest.dropFirst(run)
            switch letter {
            case UInt8(ascii: "y"): parts.append(run == 2 ? .shortYear : .year)
            case UInt8(ascii: "M"): parts.append(.month)
            case UInt8(ascii: "d"): parts.append(.day)
            default: parts.append(contentsOf: Array(repeating: .literal(letter), count: run))
            }
        }
        return parts
    }
}
