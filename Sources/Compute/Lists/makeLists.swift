import Definitions
import Expressions
import Tables

/// The rows that the force's supervisors asked for, chosen as `explain` chooses the rows behind a figure.
package func makeLists(_ input: ComputeInput) async throws -> [SupervisorList] {
    let lists = input.definition.lists
    guard !lists.isEmpty else { return [] }
    let (plans, uncomputed) = planFigures(lists.map(\.rows), input)
    var engine = try await buildEngine(input, for: plans, rules: [])
    var made: [SupervisorList] = []
    for list in lists {
        let plan = plans.first { $0.figure.id == list.rows.id }
        var rows: [[String]] = []
        if let plan { rows = try await listed(list, plan, &engine) }
        made.append(
            SupervisorList(
                definition: list, first: list.first(upTo: input.asOf.day), last: input.asOf.day,
                withoutData: list.columns.filter { input.isWithoutData($0, of: list.rows.table) }, rows: rows,
                obstacle: plan == nil ? uncomputed.first { $0.kpi == list.rows.id }?.because : nil))
    }
    return made
}

/// The cells of a list's rows, sorted as it says; rows that are equal to it stay in the order of the exports.
private func listed(_ list: ListDefinition, _ plan: FigurePlan, _ engine: inout Engine) async throws -> [[String]] {
    let name = list.rows.table
    for column in list.columns + list.order.map(\.column) { try await engine.prepare(column: column, of: name) }
    guard let space = engine.spaces(for: [plan]).first else { return [] }
    let asOf = engine.input.asOf.day
    let days = (list.first(upTo: asOf)?.days ?? Int(Int32.min))...asOf.days
    let counted: Set = [RowClass.certain + RowClass.hit, RowClass.exclusionUnknown + RowClass.hit]
    let chosen = try chosenRows(plan, counted, space, days, nil, in: engine)
    guard !chosen.isEmpty else { return [] }
    let batch = Batch(engine, try engine.table(name), .list(chosen))
    let keys = try list.order.map { try SortKey(batch, $0) }
    let order = (0..<batch.rows.count).sorted { left, right in
        for key in keys {
            if let isBefore = key.isBefore(left, right) { return isBefore }
        }
        return left < right
    }
    let columns = try list.columns.map { column -> [String] in
        // The definitions were refused if they named a sensitive one; what must never leave is looked at twice.
        guard !engine.isSensitive(column, of: name) else { return Array(repeating: "", count: batch.rows.count) }
        let type = engine.type(of: column, in: name)
        return try batch.column(column).widened.map { engine.text($0, type) }
    }
    return order.map { row in columns.map { $0[row] } }
}

/// The values of one column that rows are sorted by; a missing one comes last either way.
private enum SortKey {
    case texts([String], isDescending: Bool)
    case numbers([Int64], isDescending: Bool)

    init(_ batch: Batch, _ order: ListDefinition.Order) throws {
        let type = batch.engine.type(of: order.column, in: batch.table.name)
        let values = try batch.column(order.column).widened
        self =
            type.isText
            ? .texts(values.map { batch.engine.text($0, type) }, isDescending: order.isDescending)
            : .numbers(values, isDescending: order.isDescending)
    }

    /// Nothing where both are equal.
    func isBefore(_ left: Int, _ right: Int) -> Bool? {
        switch self {
        case .texts(let values, let isDescending):
            let (one, other) = (values[left], values[right])
            if one == other { return nil }
            if one.isEmpty || other.isEmpty { return other.isEmpty }
            return one.utf8.lexicographicallyPrecedes(other.utf8) != isDescending
        case .numbers(let values, let isDescending):
            let (one, other) = (values[left], values[right])
            if one == other { return nil }
            if one == Missing.integer || other == Missing.integer { return other == Missing.integer }
            return (one < other) != isDescending
        }
    }
}

extension ListDefinition {
    /// Its first day when it is made at the end of a day.
    fileprivate func first(upTo asOf: CivilDate) -> CivilDate? {
        switch days {
        case .last(let count): asOf.adding(days: 1 - count)
        case .every: nil
        }
    }
}

extension ComputeInput {
    /// Whether a column rests on one that the exports do not give, or too badly to be used.
    fileprivate func isWithoutData(_ column: String, of table: String) -> Bool {
        let value = TypedExpression(.column(column, of: .own), .null)
        let reads = Dependencies(of: value, in: table, definition: definition)
        return unusable.contains {
            reads.columns.contains(Dependencies.SourceColumn(schema: $0.table, column: $0.column))
        }
    }
}
