extension ExportSample {
    /// Whether `00:00:00` stands for no time: it does where dates are written and no column holds durations that way.
    var hasMidnightForNothing: Bool {
        let columns = header.indices.map { values(of: $0) }
        let isMixed = columns.contains { $0.contains("00:00:00") && guessTimeFormat($0).format != nil }
        return isMixed && !columns.contains { values in values.contains { isClockTime($0) && $0 != "00:00:00" } }
    }

    func isDay(_ place: Int) -> Bool { place == dayColumn?.place }

    /// The column whose day a number needs, because numbers start again: the day beside a log number, or where one number
    /// stands on several days the first column that holds them.
    func day(ofNumbers place: Int) -> (place: Int, format: String)? {
        if let dayColumn, letters(header[place]) == "logno", letters(header[dayColumn.place]) == "logdate" {
            return dayColumn
        }
        let numbers = values(of: place)
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.count <= 6 && $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else {
            return nil
        }
        let dated = ([dayColumn?.place].compactMap { $0 } + header.indices).first { column in
            column != place && guessTimeFormat(values(of: column)).format.map { $0.contains("d") } == true
        }
        guard let dated, let found = guessTimeFormat(values(of: dated)).format else { return nil }
        let isSwapped = guessTimeFormat(values(of: dated)).isAmbiguous && isMonthFirst == true
        // A day is written before its clock in every format there is.
        var days: [String: Set<Substring>] = [:]
        for row in rows where !row[place].isEmpty && !row[dated].isEmpty {
            days[row[place], default: []].insert(row[dated].prefix { $0 != " " && $0 != "T" })
        }
        guard days.values.contains(where: { $0.count > 1 }) else { return nil }
        return (dated, isSwapped ? swappedDayAndMonth(found) : found)
    }

    /// How many rows repeat what the columns of a key hold and differ elsewhere.
    func repeats(of key: [Int]) -> Int {
        var first: [[String]: [String]] = [:]
        var count = 0
        for row in rows {
            let name = key.map { row[$0] }
            guard !name.contains("") else { continue }
            if let known = first[name] {
                if known != row { count += 1 }
            } else {
                first[name] = row
            }
        }
        return count
    }
}
