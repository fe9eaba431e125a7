import Definitions
import Tables

/// The values that made-up rows are filled with, few enough that rows meet in keys, ties and limits.
struct Pool {
    var ids = ["k1", "k2", "k3", "k4", "k5"]
    /// Rules among them, for the table of how often each failed.
    var texts = ["a", "b", "it's", "say \"so\", now", "é", "DQ06", "DQ08a", "DQ24"]
    var times: [Int64]
    var durations: [Int64] = [0, 1000, 4000, 5000, 9000, 10_000, 11_000, 60_000, 900_000, 3_600_000]
    var integers: [Int64] = [0, 1, 1, 1, 2, 3, 10]
    var empty = 0.15
    var rejected = 0.1
    var unreadable = 0.05
    /// Whether no row has a time that it need not have: whatever begins goes on.
    var isUnended = false
    /// Ids of each table apart, so that no key has a counterpart.
    var isApart = false
}

/// Rows of a canonical table. Accepted ones have what is required; rejected ones lack anything; of unreadable ones there
/// is nothing.
func madeTable(
    _ schema: SchemaDefinition, rows count: Int, _ pool: Pool, _ chance: inout Chance, _ names: inout Names
) -> SourceTable {
    // Lists without values, where nothing has a value that it need not have.
    let count = schema.listOf != nil && pool.empty == 1 ? 0 : count
    let rejected = (0..<count).map { _ -> UInt8 in
        if chance.holds(pool.unreadable) { return 2 }
        return chance.holds(pool.rejected) ? 1 : 0
    }
    let ids = pool.isApart ? pool.ids.map { "\(schema.name) \($0)" } : pool.ids
    let fields = schema.columns.map { column in
        let values = (0..<count).map { row -> Int64 in
            if rejected[row] == 2 { return Missing.integer }
            let mustBe = column.isRequired && rejected[row] == 0
            if !mustBe, chance.holds(pool.empty) { return Missing.integer }
            if pool.isUnended, !column.isRequired, column.type == .time { return Missing.integer }
            return value(of: column.type, ids, pool, &chance, &names)
        }
        return SourceTable.Field(name: column.name, type: column.type, column: stored(values, column.type))
    }
    let files = (0..<count).map { Int32($0 * 2 / max(1, count)) }
    return SourceTable(
        name: schema.name, fields: fields, rejected: rejected, rowFiles: files,
        rowOffsets: (0..<count).map(Int64.init), files: ["one.csv", "two.csv"], key: schema.key)
}

private func value(
    of type: ValueType, _ ids: [String], _ pool: Pool, _ chance: inout Chance, _ names: inout Names
) -> Int64 {
    switch type {
    case .flag: Int64(chance.below(2))
    case .integer, .number: chance.pick(pool.integers)
    case .duration: chance.pick(pool.durations)
    case .time: chance.pick(pool.times)
    case .date: floorDivide(chance.pick(pool.times), 86_400_000)
    case .text: Int64(names.code(of: chance.pick(pool.texts)))
    case .id, .pseudonym: Int64(names.code(of: chance.pick(ids)))
    case .category(let values, _): Int64(names.code(of: chance.pick(values)))
    case .null: Missing.integer
    }
}

private func stored(_ values: [Int64], _ type: ValueType) -> Column {
    if type == .flag { return .flags(values.map { $0 == Missing.integer ? Missing.flag : UInt8($0) }) }
    if type.isText { return .codes(values.map { $0 == Missing.integer ? Missing.code : Int32($0) }) }
    return .integers(values)
}
