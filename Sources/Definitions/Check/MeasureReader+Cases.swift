import Expressions
import Tables

/// Measures over cases: what they are made up of, how many each owner has, and how long they last.
extension MeasureReader {
    func mix(_ value: YamlValue) -> Measure? {
        guard let typed = typing.typed(value, "`mix`", in: table) else { return nil }
        let written = quoted(value.text ?? "")
        switch typed.type {
        case .text, .category, .flag: break
        default:
            findings.error(
                .measure, "`mix` needs a text, a category or a yes/no, but \(written) is \(phrase(typed.type))",
                at: value.location, help: "its values become the parts, so there must be few")
            return nil
        }
        guard !typing.showsSensitive(typed, in: table) else {
            findings.error(
                .measure, "`mix` would print the values of \(written), which is sensitive", at: value.location,
                help: "write a column that says less")
            return nil
        }
        return .mix(typed)
    }

    private enum Take: String, CaseIterable {
        case count
    }

    func per(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`per`", keys: Keys.per, findings: findings) else { return nil }
        _ = parts.choice("take", Take.self)
        let key = parts.required("key").flatMap { name($0) }
        guard let written = parts.required("then") else { return nil }
        let entries = parts.mapping("then")
        var summaries: [Measure.Summary] = []
        for entry in entries {
            guard isGoodName(entry.key, of: "a statistic", at: entry.location, findings: findings) else { continue }
            if entry.value.text == "mean" {
                summaries.append(.mean(name: entry.key))
            } else if let (numerator, denominator) = probability(entry.value, or: "`mean`") {
                summaries.append(
                    .quantile(.init(name: entry.key, numerator: numerator, denominator: denominator)))
            }
        }
        if entries.isEmpty, case .mapping = written.kind {
            findings.error(
                .measure, "`then` needs a name with a probability or `mean`, such as `median: 0.5`",
                at: written.location)
        }
        guard let key, !summaries.isEmpty, summaries.count == entries.count else { return nil }
        return .per(key: key, summaries)
    }

    /// Something that tells owners apart, and is no amount.
    private func name(_ value: YamlValue) -> TypedExpression? {
        guard let typed = typing.typed(value, "`key`", in: table) else { return nil }
        switch typed.type {
        case .text, .id, .category, .pseudonym, .flag, .integer, .date, .time: return typed
        case .number, .duration, .null:
            findings.error(
                .measure,
                "`key` needs something that tells rows apart, but \(quoted(value.text ?? "")) is "
                    + phrase(typed.type), at: value.location, help: "such as the column of who deals with a case")
            return nil
        }
    }

    func survival(_ value: YamlValue) -> Measure? {
        guard let parts = Fields(value, "`survival`", keys: Keys.survival, findings: findings) else { return nil }
        let ends = Keys.survival.map { key in
            parts.required(key).flatMap { day($0, "`\(key)`", .measure) }
        }
        guard let from = ends[0], let until = ends[1] else { return nil }
        return .survival(from: from, until: until)
    }

    /// A time, or a date.
    func day(_ value: YamlValue, _ what: String, _ code: DefinitionCode) -> TypedExpression? {
        guard let typed = typing.typed(value, what, in: table) else { return nil }
        if typed.type == .time || typed.type == .date { return typed }
        findings.error(
            code, "\(what) needs a time or a date, but \(quoted(value.text ?? "")) is \(phrase(typed.type))",
            at: value.location)
        return nil
    }
}
