import Tables

/// The columns of a reference table, and which of them find a row.
struct ReferenceHead {
    let key: [String]
    let validity: ReferenceTable.Validity?
    let columns: [ReferenceTable.Column]

    /// The types that a cell written in definitions can have.
    private static let words = ["text", "id", "int", "number(2)", "flag", "date", "duration"]

    /// Nothing, with the faults, when a row could not be read by it.
    init?(_ fields: Fields, findings: Findings) {
        guard fields.required("columns") != nil else { return nil }
        let entries = fields.mapping("columns")
        columns = entries.compactMap { entry in
            guard isGoodName(entry.key, of: "a column", at: entry.location, findings: findings) else { return nil }
            let word = entry.value.text ?? ""
            guard let type = parseType(word), ReferenceHead.isWritable(type) else {
                findings.error(
                    .badChoice,
                    "\(entry.value.text.map(quoted) ?? entry.value.shape) is not a type of a reference table",
                    at: entry.value.location, help: suggestion(word, ReferenceHead.words))
                return nil
            }
            return .init(name: entry.key, type: type)
        }
        guard columns.count == entries.count, !columns.isEmpty else { return nil }
        let types = Dictionary(columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
        var isSound = true
        func complain(_ name: String, _ key: String, _ what: String, among candidates: [String]) {
            findings.error(
                .unknownColumn, "`\(key)` must name \(what), not `\(name)`", at: fields[key]?.location,
                help: suggestion(name, candidates))
            isSound = false
        }
        let days = fields.texts("valid") ?? []
        if fields["valid"] != nil, days.count != 2 || days[0] == days[1] {
            findings.error(
                .referenceTable, "`valid` names two columns: the first day and the day after the last",
                at: fields["valid"]?.location, help: "such as [valid_from, valid_until]")
            isSound = false
        }
        let dates = columns.filter { $0.type == .date }.map(\.name)
        for day in days where types[day] != .date {
            complain(day, "valid", "date columns of the table", among: dates)
        }
        key = fields.required("key").map { fields.texts(of: $0, "key") } ?? []
        let candidates = columns.map(\.name).filter { !days.contains($0) }
        for part in key where !candidates.contains(part) {
            complain(part, "key", "columns of the table", among: candidates)
        }
        validity = days.count == 2 ? .init(from: days[0], until: days[1]) : nil
        guard isSound, !key.isEmpty else { return nil }
    }

    private static func isWritable(_ type: ValueType) -> Bool {
        switch type {
        case .text, .id, .integer, .number, .flag, .date, .duration: true
        case .time, .category, .pseudonym, .null: false
        }
    }

    /// A force that gives rows of its own to a table of ours does not make another table of it.
    func complainOfOther(_ fields: Fields, findings: Findings) {
        let days = validity.map { [$0.from, $0.until] } ?? []
        for (name, ours) in [("key", key), ("valid", days)] {
            guard let value = fields[name], fields.texts(of: value, name) != ours else { continue }
            complain(name, "[\(ours.joined(separator: ", "))]", at: value.location, findings: findings)
        }
        guard let value = fields["columns"] else { return }
        let written = fields.mapping("columns").map { "\($0.key): \($0.value.text ?? "")" }
        let wanted = columns.map { "\($0.name): \($0.type.spelling)" }
        guard written != wanted else { return }
        complain("columns", "{ \(wanted.joined(separator: ", ")) }", at: value.location, findings: findings)
    }

    private func complain(_ key: String, _ ours: String, at place: Diagnostic.Location, findings: Findings) {
        findings.error(
            .referenceTable, "`\(key)` of a table of ours cannot be changed", at: place,
            help: ours == "[]" ? "leave the key out" : "leave the key out, or write \(ours)")
    }
}

extension ValueType {
    /// As a definition spells it.
    fileprivate var spelling: String {
        if case .number(let decimals) = self { "number(\(decimals))" } else { word }
    }
}
