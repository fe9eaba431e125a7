import Definitions
import Tables

/// The mapping of one column, and what is left for the reader to decide.
func columnText(
    _ column: SchemaDefinition.Column, _ place: Int, _ sample: ExportSample, tables: [ReferenceTable],
    rollsOverAfter: String?
) -> (String, [String]) {
    let header = sample.header[place]
    let values = sample.values(of: place)
    var parts = ["from: \(quoted(header))"]
    var notes: [String] = []
    switch column.type {
    case .time, .date:
        let guess = guessTimeFormat(values)
        if let format = guess.format {
            let isSwapped = guess.isAmbiguous && sample.isMonthFirst == true
            parts.append("format: \(quoted(isSwapped ? swappedDayAndMonth(format) : format))")
        } else if !values.isEmpty, let day = sample.dayColumn, values.allSatisfy(isClockTime) {
            let clock = values[0].split(separator: ":").count == 3 ? "HH:mm:ss" : "HH:mm"
            parts.insert("type: time_of_day", at: 0)
            parts += [
                "on: \(quoted(sample.header[day.place]))", "format: \(quoted(clock))",
                "on_format: \(quoted(day.format))",
            ]
            if let rollsOverAfter, rollsOverAfter != column.name {
                parts.append("rolls_over_after: \(rollsOverAfter)")
            }
        } else {
            notes.append("? format: no sample value shows one")
        }
        if guess.isAmbiguous, sample.isMonthFirst == nil {
            notes.append("? day and month could be the other way round")
        }
    case .category(let allowed, _):
        let known = Set(allowed.map { $0.lowercased() })
        let strange = distinct(values).filter { !known.contains($0.lowercased()) }
        if let table = tables.first(where: { $0.gives(column.name, by: header) }), !strange.isEmpty {
            parts += [
                "through: \(table.path)", "key: \(quoted(table.header(like: header)))",
                "take: \(quoted(table.header(like: column.name)))",
            ]
            break
        }
        let meanings = strange.map { ($0, commonMeaning(of: $0, column: column.name, allowed: allowed)) }
        let told = meanings.compactMap { label, meaning in meaning.map { "\(quoted(label)): \(quoted($0))" } }
        if !told.isEmpty { parts.append("values: { \(told.joined(separator: ", ")) }") }
        let open = meanings.filter { $0.1 == nil }.map(\.0)
        if !open.isEmpty {
            notes.append("? values: { \(open.prefix(20).map { "\(quoted($0)): ?" }.joined(separator: ", ")) }")
            notes.append("  each stands for one of \(allowed.joined(separator: ", "))")
        }
    case .pseudonym:
        parts.append("type: pseudonym")
        let words = ["withheld", "unknown", "anonymous", "private", "unavailable", "0000"]
        let seen = distinct(values).filter { words.contains($0.lowercased()) }
        if !seen.isEmpty { parts.append("withheld: [\(seen.map(quoted).joined(separator: ", "))]") }
        notes.append("? needs pseudonym_key in pipeline.yaml; type: id if already hashed")
    case .id where column.name == "incident_id":
        // A number that begins anew every day needs its day, spelt alike wherever logs are linked by it.
        if let day = sample.day(ofNumbers: place) {
            let part = day.format == "yyyy-MM-dd" ? quoted(sample.header[day.place]) : dayPart(day, sample)
            parts = ["join: [\(part), \(quoted(header))]", "with: \"-\""]
            if !sample.isDay(day.place) {
                notes.append("? numbers start again; name the column of the log's own date if there is one")
            }
        }
    case .flag:
        let strange = distinct(values).filter { !plainAnswers.contains($0.lowercased()) }
        if !strange.isEmpty {
            notes.append("? yes: [\(strange.prefix(5).map(quoted).joined(separator: ", "))], no: [?]")
        }
    case .text where column.list != nil:
        if let written = separator(of: values), written != column.list?.separator {
            parts.append("separator: \(quoted(written))")
        }
    case .integer, .number, .duration, .text, .id, .null: break
    }
    return ("{ \(parts.joined(separator: ", ")) }", notes)
}

private func dayPart(_ day: (place: Int, format: String), _ sample: ExportSample) -> String {
    "{ from: \(quoted(sample.header[day.place])), format: \(quoted(day.format)) }"
}

/// What reads as yes or no, or as nothing, without being told.
private let plainAnswers: Set<String> = [
    "y", "n", "yes", "no", "t", "f", "true", "false", "1", "0", "null", "n/a", "-",
]

/// What stands between several codes in a cell; nothing when no cell shows more than one.
private func separator(of values: [String]) -> String? {
    [";", "|", ",", "/"].first { mark in values.contains { $0.contains(mark) } }
}

/// In order of first appearance.
private func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
}

/// `02:14:07` or `02:14`: a clock without a day.
func isClockTime(_ value: String) -> Bool {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count)
        && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
}
