package import Definitions
package import Expressions
import Tables

/// A share with every limit of time taken the other way: `<` for `<=` and back (LANGUAGE section 4).
///
/// Stamps are floored to whole seconds, so that the share as defined and the share with its limits turned bracket what
/// exact clocks would give.
package struct BoundaryTest: Sendable {
    /// A derived yes/no column written anew, in the table that declares the one it stands for.
    struct Column: Sendable {
        let table: String
        let name: String
        let expression: TypedExpression
    }

    /// The share, turned; it reads `columns` where it rests on derived ones.
    let hit: TypedExpression
    let columns: [Column]
    /// The comparisons that were turned, as they are defined, in the order in which they are met.
    package let limits: [TypedExpression]

    /// Nothing for figures that are no shares, or whose share holds no limit of time.
    package init?(of figure: FigureDefinition, in definition: PipelineDefinition) {
        guard case .share(let share) = figure.measure else { return nil }
        var turner = Turner(tables: definition.tables)
        hit = turner.turned(share, in: figure.table)
        columns = turner.columns
        limits = turner.limits
        if limits.isEmpty { return nil }
    }
}

/// Writes expressions with their limits turned, following derived yes/no columns of the same row wherever they lead.
private struct Turner {
    let tables: [TableDefinition]
    private(set) var columns: [BoundaryTest.Column] = []
    private(set) var limits: [TypedExpression] = []

    init(tables: [TableDefinition]) {
        self.tables = tables
    }

    /// Conditions on related rows and trailing windows stay: they say which rows belong together, not which are in time.
    mutating func turned(_ expression: TypedExpression, in table: String) -> TypedExpression {
        func same(_ node: TypedExpression.Node) -> TypedExpression { TypedExpression(node, expression.type) }
        switch expression.node {
        case .null, .flag, .integer, .text, .lookup, .setting, .asOf, .population, .supplied, .related,
            .trailingCount, .column(_, of: .related):
            return expression
        case .column(let name, of: .own):
            return expression.type == .flag ? same(.column(turned(column: name, of: table), of: .own)) : expression
        case .compare(let sign, let left, let right):
            let sides = (turned(left, in: table), turned(right, in: table))
            guard let other = sign.otherAtTheLimit, isTime(left.type) || isTime(right.type) else {
                return same(.compare(sign, sides.0, sides.1))
            }
            if !limits.contains(expression) { limits.append(expression) }
            return same(.compare(other, sides.0, sides.1))
        case .not(let part): return same(.not(turned(part, in: table)))
        case .isNull(let part): return same(.isNull(turned(part, in: table)))
        case .negate(let part): return same(.negate(turned(part, in: table)))
        case .and(let terms): return same(.and(terms.map { turned($0, in: table) }))
        case .or(let terms): return same(.or(terms.map { turned($0, in: table) }))
        case .call(let function, let arguments):
            return same(.call(function, arguments.map { turned($0, in: table) }))
        case .inList(let value, let list): return same(.inList(turned(value, in: table), list))
        case .arithmetic(let sign, let left, let right):
            return same(.arithmetic(sign, turned(left, in: table), turned(right, in: table)))
        case .choose(let branches, let otherwise):
            let turnedBranches = branches.map { branch in
                TypedExpression.Branch(
                    condition: turned(branch.condition, in: table), value: turned(branch.value, in: table))
            }
            return same(.choose(turnedBranches, otherwise: otherwise.map { turned($0, in: table) }))
        }
    }

    /// The name of a column with its limits turned, or its own where there are none.
    private mutating func turned(column name: String, of table: String) -> String {
        guard let definition = tables.first(where: { $0.name == table }) else { return name }
        guard let column = definition.columns.first(where: { $0.name == name }) else {
            guard case .table(let parent) = definition.from else { return name }
            return turned(column: name, of: parent)
        }
        // No column of a definition can have a space in its name.
        let made = "\(name) turned"
        if columns.contains(where: { $0.table == table && $0.name == made }) { return made }
        let expression = turned(column.expression, in: table)
        if expression == column.expression { return name }
        columns.append(BoundaryTest.Column(table: table, name: made, expression: expression))
        return made
    }

    private func isTime(_ type: ValueType) -> Bool { type == .time || type == .duration }
}

extension TypedExpression.Comparison {
    /// The comparison that differs only where both sides are equal; nothing for `=` and `<>`.
    package var otherAtTheLimit: TypedExpression.Comparison? {
        switch self {
        case .equal, .notEqual: nil
        case .less: .lessOrEqual
        case .lessOrEqual: .less
        case .greater: .greaterOrEqual
        case .greaterOrEqual: .greater
        }
    }
}
