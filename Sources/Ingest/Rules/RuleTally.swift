import Definitions
import Tables

/// How often one rule failed in one source and column.
struct RuleTally: Sendable {
    let rule: String
    let column: String
    let action: String
    var count: Int
    var checked: Int
    /// The rule, where it has limits.
    let limits: RuleDefinition?
    /// The columns that its limits may keep from figures.
    let columns: [String]

    var share: Double { checked == 0 ? 0 : Double(count) / Double(checked) }

    func isSame(as other: RuleTally) -> Bool {
        rule == other.rule && column == other.column && action == other.action
    }
}

extension SourceRows {
    /// Notes a rule's count.
    mutating func tally(
        _ rule: String, column: String = "", action: String, count: Int, checked: Int, limits: RuleDefinition?,
        columns named: [String] = []
    ) {
        tallies.append(
            RuleTally(
                rule: rule, column: column, action: action, count: count, checked: checked, limits: limits,
                columns: named))
    }

    /// What the limits of rules make of their counts: warnings, columns that no figure may read, failed gates.
    mutating func applyLimits() {
        for tally in tallies where tally.count > 0 {
            if let limits = tally.limits { apply(limits, to: tally) }
        }
    }

    private mutating func apply(_ limits: RuleDefinition, to tally: RuleTally) {
        let found =
            "\(definition.name): \(tally.rule) (\(limits.name)) failed for \(grouped(tally.count)) of "
            + "\(grouped(tally.checked)) rows" + (tally.column.isEmpty ? "" : " in \(tally.column)")
        if let limit = limits.failAbove, tally.share > limit {
            failures.append(
                Diagnostic(
                    code: "E0407", "\(found), more than \(percent(limit))", at: limits.location,
                    help: "mend the export or its mapping; the limit is `fail_above` of the rule"))
        } else if limits.warnAbove.map({ tally.share > $0 }) ?? (tally.action == "warn") {
            findings.append(
                Diagnostic(
                    .warning, code: "E0408", found + (limits.warnAbove.map { ", more than \(percent($0))" } ?? ""),
                    at: limits.location))
        }
        if let limit = limits.stopKPIsAbove, tally.share > limit {
            for name in tally.columns {
                unusable.append(
                    UnusableColumn(
                        table: schema.name, column: name,
                        because:
                            "fails \(tally.rule) in \(percent(tally.share)) of its rows, more than \(percent(limit))"))
            }
        }
    }
}

/// A count as readers write it: 12,345.
func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.utf8.count - place) % 3 == 0 { text += "," }
        text.append(digit)
    }
    return text
}

/// A share as readers write it: 2.9%. Halves of a tenth go up; what is not nothing never reads as 0.0%.
func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    if tenths == 0, share > 0 { return "less than 0.1%" }
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
}
