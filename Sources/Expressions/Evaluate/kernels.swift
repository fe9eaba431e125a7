import Tables

// Loops over whole columns. Each is generic over a closure that the compiler takes in, so that every use becomes one
// loop without calls. Results are written through a `MutableSpan`: an array asks at every row whether it is shared.

@inline(__always)
func mapped<Value: Stored, Result: Stored>(
    _ operand: Operand<Value>, _ transform: (Value) -> Result
) -> Operand<Result> {
    switch operand {
    case .all(let value): return .all(transform(value))
    case .each(let values):
        var result = [Result](repeating: 0, count: values.count)
        var cells = result.mutableSpan
        for row in 0..<values.count { cells[row] = transform(values[row]) }
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
        var cells = result.mutableSpan
        for row in 0..<count { cells[row] = combine(first[row], second[row]) }
        return .each(result)
    }
}

/// One of two values without a branch: what a row holds is unpredictable, and a branch on it costs ten times as much.
@inline(__always)
func either<Value: Stored>(_ condition: Bool, _ value: Value, _ other: Value) -> Value {
    let mask = 0 &- (condition ? 1 as Value : 0)
    return (value & mask) | (other & ~mask)
}

/// A comparison of two values: unknown when either is.
@inline(__always)
func known<Value: Stored>(_ left: Value, _ right: Value, _ holds: Bool) -> UInt8 {
    let unknown: UInt8 = (left == Value.absent ? 1 : 0) | (right == Value.absent ? 1 : 0)
    let result: UInt8 = holds ? 1 : 0
    return (result & (unknown ^ 1)) | (unknown << 1)
}

func comparison<Value: Stored>(
    _ comparison: TypedExpression.Comparison, _ left: Operand<Value>, _ right: Operand<Value>
) -> Operand<UInt8> {
    switch comparison {
    case .equal: compared(left, right) { $0 == $1 }
    case .notEqual: compared(left, right) { $0 != $1 }
    case .less: compared(left, right) { $0 < $1 }
    case .lessOrEqual: compared(left, right) { $0 <= $1 }
    case .greater: compared(left, right) { $0 > $1 }
    case .greaterOrEqual: compared(left, right) { $0 >= $1 }
    }
}

@inline(__always)
private func compared<Value: Stored>(
    _ left: Operand<Value>, _ right: Operand<Value>, _ holds: (Value, Value) -> Bool
) -> Operand<UInt8> {
    guard case .all(let limit) = right, limit != Value.absent else {
        return combined(left, right) { known($0, $1, holds($0, $1)) }
    }
    // Beside a known limit it is enough to add to what the number of a missing value gives what it lacks of unknown, and such
    // a loop takes several rows at a time.
    let lacking: UInt8 = holds(Value.absent, limit) ? 1 : 2
    return mapped(left) { (holds($0, limit) ? 1 : 0) &+ ((0 &- ($0 == Value.absent ? 1 : 0)) & lacking) }
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
    return left == Int64.absent || right == Int64.absent || overflow ? Int64.absent : result
}

@inline(__always)
func difference(_ left: Int64, _ right: Int64) -> Int64 {
    let result = left &- right
    let overflow = (left ^ right) & (left ^ result) < 0
    return left == Int64.absent || right == Int64.absent || overflow ? Int64.absent : result
}

@inline(__always)
func product(_ left: Int64, _ right: Int64) -> Int64 {
    let (result, overflow) = left.multipliedReportingOverflow(by: right)
    return left == Int64.absent || right == Int64.absent || overflow ? Int64.absent : result
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
    var cells = result.mutableSpan
    switch value {
    case .all(let constant):
        for row in 0..<count { cells[row] = either(conditions[row] == 1, constant, cells[row]) }
    case .each(let values):
        for row in 0..<count { cells[row] = either(conditions[row] == 1, values[row], cells[row]) }
    }
    return .each(result)
}

/// The value where it is known and the other one elsewhere.
func filled<Value: Stored>(
    _ operand: Operand<Value>, with other: Operand<Value>, count: Int
) -> Operand<Value> {
    switch operand {
    case .all(let value): return value == Value.absent ? other : operand
    case .each(let values):
        var result = other.spread(count)
        var cells = result.mutableSpan
        for row in 0..<count { cells[row] = either(values[row] == Value.absent, cells[row], values[row]) }
        return .each(result)
    }
}

/// Whether each value is among the literals; unknown when it is missing, or when it is not found and null is listed.
func membership<Value: Stored>(_ operand: Operand<Value>, in list: [Value]) -> Operand<UInt8> {
    let otherwise: UInt8 = list.contains(Value.absent) ? UInt8.absent : 0
    let wanted = list.filter { $0 != Value.absent }
    guard case .each(let values) = operand else {
        return mapped(operand) { $0 == Value.absent ? UInt8.absent : wanted.contains($0) ? 1 : otherwise }
    }
    var result = [UInt8](repeating: otherwise, count: values.count)
    var cells = result.mutableSpan
    for literal in wanted {
        for row in 0..<values.count { cells[row] = either(values[row] == literal, 1, cells[row]) }
    }
    for row in 0..<values.count { cells[row] = either(values[row] == Value.absent, UInt8.absent, cells[row]) }
    return .each(result)
}
