import Expressions
import Tables

/// A standard before it is known in which unit its figures are.
struct ResolvedStandard {
    struct Level {
        enum Amount {
            case percent(Double)
            case duration(Int64)
            case number(Double)
        }

        var from: CivilDate?
        var until: CivilDate?
        let amount: Amount
        let upper: Amount?
        let authority: String
        let status: StandardDefinition.Status
        let isLocal: Bool
        let location: Diagnostic.Location
    }

    let name: String
    let rule: StandardDefinition.Rule
    var isAim: Bool
    var levels: [Level]
    let location: Diagnostic.Location
}

/// Our standards with the force's laid over them: from the first day of a local level, ours are replaced.
func resolveStandards(_ drafts: [Drafts.Owned], findings: Findings) -> [ResolvedStandard] {
    var standards: [ResolvedStandard] = []
    for draft in drafts {
        guard let next = readStandard(draft, findings: findings) else { continue }
        guard let index = standards.firstIndex(where: { $0.name == next.name }) else {
            standards.append(next)
            continue
        }
        if standards[index].rule != next.rule {
            findings.error(
                .standard,
                "`\(next.name)` has the rule \(next.rule.rawValue) here and "
                    + "\(standards[index].rule.rawValue) elsewhere", at: draft.fields["rule"]?.location,
                help: "give a standard with another rule another id")
        }
        standards[index].isAim = standards[index].isAim || next.isAim
        standards[index].levels += next.levels
    }
    return standards.map { standard in
        var standard = standard
        standard.levels = inForce(standard.levels, of: standard.name, findings: findings)
        return standard
    }
}

private func readStandard(_ draft: Drafts.Owned, findings: Findings) -> ResolvedStandard? {
    let fields = draft.fields
    let id = fields.requiredText("id")
    _ = fields.required("rule")
    let rule = fields.choice("rule", StandardDefinition.Rule.self)
    let authority = fields.requiredText("authority")
    _ = fields.required("status")
    let status = fields.choice("status", StandardDefinition.Status.self)
    let from = fields.date("from")
    let until = fields.date("until")
    if let from, let until, until <= from {
        findings.error(.standard, "`until` must be after `from`", at: fields["until"]?.location)
    }
    guard let value = fields.required("value"), let id, let rule,
        let (amount, upper) = readAmounts(value, rule: rule, findings: findings)
    else { return nil }
    let level = ResolvedStandard.Level(
        from: from, until: until, amount: amount, upper: upper, authority: authority ?? "",
        status: status ?? .unverified, isLocal: draft.isLocal, location: fields.location)
    return ResolvedStandard(
        name: id, rule: rule, isAim: fields.flag("aim") ?? false, levels: [level], location: fields.location)
}

private func readAmounts(
    _ value: YamlValue, rule: StandardDefinition.Rule, findings: Findings
) -> (ResolvedStandard.Level.Amount, ResolvedStandard.Level.Amount?)? {
    if rule == .between {
        guard case .list(let ends) = value.kind, ends.count == 2 else {
            findings.error(
                .badValue, "`value` of a standard with the rule `between` must be two values, such as [75 %, 85 %]",
                at: value.location)
            return nil
        }
        guard let low = readAmount(ends[0], findings: findings), let high = readAmount(ends[1], findings: findings)
        else { return nil }
        return (low, high)
    }
    return readAmount(value, findings: findings).map { ($0, nil) }
}

private func readAmount(_ value: YamlValue, findings: Findings) -> ResolvedStandard.Level.Amount? {
    if let text = value.text {
        if let percent = parsePercent(text) { return .percent(exactPercent(text) ?? percent * 100) }
        if let duration = parseDuration(text) { return .duration(duration) }
        if let number = parseDecimalNumber(text) { return .number(number) }
    }
    findings.error(
        .badValue, "`value` is \(value.text.map(quoted) ?? value.shape), but must be a level such as 90 %, 30 s or 12",
        at: value.location)
    return nil
}

/// The digits before the sign as they stand: 99.9 % is 99.9 and not 100 × 0.999.
private func exactPercent(_ text: String) -> Double? {
    parseDecimalNumber(String(text.prefix { $0 != "%" && $0 != " " }))
}

private func inForce(
    _ levels: [ResolvedStandard.Level], of name: String, findings: Findings
) -> [ResolvedStandard.Level] {
    func start(_ level: ResolvedStandard.Level) -> Int { level.from?.days ?? Int.min }
    let local = levels.filter(\.isLocal).sorted { start($0) < start($1) }
    var ours = levels.filter { !$0.isLocal }.sorted { start($0) < start($1) }
    for group in [ours, local] {
        for (earlier, later) in zip(group, group.dropFirst()) {
            let overlaps = start(earlier) == start(later) || (earlier.until.map { $0.days > start(later) } ?? false)
            if overlaps {
                findings.error(
                    .standard, "two levels of `\(name)` are in force at once", at: later.location,
                    help: "end one with `until`, or give the later one a later `from`")
            }
        }
    }
    if let first = local.first {
        ours = ours.filter { start($0) < start(first) }
        if let from = first.from, let last = ours.indices.last, ours[last].until.map({ $0 > from }) ?? true {
            ours[last].until = from
        }
    }
    var result = ours + local
    for index in result.indices.dropLast() where result[index].until == nil {
        result[index].until = result[index + 1].from
    }
    return result
}
