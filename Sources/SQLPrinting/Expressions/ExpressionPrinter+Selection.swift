import Definitions
import Expressions

extension ExpressionPrinter {
    /// Whether a population holds the row: its conditions true and no exclusion true; unknown where a condition is.
    func holds(_ selection: Selection) throws -> String {
        let inside = try all(selection.conditions)
        guard !selection.exclusions.isEmpty else { return inside }
        let reasons = try selection.exclusions.map { try operand($0.condition) }
        return "case when \(reasons.joined(separator: " or ")) then false else \(inside) end"
    }

    /// All conditions at once, three-valued.
    func all(_ conditions: [TypedExpression]) throws -> String {
        conditions.isEmpty ? "true" : try conditions.map { try operand($0) }.joined(separator: " and ")
    }
}
