import Tables

/// The three ways in which values stand in a `Vector`, so that each kernel is written once.
///
/// `absent` repeats the numbers of `Missing`: read from another module they would cost a call for every row.
protocol Stored: FixedWidthInteger {
    static var absent: Self { get }
}

extension UInt8: Stored {
    static var absent: UInt8 { 2 }
}

extension Int32: Stored {
    static var absent: Int32 { -1 }
}

extension Int64: Stored {
    static var absent: Int64 { Int64.min }
}

/// The values of one node over a batch: one for every row, or the same for all of them.
enum Operand<Value: Stored> {
    case each([Value])
    case all(Value)

    /// One value for every row.
    func spread(_ count: Int) -> [Value] {
        switch self {
        case .each(let values): values
        case .all(let value): Array(repeating: value, count: count)
        }
    }
}

/// An operand whose kind of value is not known to the compiler.
enum AnyOperand {
    case flags(Operand<UInt8>)
    case codes(Operand<Int32>)
    case integers(Operand<Int64>)

    init(_ vector: Vector) {
        switch vector {
        case .flags(let values): self = .flags(.each(values))
        case .codes(let values): self = .codes(.each(values))
        case .integers(let values): self = .integers(.each(values))
        }
    }

    /// A vector of one value stands for that value in every row.
    init(sameForAll vector: Vector) {
        switch vector {
        case .flags(let values) where values.count == 1: self = .flags(.all(values[0]))
        case .codes(let values) where values.count == 1: self = .codes(.all(values[0]))
        case .integers(let values) where values.count == 1: self = .integers(.all(values[0]))
        default: self.init(vector)
        }
    }

    func vector(_ count: Int) -> Vector {
        switch self {
        case .flags(let operand): .flags(operand.spread(count))
        case .codes(let operand): .codes(operand.spread(count))
        case .integers(let operand): .integers(operand.spread(count))
        }
    }
}

extension ValueType {
    /// How values of the type stand in a vector.
    enum Storage {
        case flags, codes, integers
    }

    var storage: Storage {
        switch self {
        case .flag: .flags
        case .text, .id, .category, .pseudonym: .codes
        case .integer, .number, .duration, .time, .date, .null: .integers
        }
    }
}
