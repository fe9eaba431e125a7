internal import CLaneBits

/// Finds the bytes that end cells, 64 at a time, as long as nothing needs a closer look.
///
/// Vectors are compared with vectors only: with a scalar the comparison is a generic call, a hundred times as slow.
struct CellEnds {
    private typealias Vector = SIMD16<UInt8>
    private typealias Mask = SIMDMask<SIMD16<Int8>>

    /// What 64 bytes hold: a bit for each, the first one lowest.
    struct Found {
        /// Delimiters and line feeds, up to the first odd byte.
        let ends: UInt64
        let lineFeeds: UInt64
        /// Spaces, tabs and carriage returns, among other bytes that seldom stand beside an end.
        let spaces: UInt64
        /// The first quote, zero, byte above 7F, or carriage return without its line feed; 64 when there is none.
        let odd: Int
    }

    private let delimiter: Vector
    private let quote: Vector

    init(delimiter: UInt8, quote: UInt8) {
        self.delimiter = Vector(repeating: delimiter)
        self.quote = Vector(repeating: quote)
    }

    /// The 64 bytes at a place, all of which are there.
    @inline(__always)
    func found(in bytes: Span<UInt8>, at place: Int) -> Found {
        let (first, second) = (CellEnds.vector(bytes, place), CellEnds.vector(bytes, place + 16))
        let (third, fourth) = (CellEnds.vector(bytes, place + 32), CellEnds.vector(bytes, place + 48))
        func bits(_ mask: (Vector) -> Mask) -> UInt64 {
            CellEnds.bits(mask(first)) | CellEnds.bits(mask(second)) << 16 | CellEnds.bits(mask(third)) << 32
                | CellEnds.bits(mask(fourth)) << 48
        }
        let lineFeeds = bits { $0 .== Vector(repeating: 10) }
        let ends = lineFeeds | bits { $0 .== delimiter }
        let spaces = bits { $0 .<= Vector(repeating: 32) } & ~ends
        // As signed numbers, bytes above 7F and those up to the carriage return are the least.
        let suspects = bits { ($0 .== quote) .| (CellEnds.signed($0) .< SIMD16<Int8>(repeating: 14)) } & ~ends
        guard suspects != 0 else { return Found(ends: ends, lineFeeds: lineFeeds, spaces: spaces, odd: 64) }
        let returns = bits { $0 .== Vector(repeating: 13) }
        let others = bits {
            ($0 .== quote) .| ($0 .== Vector(repeating: 0)) .| ($0 .>= Vector(repeating: 0x80))
        }
        // A carriage return before a line feed ends the line with it.
        let isNextFeed = place + 64 < bytes.count && bytes[place + 64] == 10
        let odd = others | returns & ~(lineFeeds >> 1 | (isNextFeed ? 1 << 63 : 0))
        // Every bit before the first one; all of them when there is none.
        let before = (odd & (0 &- odd)) &- 1
        return Found(
            ends: ends & before, lineFeeds: lineFeeds, spaces: spaces, odd: odd.trailingZeroBitCount)
    }

    @inline(__always)
    private static func vector(_ bytes: Span<UInt8>, _ place: Int) -> Vector {
        // The load checks that all sixteen bytes are there.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Vector.self)
    }

    @inline(__always)
    private static func signed(_ bytes: Vector) -> SIMD16<Int8> {
        SIMD16<Int8>(truncatingIfNeeded: bytes)
    }

    /// One bit for each lane.
    @inline(__always)
    private static func bits(_ mask: Mask) -> UInt64 {
        // Both are sixteen bytes of which every pattern is a value.
        UInt64(highest_bits(unsafe unsafeBitCast(mask, to: Vector.self)))
    }
}
