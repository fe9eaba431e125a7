import Expressions
import Tables

/// Our settings with the force's dated values laid over them.
///
/// A value of the force without a date replaces ours from the beginning; one with a date is in force from that day on,
/// until its own next value: none of ours comes back after it.
func resolveSettings(_ drafts: [Drafts.Owned], findings: Findings) -> [SettingDefinition] {
    var order: [String] = []
    var entries: [String: [Entry]] = [:]
    for draft in drafts {
        guard let entry = readEntry(draft, findings: findings) else { continue }
        if entries[entry.name] == nil { order.append(entry.name) }
        entries[entry.name, default: []].append(entry)
    }
    return order.compactMap { setting($0, entries[$0] ?? [], findings: findings) }
}

private struct Entry {
    let name: String
    let type: ValueType
    let isPercent: Bool
    let value: SettingDefinition.Value
    let location: Diagnostic.Location
}

private func readEntry(_ draft: Drafts.Owned, findings: Findings) -> Entry? {
    let fields = draft.fields
    let names = fields.entries.filter { !Keys.setting.contains($0.key) }
    guard let named = names.first else {
        findings.error(
            .missingKey, "a setting needs its name and value, such as `short_abandon: 5 s`", at: fields.location)
        return nil
    }
    for extra in names.dropFirst() {
        findings.error(
            .unknownKey, "unknown key `\(extra.key)` in a setting", at: extra.location,
            help: unknownKeyHelp(extra.key, Keys.setting))
    }
    let authority = fields.requiredText("authority")
    let isVerified = fields.flag("verified") ?? false
    let from = fields.date("from")
    guard isGoodName(named.key, of: "a setting", at: named.location, findings: findings),
        let (type, value, isPercent) = readValue(named, findings: findings)
    else { return nil }
    return Entry(
        name: named.key, type: type, isPercent: isPercent,
        value: .init(
            from: from, value: value, authority: authority ?? "", isVerified: isVerified, isLocal: draft.isLocal),
        location: named.location)
}

private func readValue(_ named: YamlValue.Entry, findings: Findings) -> (
    type: ValueType, value: Int64, isPercent: Bool
)? {
    if let text = named.value.text {
        if let duration = parseDuration(text) { return (.duration, duration, false) }
        if let number = parseLiteral(text, as: .integer) { return (.integer, number, false) }
        if text.hasSuffix("%"), let percent = readPercent(String(text.dropLast())) {
            return (percentType, percent, true)
        }
    }
    let written = named.value.text.map(quoted) ?? named.value.shape
    findings.error(
        .setting,
        "`\(named.key)` is \(written), but must be a duration such as 5 s, a percentage such as 10 % or "
            + "a whole number",
        at: named.value.location, help: "units are ms, s, min, h, d and w")
    return nil
}

/// Percentages have two decimals wherever they are written, so that dated values are of one type.
private let percentType = ValueType.number(decimals: 2)

private func readPercent(_ text: String) -> Int64? {
    let digits = String(text.reversed().drop { $0 == " " }.reversed())
    return parseLiteral(digits, as: percentType).flatMap { (0...10_000).contains($0) ? $0 : nil }
}

private func setting(_ name: String, _ entries: [Entry], findings: Findings) -> SettingDefinition? {
    guard let first = entries.first else { return nil }
    for entry in entries where entry.type != first.type {
        findings.error(
            .setting, "`\(name)` is \(word(entry.type)) here and \(word(first.type)) elsewhere", at: entry.location,
            help: help(first))
    }
    for isLocal in [false, true] {
        let dates = entries.filter { $0.value.isLocal == isLocal }
        for (index, entry) in dates.enumerated()
        where dates[..<index].contains(where: { $0.value.from == entry.value.from }) {
            let date = entry.value.from.map { "from \($0)" } ?? "from the beginning"
            findings.error(.duplicateName, "`\(name)` has two values \(date)", at: entry.location)
        }
    }
    let values = inForce(entries.map(\.value))
    guard values.first?.from == nil else {
        findings.error(
            .setting, "`\(name)` has no value before \(values.first?.from?.description ?? "")", at: first.location,
            help: "write its first value without `from`")
        return nil
    }
    return SettingDefinition(
        name: name, type: first.type, values: values, location: first.location,
        isOurs: entries.contains { !$0.value.isLocal }, isPercent: first.isPercent)
}

private func word(_ type: ValueType) -> String {
    type == .duration ? "a duration" : type == percentType ? "a percentage" : "a whole number"
}

private func help(_ first: Entry) -> String {
    if first.isPercent { return "write it with a percent sign, such as 10 %" }
    return first.type == .duration ? "give it a unit, such as 5 s or 15 min" : "write it without a unit"
}

private func inForce(_ values: [SettingDefinition.Value]) -> [SettingDefinition.Value] {
    let local = values.filter(\.isLocal)
    let begins = local.map { $0.from?.days ?? Int.min }.min() ?? Int.max
    let ours = values.filter { !$0.isLocal && ($0.from?.days ?? Int.min) < begins }
    return (ours + local).sorted { ($0.from?.days ?? Int.min) < ($1.from?.days ?? Int.min) }
}
