import Definitions
import Expressions
import Tables

/// How many accepted rows of derived tables fail each rule. Unknown passes, as in an SQL CHECK.
func countTableRules(
    _ rules: [RuleDefinition], in engine: Engine
) async throws -> [ComputeResult.TableRuleCount] {
    var counts: [ComputeResult.TableRuleCount] = []
    for rule in rules {
        guard case .table(let name) = rule.target, let expect = rule.expect,
            case .flags(let passes) = try await engine.evaluate(.value(expect), over: name)
        else { continue }
        let table = try engine.table(name)
        let checked = passes.indices.count { table.isCertain(Int32($0)) }
        let failed = passes.indices.count { passes[$0] == 0 && table.isCertain(Int32($0)) }
        counts.append(
            ComputeResult.TableRuleCount(rule: rule.id, table: name, count: failed, checked: checked))
    }
    return counts
}

/// Whether a rule looks at a derived table whose sources are all here, but for those that read as empty, and whose columns
/// may be read.
func isComputable(_ rule: RuleDefinition, _ input: ComputeInput) -> Bool {
    guard case .table(let table) = rule.target, let expect = rule.expect else { return false }
    let root = input.definition.rootSchema(of: table)
    let reads = Dependencies(of: expect, in: table, definition: input.definition)
    guard unusable(reads, input) == nil else { return false }
    return Set(reads.schemas + (root.map { [$0] } ?? [])).allSatisfy { schema in
        if input.leftOut.contains(where: { $0.table == schema }) { return false }
        return input.supplies(schema) || (schema != root && input.definition.readsEmpty(schema))
    }
}
