import Tables

// Loops over whole columns. Each is generic over a closure that the compiler takes in, so that every use becomes one
// loop without calls, which it turns into vector instructions.

@inline(__always)
func mapped<Value: Stored, Result: Stored>(
    _ operand: Operand<Value>, _ transform: (Value) -> Result
) -> Operand<Result> {
    switch operand {
    case .all(let value): return .all(transform(value))
    case .each(let values):
        var result = [Result](repeating: 0, count: values.count)
        for row in 0..<values.count { result[row] = transform(values[row]) }
        return .each(result)
    }
}

@inline(__always)
func combined<Value: Stored, Result: Stored>(
    _ left: Operand<Value>, _ right: Operand<Value>, _ combine: (Value, Value) -> Result
) -> Operand<Result> {
    switch (left, right) {
    case (.all(let first), .all(let second)): return .all(combine(first, second))
    case (.each, .all(let second)): return mapped(left) { combine($0, second) }
    case (.all(let first), .each): return mapped(right) { combine(first, $0) }
    case (.each(let first), .each(let second)):
        let count = min(first.count, second.count)
        var result = [Result](repeating: 0, count: count)
        for row in 0..<count { result[row] = combine(first[row], second[row]) }
        return .each(result)
    }
}

/// A comparison of two values: unknown when either is.
@inline(__always)
func known<Value: Stored>(_ left: Value, _ right: Value, _ holds: Bool) -> UInt8 {
    let unknown: UInt8 = (left == Value.absent ? Missing.flag : 0) | (right == Value.absent ? Missing.flag : 0)
    return unknown != 0 ? Missing.flag : holds ? 1 : 0
}

func comparison<Value: Stored>(
    _ comparison: TypedExpression.Comparison, _ left: Operand<Value>, _ right: Operand<Value>
) -> Operand<UInt8> {
    switch comparison {
    case .equal: combined(left, right) { known($0, $1, $0 == $1) }
    case .notEqual: combined(left, right) { known($0, $1, $0 != $1) }
    case .less: combined(left, right) { known($0, $1, $0 < $1) }
    case .lessOrEqual: combined(left, right) { known($0, $1, $0 <= $1) }
    case .greater: combined(left, right) { known($0, $1, $0 > $1) }
    case .greaterOrEqual: combined(left, right) { known($0, $1, $0 >= $1) }
    }
}

// With no 0, yes 1 and unknown 2 the tables of SQL are one or two operations on bytes.

@inline(__always)
func threeValuedNot(_ value: UInt8) -> UInt8 {
    value ^ (1 & ~(value >> 1))
}

@inline(__always)
func threeValuedAnd(_ left: UInt8, _ right: UInt8) -> UInt8 {
    min(left &* right, 2)
}

@inline(__always)
func threeValuedOr(_ left: UInt8, _ right: UInt8) -> UInt8 {
    let either = left | right
    return either & ~((either & 1) << 1)
}

func arithmetic(
    _ sign: TypedExpression.Arithmetic, _ left: Operand<Int64>, _ right: Operand<Int64>
) -> Operand<Int64> {
    switch sign {
    case .add: combined(left, right, sum)
    case .subtract: combined(left, right, difference)
    case .multiply: combined(left, right, product)
    }
}

// A result that does not fit is missing, as the value it would need is not there. Overflow is found from the signs,
// which keeps the loops free of branches.

@inline(__always)
func sum(_ left: Int64, _ right: Int64) -> Int64 {
    let result = left &+ right
    let overflow = (left ^ result) & (right ^ result) < 0
    return left == Missing.integer || right == Missing.integer || overflow ? Missing.integer : result
}

@inline(__always)
func difference(_ left: Int64, _ right: Int64) -> Int64 {
    let result = left &- right
    let overflow = (left ^ right) & (left ^ result) < 0
    return left == Missing.integer || right == Missing.integer || overflow ? Missing.integer : result
}

@inline(__always)
func product(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return left == Missing.integer || right == Missing.integer || overflow ? Missing.integer : result
}

/// Takes the value where the condition is true and keeps the earlier one elsewhere.
func selected<Value: Stored>(
    _ condition: Operand<UInt8>, _ value: Operand<Value>, over other: Operand<Value>, count: Int
) -> Operand<Value> {
    let conditions: [UInt8]
    switch condition {
    case .all(let flag): return flag == 1 ? value : other
    case .each(let flags): conditions = flags
    }
    var result = other.spread(count)
    switch value {
    case .all(let constant):
        for row in 0..<count { result[row] = conditions[row] == 1 ? constant : result[row] }
    case .each(let values):
        for row in 0..<count { result[row] = conditions[row] == 1 ? values[row] : result[row] }
    }
    return .each(result)
}

/// Whether each value is among the literals; unknown when it is missing, or when it is not found and null is listed.
func membership<Value: Stored>(_ operand: Operand<Value>, in list: [Value]) -> Operand<UInt8> {
    let otherwise: UInt8 = list.contains(Value.absent) ? Missing.flag : 0
    let wanted = list.filter { $0 != Value.absent }
    guard case .each(let values) = operand else {
        return mapped(operand) { $0 == Value.absent ? Missing.flag : wanted.contains($0) ? 1 : otherwise }
    }
    var result = [UInt8](repeating: otherwise, count: values.count)
    for literal in wanted {
        for row in 0..<values.count { result[row] = values[row] == literal ? 1 : result[row] }
    }
    for row in 0..<values.count { result[row] = values[row] == Value.absent ? Missing.flag : result[row] }
    return .each(result)
}
