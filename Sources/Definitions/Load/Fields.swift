import Expressions
import Tables

/// The keys of one mapping. Reading them says what is wrong with each; making the value complains of unknown ones.
struct Fields {
    /// `a figure`, for messages.
    let what: String
    let location: Diagnostic.Location
    /// In the order written.
    private(set) var entries: [YamlValue.Entry]
    let findings: Findings

    /// Nothing, and a fault, when the value is no mapping. With `keys` nothing else may be written.
    init?(_ value: YamlValue, _ what: String, keys: [String]?, findings: Findings) {
        guard case .mapping(let entries) = value.kind else {
            findings.error(.wrongShape, "\(what) must be a mapping, not \(value.shape)", at: value.location)
            return nil
        }
        self.init(what, at: value.location, entries: entries, keys: keys, findings: findings)
    }

    /// A misspelt key is reported and then read as the one it was most likely meant to be, so that what is wrong with its
    /// value is said at once too. With `keys` nothing else may be written.
    init(
        _ what: String, at location: Diagnostic.Location, entries: [YamlValue.Entry], keys: [String]? = nil,
        findings: Findings
    ) {
        self.what = what
        self.location = location
        self.findings = findings
        self.entries = entries
        guard let keys else { return }
        for (index, entry) in entries.enumerated() where !keys.contains(entry.key) {
            findings.error(
                .unknownKey, "unknown key `\(entry.key)` in \(what)", at: entry.location,
                help: unknownKeyHelp(entry.key, keys))
            if !isCutOff(entry.key), let meant = nearestName(to: entry.key, among: keys), self[meant] == nil {
                self.entries[index] = .init(key: meant, location: entry.location, value: entry.value)
            }
        }
    }

    func entry(_ key: String) -> YamlValue.Entry? {
        entries.first { $0.key == key }
    }

    /// The value of a key, unless nothing was written for it.
    subscript(_ key: String) -> YamlValue? {
        guard let value = entry(key)?.value, !value.isNull else { return nil }
        return value
    }

    func required(_ key: String) -> YamlValue? {
        if let value = self[key] { return value }
        if let entry = entry(key) {
            findings.error(.missingKey, "`\(key)` of \(what) is empty", at: entry.location)
        } else {
            findings.error(.missingKey, "\(what) needs the key `\(key)`", at: location)
        }
        return nil
    }

    func text(_ key: String) -> String? {
        self[key].flatMap { text(of: $0, key) }
    }

    func requiredText(_ key: String) -> String? {
        required(key).flatMap { text(of: $0, key) }
    }

    private func text(of value: YamlValue, _ key: String) -> String? {
        if let text = value.text { return text }
        findings.error(.wrongShape, "`\(key)` must be a text, not \(value.shape)", at: value.location)
        return nil
    }

    /// A list of texts; one text alone is a list of one.
    func texts(_ key: String) -> [String]? {
        self[key].map { texts(of: $0, key) }
    }

    func texts(of value: YamlValue, _ key: String) -> [String] {
        switch value.kind {
        case .text(let text, _): return [text]
        case .list(let items): return items.compactMap { text(of: $0, key) }
        case .mapping:
            findings.error(.wrongShape, "`\(key)` must be a list of texts, not a mapping", at: value.location)
            return []
        }
    }

    func list(_ key: String) -> [YamlValue] {
        guard let value = self[key] else { return [] }
        guard case .list(let items) = value.kind else {
            findings.error(.wrongShape, "`\(key)` must be a list, not \(value.shape)", at: value.location)
            return []
        }
        return items
    }

    func mapping(_ key: String) -> [YamlValue.Entry] {
        guard let value = self[key] else { return [] }
        guard case .mapping(let entries) = value.kind else {
            findings.error(.wrongShape, "`\(key)` must be a mapping, not \(value.shape)", at: value.location)
            return []
        }
        return entries
    }

    func flag(_ key: String) -> Bool? {
        guard let value = self[key], let text = text(of: value, key) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            findings.error(
                .badChoice, "`\(key)` is \(quoted(text)), but must be yes or no", at: value.location)
            return nil
        }
    }

    /// One of the words of a closed list.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let value = self[key], let text = text(of: value, key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        findings.error(
            .badChoice, "`\(key)` is \(quoted(text)), which is not one of its values", at: value.location,
            help: suggestion(text, Choice.allCases.map(\.rawValue)))
        return nil
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = self[key], let text = text(of: value, key) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        findings.error(
            .badValue,
            "`\(key)` is \(quoted(text)), but must be a whole number from \(range.lowerBound) to "
                + "\(range.upperBound)", at: value.location)
        return nil
    }

    /// A local day, `yyyy-MM-dd`.
    func date(_ key: String) -> CivilDate? {
        guard let value = self[key], let text = text(of: value, key) else { return nil }
        if let date = CivilDate(text) { return date }
        findings.error(
            .badValue, "`\(key)` is \(quoted(text)), but must be a day such as 2026-04-01", at: value.location)
        return nil
    }

    /// `5 %`, `0.5%` or `0.05`, as a number from 0 to 1.
    func share(_ key: String) -> Double? {
        guard let value = self[key], let text = text(of: value, key) else { return nil }
        if let share = parsePercent(text) ?? parseDecimalNumber(text), (0...1).contains(share) { return share }
        findings.error(
            .badValue, "`\(key)` is \(quoted(text)), but must be a share such as 5% or 0.05", at: value.location)
        return nil
    }

    /// An expression; nothing, and a fault, when it cannot be read.
    func expression(_ key: String) -> SyntaxTree? {
        self[key].flatMap { parsed($0, what: "`\(key)`", findings: findings) }
    }
}

/// Reads the expression that a text holds.
func parsed(_ value: YamlValue, what: String, findings: Findings) -> SyntaxTree? {
    guard let text = value.text else {
        findings.error(
            .wrongShape, "\(what) must be an expression, not \(value.shape)", at: value.location,
            help: "quote the expression")
        return nil
    }
    do {
        return try parse(text, at: value.location)
    } catch {
        findings.add([error])
        return nil
    }
}
