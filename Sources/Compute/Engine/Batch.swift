import Definitions
import Expressions
import Tables

/// Some rows of one table while expressions over them are evaluated; each distinct expression is worked out once.
final class Batch {
    let engine: Engine
    let table: EngineTable
    let rows: RowList
    /// The file of each row, for those whose day cannot be read.
    private(set) lazy var files: [Int32] = engine.files(of: rows, in: table)
    private var columns: [String: Vector] = [:]
    private var days: [String: [DayStretch]] = [:]
    private var months: [String: [DayStretch]] = [:]
    private var groups: [String: [Int32]] = [:]
    private lazy var parent: Batch? = makeParent()
    private lazy var evaluator = Evaluator(
        Evaluation(
            count: rows.count, zone: engine.input.zone, asOf: engine.input.asOf.instant,
            workingDays: engine.workingDays,
            code: { [unowned self] in engine.code($0) },
            column: { [unowned self] name, _ in try column(name) },
            setting: { [unowned self] in try setting(inForce: $0) },
            beyond: { [unowned self] in try beyond($0) }))

    init(_ engine: Engine, _ table: EngineTable, _ rows: RowList) {
        self.engine = engine
        self.table = table
        self.rows = rows
    }

    func value(of expression: TypedExpression) throws -> Vector {
        try evaluator.value(of: expression)
    }

    /// Yes/no values, with a missing one as unknown.
    func flags(_ expression: TypedExpression) throws -> [UInt8] {
        guard case .flags(let values) = try value(of: expression) else {
            return Array(repeating: Missing.flag, count: rows.count)
        }
        return values
    }

    /// Whole numbers; codes of texts are widened.
    func integers(_ expression: TypedExpression) throws -> [Int64] {
        try value(of: expression).widened
    }

    func column(_ name: String) throws -> Vector {
        if let found = columns[name] { return found }
        let vector: Vector
        if let stored = table.stored[name] {
            vector = stored.vector(rows)
        } else if let expression = table.expressions[name] {
            vector = try value(of: expression)
        } else if let parent {
            vector = try parent.column(name)
        } else {
            throw EngineFault.noColumn(name, table: table.name)
        }
        columns[name] = vector
        return vector
    }

    /// The local days of a column's times, or its dates; a row whose day cannot be read is of its file.
    func days(of column: String, isDate: Bool) throws -> [DayStretch] {
        if let found = days[column] { return found }
        let made = try [DayStretch](column, isDate: isDate, in: self)
        days[column] = made
        return made
    }

    /// The same by the first days of their months.
    func months(of column: String, isDate: Bool) throws -> [DayStretch] {
        if let found = months[column] { return found }
        let made = try days(of: column, isDate: isDate).months
        months[column] = made
        return made
    }

    /// The group that each row leads to by a relation.
    func groups(of relation: String) throws -> [Int32] {
        if let found = groups[relation] { return found }
        let made = try findGroups(of: relation)
        groups[relation] = made
        return made
    }

    /// Whether each row is in a population: its conditions true, no exclusion true.
    func population(_ name: String) throws -> Vector {
        guard let population = table.definition?.populations.first(where: { $0.name == name }) else {
            guard let parent else { throw EngineFault.noColumn(name, table: table.name) }
            return try parent.population(name)
        }
        var inside = [UInt8](repeating: 1, count: rows.count)
        for condition in population.selection.conditions {
            let values = try flags(condition)
            for row in inside.indices { inside[row] = threeValuedAnd(inside[row], values[row]) }
        }
        for exclusion in population.selection.exclusions {
            let values = try flags(exclusion.condition)
            for row in inside.indices where values[row] == 1 { inside[row] = 0 }
        }
        return .flags(inside)
    }

    /// The value of a setting for each row.
    func setting(_ name: String) throws -> Vector {
        let values = try setting(inForce: name)
        guard values.count == 1, case .integers(let one) = values else { return values }
        return .integers(Array(repeating: one[0], count: rows.count))
    }

    /// The value of a setting that is in force on the local day of the table's time: for each row, or one for all where it
    /// has never changed.
    private func setting(inForce name: String) throws -> Vector {
        guard let setting = engine.settings[name], let first = setting.values.first else {
            throw EngineFault.notPrepared("setting.\(name)")
        }
        guard setting.values.count > 1, let time = timeColumn() else {
            return .integers([first.value])
        }
        let days = try integers(TypedExpression(.call(.date, [TypedExpression(.column(time, of: .own), .time)]), .date))
        return .integers(
            days.map { day in
                if day == Missing.integer { return Missing.integer }
                return setting.values.last { $0.from == nil || Int64($0.from?.days ?? 0) <= day }?.value ?? first.value
            })
    }

    private func timeColumn() -> String? {
        var next: EngineTable? = table
        while let table = next {
            if let time = table.definition?.time { return time }
            next = table.parent.flatMap { engine.tables[$0] }
        }
        return nil
    }

    private func beyond(_ expression: TypedExpression) throws -> Vector {
        switch expression.node {
        case .lookup(let relation, let column):
            try holder(of: relation)?.value(of: expression) ?? lookUp(column, through: relation, in: self)
        case .related(let related):
            try holder(of: related.relation)?.value(of: expression) ?? evaluateRelated(related, in: self)
        case .trailingCount:
            try trailingCount(expression)
        case .population(let name, of: _):
            try population(name)
        case .supplied(let source):
            .flags(Array(repeating: engine.input.supplies(source) ? 1 : 0, count: rows.count))
        default:
            throw EngineFault.notPrepared("an expression of \(table.name)")
        }
    }

    private func trailingCount(_ expression: TypedExpression) throws -> Vector {
        guard let counts = table.trailingCounts[expression] else {
            throw EngineFault.notPrepared("count_within in \(table.name)")
        }
        return counts.vector(rows)
    }

    /// The rows behind these where their table is the one that declares a relation; nothing where this table does.
    private func holder(of relation: String) throws -> Batch? {
        if table.declares(relation: relation) { return nil }
        guard let parent else { throw EngineFault.noRelation(relation, table: table.name) }
        return parent
    }

    private func makeParent() -> Batch? {
        guard let name = table.parent, let parent = engine.tables[name] else { return nil }
        return Batch(engine, parent, rows.mapped(through: table.parentRows))
    }
}

extension Engine {
    /// The code of a text literal; every literal of the definitions has one.
    func code(_ text: String) -> Int32 {
        names.existingCode(of: text) ?? Missing.code - 1
    }
}

extension Column {
    /// The values of the rows of a batch, widened for evaluation.
    func vector(_ rows: RowList) -> Vector {
        switch rows {
        case .range(let range): vector(range)
        case .list(let list): gathered(list).vector(0..<list.count)
        }
    }
}

extension Vector {
    /// Every value as a whole number, `Missing.integer` when absent.
    var widened: [Int64] {
        switch self {
        case .flags(let values): values.map { $0 == Missing.flag ? Missing.integer : Int64($0) }
        case .codes(let values): values.map { $0 == Missing.code ? Missing.integer : Int64($0) }
        case .integers(let values): values
        }
    }
}

/// SQL's `and`: false wins over unknown.
@inline(__always)
func threeValuedAnd(_ left: UInt8, _ right: UInt8) -> UInt8 {
    if left == 0 || right == 0 { return 0 }
    return left == 1 && right == 1 ? 1 : Missing.flag
}
