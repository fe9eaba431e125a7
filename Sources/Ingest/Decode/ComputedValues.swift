import Expressions
import Tables

/// Collects the batches of a computed column as narrow as a decoded one would be.
struct ComputedValues {
    private(set) var column: Column
    /// A time or duration, which has a resolution.
    let isClocked: Bool

    init(type: ValueType, isNarrow: Bool) {
        isClocked = type == .time || type == .duration
        if type.isText {
            column = .codes([])
        } else if type == .flag {
            column = .flags([])
        } else {
            column = isClocked && isNarrow ? .seconds([]) : .integers([])
        }
    }

    mutating func append(_ batch: Vector) {
        // Each array is taken out of the column while it grows, or every batch would copy all before it.
        if case .flags(let more) = batch, case .flags(var values) = column {
            column = .codes([])
            values += more
            column = .flags(values)
        } else if case .codes(let more) = batch, case .codes(var values) = column {
            column = .flags([])
            // An evaluator's stand-in for a text without a number means nothing outside.
            values += more.map { max($0, Missing.code) }
            column = .codes(values)
        } else if case .integers(let more) = batch, case .seconds(var values) = column {
            column = .codes([])
            // What four bytes cannot hold is beyond any call; it reads as missing.
            values += more.map { milliseconds in
                if milliseconds == Missing.integer { return Missing.seconds }
                return Int32(exactly: floorDivide(milliseconds, 1000)) ?? Missing.seconds
            }
            column = .seconds(values)
        } else if case .integers(let more) = batch, case .integers(var values) = column {
            column = .codes([])
            values += more
            column = .integers(values)
        } else {
            preconditionFailure("an expression gives the kind of vector that its type has")
        }
    }

    /// Takes the value of a row away.
    mutating func clear(_ row: Int) {
        switch column {
        case .flags(var values):
            column = .flags([])
            values[row] = Missing.flag
            column = .flags(values)
        case .labels, .small: break
        case .codes(var values):
            column = .codes([])
            values[row] = Missing.code
            column = .codes(values)
        case .seconds(var values):
            column = .seconds([])
            values[row] = Missing.seconds
            column = .seconds(values)
        case .integers(var values):
            column = .integers([])
            values[row] = Missing.integer
            column = .integers(values)
        }
    }
}
