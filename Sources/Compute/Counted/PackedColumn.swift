import Tables

/// How a column's values are written as bytes, the lowest first.
enum PackedColumn: Sendable {
    case flags, codes, seconds, integers, small
    case labels(of: [Int32])

    init(_ column: Column) {
        switch column {
        case .flags: self = .flags
        case .codes: self = .codes
        case .labels(_, of: let codes): self = .labels(of: codes)
        case .seconds: self = .seconds
        case .integers: self = .integers
        case .small: self = .small
        }
    }

    /// Bytes of one value.
    var width: Int {
        switch self {
        case .flags, .labels: 1
        case .small: 2
        case .codes, .seconds: 4
        case .integers: 8
        }
    }

    func pack(_ column: Column, _ rows: Range<Int>, to bytes: inout [UInt8]) {
        switch column {
        case .flags(let values), .labels(let values, of: _): bytes += values[rows]
        case .codes(let values), .seconds(let values): append(values[rows], to: &bytes)
        case .integers(let values): append(values[rows], to: &bytes)
        case .small(let values): append(values[rows], to: &bytes)
        }
    }

    func unpack(_ bytes: [UInt8], from start: Int, count: Int) -> Column {
        switch self {
        case .flags: .flags(Array(bytes[start..<start + count]))
        case .labels(of: let codes): .labels(Array(bytes[start..<start + count]), of: codes)
        case .codes: .codes(values(bytes, start, count))
        case .seconds: .seconds(values(bytes, start, count))
        case .integers: .integers(values(bytes, start, count))
        case .small: .small(values(bytes, start, count))
        }
    }

    @inline(__always)
    private func append<Value: FixedWidthInteger>(_ values: ArraySlice<Value>, to bytes: inout [UInt8]) {
        for value in values {
            var rest = value
            for _ in 0..<Value.bitWidth / 8 {
                bytes.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }
    }

    @inline(__always)
    private func values<Value: FixedWidthInteger>(
        _ bytes: [UInt8], _ start: Int, _ count: Int
    ) -> [Value] {
        let size = Value.bitWidth / 8
        return (0..<count).map { place in
            var value: UInt64 = 0
            for byte in 0..<size { value |= UInt64(bytes[start + place * size + byte]) << (8 * UInt64(byte)) }
            return Value(truncatingIfNeeded: value)
        }
    }
}
