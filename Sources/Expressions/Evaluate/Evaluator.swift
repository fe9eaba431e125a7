import Tables

/// Evaluates expressions over one batch of rows, each distinct node once.
///
/// Number the texts of `ExpressionReferences.texts` in `Names` beforehand: a text that has no number equals only itself
/// within one evaluator, and its stand-in means nothing outside.
package final class Evaluator {
    let evaluation: Evaluation
    private var memo: [TypedExpression: AnyOperand] = [:]
    private var standIns: [String: Int32] = [:]

    package init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
    }

    /// The value for every row of the batch: flags for yes/no, codes for texts, integers for everything else.
    package func value(of expression: TypedExpression) throws -> Vector {
        try operand(expression).vector(evaluation.count)
    }

    private func operand(_ expression: TypedExpression) throws -> AnyOperand {
        if let done = memo[expression] { return done }
        let result = try compute(expression)
        memo[expression] = result
        return result
    }

    private func compute(_ expression: TypedExpression) throws -> AnyOperand {
        switch expression.node {
        case .null:
            switch expression.type.storage {
            case .flags: return .flags(.all(UInt8.absent))
            case .codes: return .codes(.all(Int32.absent))
            case .integers: return .integers(.all(Int64.absent))
            }
        case .flag(let value): return .flags(.all(value ? 1 : 0))
        case .integer(let value): return .integers(.all(value))
        case .text(let text): return .codes(.all(code(text)))
        case .asOf: return .integers(.all(evaluation.asOf))
        case .column(let name, let row): return AnyOperand(try evaluation.column(name, row))
        case .setting(let name): return AnyOperand(sameForAll: try evaluation.setting(name))
        case .lookup, .population, .supplied, .related, .trailingCount:
            return AnyOperand(try evaluation.beyond(expression))
        case .not(let part): return .flags(mapped(try flags(part), threeValuedNot))
        case .and(let terms): return .flags(try folded(terms, threeValuedAnd))
        case .or(let terms): return .flags(try folded(terms, threeValuedOr))
        case .compare(let sign, let left, let right): return .flags(try compared(sign, left, right))
        case .inList(let value, let items): return .flags(try listed(value, items))
        case .isNull(let part): return .flags(try absence(part))
        case .arithmetic(let sign, let left, let right):
            return .integers(arithmetic(sign, try integers(left), try integers(right)))
        case .negate(let part): return .integers(mapped(try integers(part)) { 0 &- $0 })
        case .choose(let branches, let otherwise):
            switch expression.type.storage {
            case .flags: return .flags(try chosen(branches, otherwise))
            case .codes: return .codes(try chosen(branches, otherwise))
            case .integers: return .integers(try chosen(branches, otherwise))
            }
        case .call(.coalesce, let arguments):
            switch expression.type.storage {
            case .flags: return .flags(try firstKnown(arguments))
            case .codes: return .codes(try firstKnown(arguments))
            case .integers: return .integers(try firstKnown(arguments))
            }
        case .call(let function, let arguments):
            return try call(function, arguments, expression.type)
        }
    }

    /// The code of a text; one that no row holds still equals itself and nothing else.
    func code(_ text: String) -> Int32 {
        let code = evaluation.code(text)
        guard code < 0 else { return code }
        if let known = standIns[text] { return known }
        let standIn = Int32.absent - 1 - Int32(standIns.count)
        standIns[text] = standIn
        return standIn
    }

    private func folded(
        _ terms: [TypedExpression], _ combine: (UInt8, UInt8) -> UInt8
    ) throws -> Operand<UInt8> {
        var result = try flags(terms[0])
        for term in terms.dropFirst() { result = combined(result, try flags(term), combine) }
        return result
    }

    private func compared(
        _ sign: TypedExpression.Comparison, _ left: TypedExpression, _ right: TypedExpression
    ) throws -> Operand<UInt8> {
        if case .category(let values, ordered: true) = left.type, sign != .equal, sign != .notEqual {
            return comparison(sign, try places(left, values), try places(right, values))
        }
        return switch left.type.storage {
        case .flags: comparison(sign, try flags(left), try flags(right))
        case .codes: comparison(sign, try codes(left), try codes(right))
        case .integers: comparison(sign, try integers(left), try integers(right))
        }
    }

    private func listed(_ value: TypedExpression, _ items: [TypedExpression]) throws -> Operand<UInt8> {
        func constants<Value: Stored>(_ operand: (TypedExpression) throws -> Operand<Value>) throws -> [Value] {
            try items.map { try operand($0).spread(1)[0] }
        }
        return switch value.type.storage {
        case .flags: membership(try flags(value), in: try constants(flags))
        case .codes: membership(try codes(value), in: try constants(codes))
        case .integers: membership(try integers(value), in: try constants(integers))
        }
    }

    private func absence(_ part: TypedExpression) throws -> Operand<UInt8> {
        switch part.type.storage {
        case .flags: mapped(try flags(part)) { $0 == UInt8.absent ? 1 : 0 }
        case .codes: mapped(try codes(part)) { $0 == Int32.absent ? 1 : 0 }
        case .integers: mapped(try integers(part)) { $0 == Int64.absent ? 1 : 0 }
        }
    }

    /// The branches from the last to the first, so that the first true one stands.
    private func chosen<Value: Stored>(
        _ branches: [TypedExpression.Branch], _ otherwise: TypedExpression?
    ) throws -> Operand<Value> {
        var result = try otherwise.map { try stored($0) } ?? Operand.all(Value.absent)
        for branch in branches.reversed() {
            result = selected(
                try flags(branch.condition), try stored(branch.value), over: result, count: evaluation.count)
        }
        return result
    }

    private func firstKnown<Value: Stored>(_ arguments: [TypedExpression]) throws -> Operand<Value> {
        var result = Operand.all(Value.absent)
        for argument in arguments.reversed() {
            result = filled(try stored(argument), with: result, count: evaluation.count)
        }
        return result
    }

    func flags(_ expression: TypedExpression) throws -> Operand<UInt8> { try stored(expression) }
    func codes(_ expression: TypedExpression) throws -> Operand<Int32> { try stored(expression) }
    func integers(_ expression: TypedExpression) throws -> Operand<Int64> { try stored(expression) }

    /// The operand as its type says it is stored.
    private func stored<Value: Stored>(_ expression: TypedExpression) throws -> Operand<Value> {
        switch try operand(expression) {
        case .flags(let operand as Operand<Value>): return operand
        case .codes(let operand as Operand<Value>): return operand
        case .integers(let operand as Operand<Value>): return operand
        default: throw EvaluationFault(expression: expressionText(expression))
        }
    }
}

/// A vector handed in from outside that is not of its column's type: a fault of the program, never of the data.
package struct EvaluationFault: Error, Sendable, Hashable {
    package let expression: String
}
