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
        switch (column, batch) {
        case (.flags(var values), .flags(let more)):
            column = .flags([])
            values += more
            column = .flags(values)
        case (.codes(var values), .codes(let more)):
            column = .codes([])
            values += more
            column = .codes(values)
        case (.seconds(var values), .integers(let more)):
            column = .seconds([])
            // What four bytes cannot hold is beyond any call; it reads as missing.
            values += more.map {
                $0 == Missing.integer ? Missing.seconds : Int32(exactly: floorDivide($0, 1000)) ?? Missing.seconds
            }
            column = .seconds(values)
        case (.integers(var values), .integers(let more)):
            column = .integers([])
            values += more
            column = .integers(values)
        default: preconditionFailure("an expression gives the kind of vector that its type has")
        }
    }

    /// Takes the value of a row away.
    mutating func clear(_ row: Int) {
        switch column {
        case .flags(var values):
            column = .flags([])
            values[row] = Missing.flag
            column = .flags(values)
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
