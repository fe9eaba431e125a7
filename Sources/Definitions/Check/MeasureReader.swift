import Expressions
import Tables

/// Reads the one measure of a figure and its unit.
struct MeasureReader {
    let fields: Fields
    let typing: Typing
    let table: TableDefinition.Origin
    let findings: Findings

    struct Read {
        let measure: Measure
        /// As written, on one line.
        let text: String
        let unit: Unit
    }

    func read() -> Read? {
        let given = Keys.measures.filter { fields[$0] != nil }
        guard let key = given.first, let value = fields[key] else {
            findings.error(
                .measure, "a KPI needs a measure", at: fields.location,
                help: "write one of: \(Keys.measures.joined(separator: ", "))")
            return nil
        }
        if given.count > 1 {
            findings.error(
                .measure, "a KPI has one measure, not \(given.map { "`\($0)`" }.joined(separator: " and "))",
                at: fields.entry(given[1])?.location, help: "write a second KPI with `like`")
            for other in given.dropFirst() { _ = fields[other].flatMap { measure(other, $0) } }
        }
        guard let measure = measure(key, value) else { return nil }
        return Read(measure: measure, text: text(key, value), unit: unit(of: measure))
    }

    private func measure(_ key: String, _ value: YamlValue) -> Measure? {
        for (other, measures) in Keys.suiting where fields[other] != nil && !measures.contains(key) {
            findings.error(.measure, onlyFor(other), at: fields.entry(other)?.location)
        }
        switch key {
        case "count": return count(value)
        case "share": return typing.typed(value, "`share`", in: table, expecting: .flag).map { .share($0) }
        case "mean": return amount(value, "`mean`").map { .mean($0) }
        case "sum": return amount(value, "`sum`").map { .sum($0) }
        case "quantiles": return quantiles(value)
        case "difference": return difference(value)
        case "mix": return mix(value)
        case "per": return per(value)
        case "survival": return survival(value)
        case "ratio_of": return ratio(value)
        default: return bands(value)
        }
    }

    private func onlyFor(_ key: String) -> String {
        switch key {
        case "each": "only a count is taken `each` hour"
        case "times": "only a mean or a ratio is multiplied by `times`"
        default: "only a share has a `\(key)`"
        }
    }

    /// Which figures they are has been looked at before: see `DifferenceReader`.
    private func difference(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`difference`", keys: Keys.difference, findings: findings),
            let of = parts.requiredText("of"), let minus = parts.requiredText("minus")
        else { return nil }
        return .difference(of: of, minus: minus)
    }

    /// As with a difference: see `RatioReader`.
    private func ratio(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`ratio_of`", keys: Keys.ratioOf, findings: findings),
            let top = parts.requiredText("top"), let bottom = parts.requiredText("bottom")
        else { return nil }
        return .ratioOf(top: top, bottom: bottom)
    }

    private func count(_ value: YamlValue) -> Measure? {
        guard value.text == "rows" else {
            findings.error(
                .badChoice, "`count` counts rows: write `count: rows`", at: value.location,
                help: "write which rows under `among`")
            return nil
        }
        guard let each = fields["each"] else { return .count }
        guard each.text == "hour" else {
            findings.error(.badChoice, "`each` can only be `hour`", at: each.location)
            return nil
        }
        return .countPerHour
    }

    /// Something that can be added up.
    private func amount(_ value: YamlValue, _ what: String) -> TypedExpression? {
        guard let typed = typing.typed(value, what, in: table) else { return nil }
        switch typed.type {
        case .duration, .integer, .number: return typed
        default:
            findings.error(
                .measure,
                "\(what) needs a duration or a number, but \(quoted(value.text ?? "")) is \(phrase(typed.type))",
                at: value.location)
            return nil
        }
    }

    private func quantiles(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`quantiles`", keys: nil, findings: findings),
            let of = parts.required("of")
        else { return nil }
        let typed = amount(of, "`of`")
        var list: [Measure.Quantile] = []
        var isSound = true
        for entry in parts.entries where entry.key != "of" {
            guard isGoodName(entry.key, of: "a quantile", at: entry.location, findings: findings),
                let (numerator, denominator) = probability(entry.value)
            else {
                isSound = false
                continue
            }
            list.append(.init(name: entry.key, numerator: numerator, denominator: denominator))
        }
        if parts.entries.count < 2 {
            findings.error(
                .measure, "`quantiles` needs a name and a probability, such as `median: 0.5`", at: value.location)
            isSound = false
        }
        guard isSound, let typed else { return nil }
        return .quantiles(of: typed, list)
    }

    /// `0.9` as 9/10, in lowest terms.
    func probability(_ value: YamlValue, or word: String? = nil) -> (Int, Int)? {
        if let text = value.text, let number = parseDecimalNumber(text), (0...1).contains(number),
            let places = Optional(text.split(separator: ".").dropFirst().first?.count ?? 0), places <= 9,
            let digits = Int(text.filter { $0 != "." })
        {
            let whole = (0..<places).reduce(1) { power, _ in power * 10 }
            var (left, right) = (whole, digits)
            while right != 0 { (left, right) = (right, left % right) }
            return (digits / left, whole / left)
        }
        findings.error(
            .badValue,
            "a quantile's probability must be a number from 0 to 1, such as 0.9" + (word.map { ", or \($0)" } ?? ""),
            at: value.location)
        return nil
    }

    private enum Closed: String, CaseIterable {
        case left, right
    }

    private func bands(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`bands`", keys: Keys.bands, findings: findings),
            let of = parts.required("of"), let written = parts.required("edges")
        else { return nil }
        let closed = parts.choice("closed", Closed.self) ?? .left
        guard let typed = amount(of, "`of`") else { return nil }
        let edges = parts.texts("edges")?.compactMap { parseLiteral($0, as: typed.type) } ?? []
        let isAscending = zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
        guard !edges.isEmpty, edges.count == parts.texts("edges")?.count, isAscending else {
            findings.error(
                .measure, "`edges` must be a rising list of values of the type \(typed.type.word)",
                at: written.location,
                help: typed.type == .duration ? "such as [10 s, 60 s]" : "such as [10, 60]")
            return nil
        }
        return .bands(of: typed, edges: edges, isLeftClosed: closed == .left)
    }

    private func text(_ key: String, _ value: YamlValue) -> String {
        switch value.kind {
        case .text(let text, _): return "\(key): \(text)"
        case .list: return key
        case .mapping: return "\(key): \(value.oneLine)"
        }
    }

    /// The unit written, or the one that the measure has by itself.
    private func unit(of measure: Measure) -> Unit {
        if let word = fields.text("unit") { return readUnit(word) }
        switch measure {
        case .share, .bands, .mix: return .percent
        case .survival: return .days
        case .per, .ratioOf: return .number(of: "count")
        case .count: return .number(of: "count")
        case .countPerHour: return .number(of: "rows per hour")
        case .difference: return .number(of: "points")
        case .mean(let value), .sum(let value), .quantiles(of: let value, _):
            return value.type == .duration ? .seconds : .number(of: "count")
        }
    }
}

/// The unit that a word means; words of no meaning to us are things counted.
func readUnit(_ word: String) -> Unit {
    switch word {
    case "percent", "%": .percent
    case "s", "second", "seconds": .seconds
    case "min", "minute", "minutes": .minutes
    case "h", "hour", "hours": .hours
    case "d", "day", "days": .days
    default: .number(of: word)
    }
}
