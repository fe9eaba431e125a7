import Definitions
import Expressions

/// Where a column's cells come from.
func originWords(_ origin: ColumnMapping.Origin) -> String {
    switch origin {
    case .header(let headers): either(headers.map(quoted))
    case .joined(let parts, with: let text):
        parts.map(partWords).joined(separator: " and ") + ", joined by \(quoted(text))"
    case .computed(let expression): "computed: \(expressionText(expression))"
    case .constant(let text): text.isEmpty ? "always empty" : "always \(quoted(text))"
    }
}

private func partWords(_ part: ColumnMapping.Part) -> String {
    var text = either(part.headers.map(quoted))
    if !part.dayFormats.isEmpty { text += " (a day written \(either(part.dayFormats)))" }
    if !part.keepsLeadingZeros { text += " (without zeros before it)" }
    return text
}

/// How a cell is read.
func formWords(_ form: ColumnForm) -> String {
    switch form {
    case .text: return "text"
    case .id: return "an id"
    case .flag(let yes, let no):
        let more = [yes.isEmpty ? nil : "yes also \(listed(yes))", no.isEmpty ? nil : "no also \(listed(no))"]
        return (["yes or no"] + more.compactMap { $0 }).joined(separator: "; ")
    case .integer: return "a whole number"
    case .number(let decimals): return "a number with up to \(decimals) decimals"
    case .category(let values, let isOrdered):
        return "one of \(values.joined(separator: ", "))" + (isOrdered ? ", in this order" : "")
    case .date(let formats): return "a day written \(either(formats))"
    case .time(let formats, let resolution): return "a time written \(either(formats)), \(resolutionWords(resolution))"
    case .timeOfDay(let formats, let header, let dayFormats, let after):
        let day = dayFormats.isEmpty ? "" : " written \(either(dayFormats))"
        let next = after.map { ", the next day where it would lie before \($0)" } ?? ""
        return "a clock reading written \(either(formats)) on the day in \(either(header.map(quoted)))\(day)\(next)"
    case .duration(let form): return durationWords(form)
    case .pseudonym(let withheld):
        let unknown = withheld.filter { !$0.isEmpty }
        return "a keyed pseudonym" + (unknown.isEmpty ? "" : "; \(listed(unknown)) means not known")
    case .excelSerial: return "a spreadsheet's number of a day"
    }
}

private func resolutionWords(_ milliseconds: Int64) -> String {
    switch milliseconds {
    case ..<1000: "to the millisecond"
    case ..<60_000: "to the second"
    case ..<3_600_000: "to the minute"
    case ..<86_400_000: "to the hour"
    case ...86_400_000: "to the day"
    default: "to the month"
    }
}

private func durationWords(_ form: ColumnForm.DurationForm) -> String {
    switch form {
    case .seconds, .minutes, .hours, .milliseconds: "a length in \(form.rawValue)"
    case .hoursMinutesSeconds, .minutesSeconds: "a length written \(form.rawValue)"
    case .dayFraction: "a length as a fraction of a day"
    }
}

/// What else becomes of a cell: a table that it is looked up in, labels that stand for values, a list's separator.
func alsoWords(_ mapping: ColumnMapping) -> String {
    var parts: [String] = []
    if let reference = mapping.through {
        parts.append("looked up in \(reference.path) (\(counted(reference.entries.count, "entry", "entries")))")
    }
    if !mapping.values.isEmpty {
        let labels = mapping.values.sorted { $0.key < $1.key }
        let shown = labels.prefix(mostLabels).map { "\(quoted($0.key)) is \($0.value)" }
        let rest = labels.count > mostLabels ? " and \(labels.count - mostLabels) more" : ""
        parts.append("\(counted(labels.count, "label")): \(shown.joined(separator: ", "))\(rest)")
    }
    if let separator = mapping.separator { parts.append("values divided by \(quoted(separator))") }
    if mapping.isOptional { parts.append("the header may be absent") }
    return parts.joined(separator: "; ")
}

/// More labels than this are only counted.
private let mostLabels = 30

private func listed(_ texts: [String]) -> String {
    texts.map(quoted).joined(separator: ", ")
}

private func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(groupedText(number)) \(number == 1 ? one : many)"
}
