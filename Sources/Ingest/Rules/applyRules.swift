import Definitions
import Expressions
import Tables

extension SourceRows {
    /// The rules that definitions state as expressions over one row of the canonical table, in their order. Each sees the
    /// rows that are still accepted and the values that rules before it have left.
    mutating func applyRules(_ rules: [RuleDefinition], _ evaluator: RowEvaluator, names: inout Names) async throws {
        for rule in rules where rule.target == .source(schema.name) {
            guard let expect = rule.expect, !asksInVain(expect, supplied: evaluator.supplied) else { continue }
            ruleNames[rule.id] = rule.name
            try await apply(rule, expect, evaluator, &names)
        }
    }

    /// Whether a condition reads a column that the export does not have, where no other table says the same: nobody can tell
    /// which rows fail.
    private func asksInVain(_ expect: TypedExpression, supplied: Set<String>) -> Bool {
        let read = expect.references.columns
        return schema.columns.contains { column in
            guard case .readsEmptyBeside(let table) = column.absence, !supplied.contains(table) else { return false }
            return empty.contains(column.name) && read.contains(column.name)
        }
    }

    private mutating func apply(
        _ rule: RuleDefinition, _ expect: TypedExpression, _ evaluator: RowEvaluator, _ names: inout Names
    ) async throws {
        let checked = fates.openCount
        var failed = try await evaluator.failures(of: expect, over: self, names: &names)
        let read = expect.references.columns.sorted().compactMap { place(of: $0) }
        failed.removeAll { row in read.contains { hasUnknownLabel(row, $0) } }
        var changed: [String] = []
        switch rule.action {
        case .reject:
            reject(failed, RejectionReason(code: rule.id, rule: rule.id, column: -1))
        case .blank(let columns):
            changed = columns
            for place in columns.compactMap({ place(of: $0) }) { self.columns[place].values.blank(failed) }
        case .set(let assignments):
            changed = assignments.map(\.column)
            try set(assignments, in: failed, evaluator, &names)
        case .warn, .count: break
        case .stopFile: stopFiles(rule, failed)
        }
        tally(
            rule.id, column: changed.joined(separator: ", "), action: word(for: rule.action), count: failed.count,
            checked: checked, limits: rule, columns: changed)
    }

    /// Whether a cell held a label that stands for no value of ours (DQ06). It is unknown, not empty: no rule can tell that
    /// it fails.
    private func hasUnknownLabel(_ row: Int, _ column: Int) -> Bool {
        switch fault(row: row, column: column) {
        case .unknownCategory, .noReference: columns[column].values.isMissing(at: row)
        default: false
        }
    }

    /// All values are computed before any is stored: `set: { a: b, b: a }` swaps.
    private mutating func set(
        _ assignments: [RuleDefinition.Assignment], in failed: [Int], _ evaluator: RowEvaluator, _ names: inout Names
    ) throws {
        guard !failed.isEmpty else { return }
        var stored: [(place: Int, pairs: [(row: Int, value: Int64)])] = []
        for assignment in assignments {
            guard let place = place(of: assignment.column) else { continue }
            var pairs: [(row: Int, value: Int64)] = []
            var next = 0
            try evaluator.evaluate(assignment.value, over: self, names: &names) { rows, vector in
                while next < failed.count, failed[next] < rows.upperBound {
                    pairs.append((failed[next], vector.integer(at: failed[next] - rows.lowerBound)))
                    next += 1
                }
            }
            stored.append((place, pairs))
        }
        for (place, pairs) in stored { columns[place].values.store(pairs) }
    }

    private mutating func stopFiles(_ rule: RuleDefinition, _ failed: [Int]) {
        for file in files {
            let count = failed.count { file.rows.contains($0) }
            guard count > 0, let first = failed.first(where: { file.rows.contains($0) }) else { continue }
            failures.append(
                Diagnostic(
                    code: "E0406",
                    "\(rule.id) (\(rule.name)) failed for \(grouped(count)) of \(grouped(file.rows.count)) records, and it "
                        + "allows none", at: .init(file: file.file.name, line: Int(records.line(of: first))),
                    help: "ask the supplier of the export for a corrected file"))
        }
    }

    private func word(for action: RuleDefinition.Action) -> String {
        switch action {
        case .reject: "reject"
        case .blank: "blank"
        case .set: "set"
        case .warn: "warn"
        case .count: "count"
        case .stopFile: "stop file"
        }
    }
}
