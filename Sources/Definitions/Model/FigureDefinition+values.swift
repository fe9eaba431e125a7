package import Expressions
import Tables

extension FigureDefinition {
    /// What a measured value is divided by to stand in the figure's unit: times are kept in milliseconds, numbers with
    /// decimals as whole numbers of their last place.
    package var valueScale: Int64 {
        guard case .number(let decimals)? = measure.measured?.type else { return unit.scale }
        return (0..<decimals).reduce(unit.scale) { scale, _ in scale * 10 }
    }
}

extension PipelineDefinition {
    /// Whether a value can be below zero for all that its expression says: it holds a difference. An amount that a source
    /// gives is taken to be none, but where its `range` says otherwise.
    package func canFallBelowZero(_ expression: TypedExpression, in table: String) -> Bool {
        func any(_ parts: [TypedExpression]) -> Bool { parts.contains { canFallBelowZero($0, in: table) } }
        switch expression.node {
        case .negate: return true
        case .integer(let value): return value < 0
        case .arithmetic(let sign, let left, let right): return sign == .subtract || any([left, right])
        case .choose(let branches, let otherwise): return any(branches.map(\.value) + [otherwise].compactMap { $0 })
        case .call(let function, let arguments):
            switch function {
            case .days, .workingDays: return true
            case .coalesce, .least, .greatest: return any(arguments)
            case .elapsed, .date, .hourOfWeek, .hourStart, .month, .weekday, .hour, .minute, .second, .abs,
                .addWorkingDays:
                return false
            }
        case .column(let name, of: .own): return canFallBelowZero(column: name, of: table)
        case .null, .flag, .text, .column(_, of: .related), .lookup, .setting, .asOf, .population, .supplied, .not,
            .and,
            .or, .compare, .inList, .isNull, .related, .trailingCount:
            return false
        }
    }

    /// A derived column is followed to where it is declared.
    private func canFallBelowZero(column name: String, of table: String) -> Bool {
        guard let definition = tables.first(where: { $0.name == table }) else { return false }
        if let column = definition.columns.first(where: { $0.name == name }) {
            return canFallBelowZero(column.expression, in: table)
        }
        guard case .table(let parent) = definition.from else { return false }
        return canFallBelowZero(column: name, of: parent)
    }
}
