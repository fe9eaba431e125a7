import Definitions
import Tables

extension SourceRows {
    /// The rules that reading itself applies (DQ03 to DQ07, DQ24, DQ27, DQ28): only their limits are data.
    ///
    /// - Parameter looked: columns whose cells are looked up in tables, where these rows are not all of the source: what is
    ///   counted of some of them must be counted of all.
    mutating func applyBuiltInRules(
        _ rules: [RuleDefinition], formulas: FormulaTexts, lookedUp looked: Set<String> = []
    ) {
        let limits = Dictionary(
            rules.filter { $0.target == .builtIn }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let skipped = files.reduce(0) { $0 + $1.skipped - $1.otherKinds }
        let records = files.reduce(rowCount) { $0 + $1.skipped + $1.headers }
        tally("DQ03", action: "count", count: skipped, checked: records, limits: limits["DQ03"])
        tally(
            "DQ04", column: key.joined(separator: ", "), action: "reject",
            count: rejectedCount { $0.code == RejectionReason.conflict }, checked: keyed, limits: limits["DQ04"])
        requireReadable(limits["DQ05"])
        countUnusedValues(limits, looked)
        countFormulas(limits["DQ27"], formulas)
        tally(
            "DQ28", action: "reject", count: rejectedCount { $0.rule == "DQ28" }, checked: rowCount,
            limits: limits["DQ28"])
        for code in FaultCode.allCases where code.rawValue.hasPrefix("R") && code != .invalidEncoding {
            let count = rejectedCount { $0.code == code.rawValue }
            guard count > 0 else { continue }
            tally(code.rawValue, action: "reject", count: count, checked: rowCount, limits: nil)
        }
    }

    /// DQ01 and DQ02: a file that breaks one of them never comes this far; the count says that it was looked at.
    mutating func tallyFiles() {
        let counts = ["DQ01", "DQ02"].map { rule in
            RuleTally(
                rule: rule, column: "", action: "stop file", count: 0, checked: files.count, limits: nil, columns: [])
        }
        tallies = counts + tallies
    }

    /// DQ05: a required cell that is empty, or a cell that cannot be read as its type.
    private mutating func requireReadable(_ limits: RuleDefinition?) {
        let checked = fates.openCount + rejectedCount { $0.rule == "DQ05" }
        let required = Set(zip(schema.columns, places).filter(\.0.isRequired).map { Int32($0.1) })
        for fault in faults where fault.column >= 0 {
            switch fault.code {
            // An unknown value is a value, only none of ours (DQ06); the clocks' rules have read the time (DQ24).
            case .unknownCategory, .noReference, .doubledHour, .missingHour: continue
            // A time nobody believes reads as empty, which only a required one may not be.
            case .implausibleTime where !required.contains(fault.column): continue
            default: reject(Int(fault.row), fault.code.rawValue, rule: "DQ05", column: Int(fault.column))
            }
        }
        for (place, column) in columns.enumerated() where !absent.contains(column.name) {
            tally(
                "DQ05", column: column.name, action: "reject",
                count: rejectedCount { $0.rule == "DQ05" && $0.column == Int32(place) }, checked: checked,
                limits: limits)
        }
    }

    /// DQ06, DQ07 and DQ24: cells whose fault only blanks them or is resolved, in rows that still stand.
    private mutating func countUnusedValues(_ limits: [String: RuleDefinition], _ looked: Set<String>) {
        var counts: [FaultCode: [Int]] = [:]
        for fault in faults where fault.column >= 0 && fates[Int(fault.row)] == .accepted {
            counts[fault.code, default: Array(repeating: 0, count: columns.count)][Int(fault.column)] += 1
        }
        func count(_ code: FaultCode, _ place: Int) -> Int { counts[code]?[place] ?? 0 }
        for (place, column) in columns.enumerated() where !absent.contains(column.name) {
            let unknown = count(.unknownCategory, place) + count(.noReference, place)
            let hasValues = unknown > 0 || isCategory(column.type) || looked.contains(column.name)
            guard hasValues || column.type == .time || column.type == .date else { continue }
            let missing =
                fates.areAllOpen
                ? column.missingCount : column.missingRows().count { fates[$0] == .accepted }
            let filled = fates.openCount - missing
            if hasValues {
                tally(
                    "DQ06", column: column.name, action: "blank", count: unknown, checked: filled + unknown,
                    limits: limits["DQ06"], columns: [column.name])
            }
            guard column.type == .time || column.type == .date else { continue }
            let implausible = count(.implausibleTime, place)
            tally(
                "DQ07", column: column.name, action: "blank", count: implausible, checked: filled + implausible,
                limits: limits["DQ07"], columns: [column.name])
            guard column.type == .time else { continue }
            tally(
                "DQ24", column: column.name, action: "count",
                count: count(.doubledHour, place) + count(.missingHour, place), checked: filled, limits: limits["DQ24"])
        }
    }

    /// DQ27: cells that a spreadsheet would take for a formula, hence escaped wherever they are printed.
    private mutating func countFormulas(_ limits: RuleDefinition?, _ formulas: FormulaTexts) {
        let closed = fates.areAllOpen ? [] : fates.indices.filter { fates[$0] != .accepted }
        for column in columns where column.type == .text || column.type == .id {
            var found = 0
            var checked = 0
            switch column.values.unpacked {
            case .codes(let codes) where !formulas.isAny:
                checked = codes.count - column.missingCount - closed.count { codes[$0] != Missing.code }
            case .codes(let codes):
                for row in codes.indices where codes[row] != Missing.code && fates[row] == .accepted {
                    checked += 1
                    if formulas[codes[row]] { found += 1 }
                }
            case .flags(let presence):
                let formula = Presence.formula
                let missing = column.missingCount - closed.count { presence[$0] == Missing.flag }
                checked = fates.openCount - missing
                found = occurrences(of: formula, in: presence) - closed.count { presence[$0] == formula }
            case .integers(let words):
                for row in words.indices where words[row] != Missing.integer && fates[row] == .accepted {
                    checked += 1
                    if words[row] & 1 == 1 { found += 1 }
                }
            case .labels, .seconds, .small: continue
            }
            tally("DQ27", column: column.name, action: "count", count: found, checked: checked, limits: limits)
        }
    }

    /// Records rejected for the reasons that satisfy a condition.
    func rejectedCount(where condition: (RejectionReason) -> Bool) -> Int {
        let wanted = reasons.map(condition)
        return wanted.contains(true) ? rejections.count { wanted[Int($0.reason)] } : 0
    }
}

func isCategory(_ type: ValueType) -> Bool {
    if case .category = type { true } else { false }
}
