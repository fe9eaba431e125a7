import Definitions
import Expressions
import Tables

/// A column of the row that a to-one relation leads to; the earliest one when several rows match.
func lookUp(_ column: String, through relation: String, in batch: Batch) throws -> Vector {
    let groups = try batch.groups(of: relation)
    let target = try batch.target(of: relation)
    if let fold = batch.table.folds[.lookup(relation)] {
        return try columnOf(
            fold.chosen ?? target, column, rows: fold.values(of: groups, in: batch), engine: batch.engine)
    }
    let index = try batch.index(of: relation)
    let days = try batch.validDays(of: relation)
    var targets = [Int32](repeating: -1, count: groups.count)
    for place in groups.indices where groups[place] >= 0 {
        let isRejected = batch.isRejected(at: place)
        for row in index.rows(of: groups[place])
        where (isRejected || target.isCertain(row)) && target.isInForce(row, on: days?[place]) {
            targets[place] = row
            break
        }
    }
    return try columnOf(target, column, rows: targets, engine: batch.engine)
}

extension TypedExpression.RelatedRows {
    /// The row that a to-one relation leads to, whichever column of it is asked for.
    static func lookup(_ relation: String) -> Self {
        Self(aggregate: .first, relation: relation, condition: nil, column: nil)
    }

    /// The same rows, whichever column of the chosen one is asked for.
    var withoutColumn: Self {
        Self(aggregate: aggregate, relation: relation, condition: condition, column: nil)
    }
}

/// The values of a table's column in the given rows; a negative row gives a missing value.
func columnOf(_ table: EngineTable, _ column: String, rows: [Int32], engine: Engine) throws -> Vector {
    if let stored = table.stored[column] { return stored.vector(.list(rows)) }
    // Only existing rows can be evaluated, so the missing ones are put back afterwards.
    var present: [Int32] = []
    var places = [Int32](repeating: -1, count: rows.count)
    for (place, row) in rows.enumerated() where row >= 0 {
        places[place] = Int32(present.count)
        present.append(row)
    }
    return try Batch(engine, table, .list(present)).column(column).gathered(places)
}

extension EngineTable {
    /// Whether a row of a reference table is in force on a day; rows that are not dated always are.
    func isInForce(_ row: Int32, on day: Int64?) -> Bool {
        guard let day, let spans else { return true }
        return spans.holds(row, on: day)
    }
}

extension Batch {
    func index(of relation: String) throws -> RelationIndex {
        if let index = table.indexes[relation] { return index }
        throw EngineFault.noRelation(relation, table: table.name)
    }

    /// The table that a relation leads to.
    func target(of relation: String) throws -> EngineTable {
        try engine.table(EngineTable.name(of: definition(of: relation).to))
    }

    private func definition(of relation: String) throws -> TableDefinition.Relation {
        if let found = table.definition?.relations.first(where: { $0.name == relation }) { return found }
        throw EngineFault.noRelation(relation, table: table.name)
    }

    /// The groups of a relation, worked out anew.
    func findGroups(of relation: String) throws -> [Int32] {
        guard let grouped = table.relations[relation] else {
            throw EngineFault.noRelation(relation, table: table.name)
        }
        var groups = grouped.groups(of: try definition(of: relation).match.map { try column($0.mine) })
        // Without its day a row leads to no row in particular.
        if let days = try validDays(of: relation) {
            for place in groups.indices where days[place] == Missing.integer { groups[place] = RelationGroups.unknown }
        }
        return groups
    }

    /// The local days that choose among dated rows; nothing where no rows are dated.
    func validDays(of relation: String) throws -> [Int64]? {
        guard let name = table.definition?.relations.first(where: { $0.name == relation })?.validAt else { return nil }
        let type = engine.type(of: name, in: table.name)
        let value = TypedExpression(.column(name, of: .own), type)
        return try integers(type == .date ? value : TypedExpression(.call(.date, [value]), .date))
    }

    func isRejected(at place: Int) -> Bool {
        table.rejected[Int(rows.row(at: place))] != 0
    }

    /// Whether every row is an accepted record beyond doubt, as in nearly every batch.
    var areAllCertain: Bool {
        guard case .range(let range) = rows, table.isDoubtful.isEmpty else { return false }
        return table.rejected[range].reduce(0, |) == 0
    }

    /// Whether each row is an accepted record beyond doubt.
    var areCertain: [Bool] { (0..<rows.count).map { table.isCertain(rows.row(at: $0)) } }

    /// Whether the row may not be a row of its table at all.
    func isDoubtful(at place: Int) -> Bool {
        !table.isDoubtful.isEmpty && table.isDoubtful[Int(rows.row(at: place))]
    }

    /// Whether nothing of the record behind the row could be read.
    func isUnreadable(at place: Int) -> Bool {
        table.rejected[Int(rows.row(at: place))] == 2
    }
}
