extension Period {
    /// Reads a period as CONTRACTS section 4 writes them: an id, an accepted other spelling, or a span `A..B`.
    ///
    /// Returns nothing when the text names no period.
    package init?(parsing text: String) {
        if let ends = Period.ends(ofSpan: text) {
            guard let begin = Period(parsing: ends.0), let end = Period(parsing: ends.1), begin.first <= end.last
            else { return nil }
            let label =
                begin.kind == .month && end.kind == .month
                ? "\(begin.label) to \(end.label)" : "\(Period.text(begin.first)) to \(Period.text(end.last))"
            self.init(spanFrom: begin.first, to: end.last, id: "\(begin.id)..\(end.id)", label: label)
            return
        }
        // What inspectors call a rolling year.
        if text.lowercased().hasPrefix("year ending ") {
            let month = text.dropFirst(12).drop { $0 == " " }
            guard let found = Period(parsing: "R12-\(month)") else { return nil }
            self = found
            return
        }
        let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let found = Period.single(parts, text) else { return nil }
        self = found
    }

    private static func ends(ofSpan text: String) -> (String, String)? {
        let bytes = Array(text.utf8)
        for place in bytes.indices.dropLast() where bytes[place] == 46 && bytes[place + 1] == 46 {
            return (
                String(decoding: bytes[..<place], as: UTF8.self), String(decoding: bytes[(place + 2)...], as: UTF8.self)
            )
        }
        return nil
    }

    private static func single(_ parts: [String], _ text: String) -> Period? {
        if let day = CivilDate(text) { return Period(.day, containing: day) }
        switch parts.count {
        case 1:
            if let year = number(parts[0], 4) {
                return Period(.calendarYear, containing: CivilDate(year: year, month: 1, day: 1))
            }
            return financialYear(parts[0])
        case 2:
            if parts[0].hasPrefix("FY") { return financialYear("\(parts[0].dropFirst(2))/\(parts[1])") }
            if parts[0].contains("/") { return quarter(of: financialYear(parts[0]), parts[1]) }
            guard let year = number(parts[0], 4) else { return nil }
            if let month = number(parts[1], 2), (1...12).contains(month) {
                return Period(.month, containing: CivilDate(year: year, month: month, day: 1))
            }
            if parts[1].hasPrefix("Q"), let quarter = number(String(parts[1].dropFirst()), 1), (1...4).contains(quarter)
            {
                return Period(.quarter, containing: CivilDate(year: year, month: quarter * 3, day: 1))
            }
            if parts[1].hasPrefix("W"), let week = number(String(parts[1].dropFirst()), 2), (1...53).contains(week) {
                let fourth = CivilDate(year: year, month: 1, day: 4)
                let found = Period(.week, containing: fourth.adding(days: (week - 1) * 7))
                return found.id == "\(year)-W\(padded(week, 2))" ? found : nil
            }
            return nil
        case 3:
            if parts[0] == "R12", let year = number(parts[1], 4), let month = number(parts[2], 2),
                (1...12).contains(month)
            {
                return Period(.rollingTwelveMonths, containing: CivilDate(year: year, month: month, day: 1))
            }
            if parts[0].hasPrefix("FY") {
                return quarter(of: financialYear("\(parts[0].dropFirst(2))/\(parts[1])"), parts[2])
            }
            return nil
        default:
            return nil
        }
    }

    /// `2026/27`; the second year must follow the first.
    private static func financialYear(_ text: String) -> Period? {
        let halves = text.split(separator: "/").map(String.init)
        guard halves.count == 2, let begin = number(halves[0], 4), let end = number(halves[1], 2),
            (begin + 1) % 100 == end
        else { return nil }
        return Period(.financialYear, containing: CivilDate(year: begin, month: 4, day: 1))
    }

    private static func quarter(of year: Period?, _ text: String) -> Period? {
        guard let year, text.hasPrefix("Q"), let quarter = number(String(text.dropFirst()), 1),
            (1...4).contains(quarter)
        else { return nil }
        var found = Period(.quarter, containing: year.first)
        for _ in 0..<(quarter - 1) { found = found.next }
        return found
    }

    private static func number(_ text: String, _ digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
