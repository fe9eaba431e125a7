/// Finds the bytes that end cells, 64 at a time, as long as nothing needs a closer look.
///
/// Vectors are compared with vectors only: with a scalar the comparison is a generic call, a hundred times as slow.
struct CellEnds {
    private typealias Vector = SIMD16<UInt8>

    /// What 64 bytes hold: a bit for each, the first one lowest.
    struct Found {
        /// Delimiters and line feeds, up to the first odd byte.
        let ends: UInt64
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
        let quarters = (
            CellEnds.vector(bytes, place), CellEnds.vector(bytes, place + 16), CellEnds.vector(bytes, place + 32),
            CellEnds.vector(bytes, place + 48)
        )
        let feed = Vector(repeating: 10)
        let ends = CellEnds.bits(
            (quarters.0 .== delimiter) .| (quarters.0 .== feed), (quarters.1 .== delimiter) .| (quarters.1 .== feed),
            (quarters.2 .== delimiter) .| (quarters.2 .== feed), (quarters.3 .== delimiter) .| (quarters.3 .== feed))
        let (odd0, odd1) = (odd(quarters.0), odd(quarters.1))
        let (odd2, odd3) = (odd(quarters.2), odd(quarters.3))
        let (low, high) = CellEnds.words((odd0 .| odd1) .| (odd2 .| odd3))
        guard low | high != 0 else { return Found(ends: ends, odd: 64) }
        var all = CellEnds.bits(odd0, odd1, odd2, odd3)
        // A carriage return before a line feed ends the line with it.
        let returns = Vector(repeating: 13)
        let carriage = CellEnds.bits(
            quarters.0 .== returns, quarters.1 .== returns, quarters.2 .== returns, quarters.3 .== returns)
        let feeds = CellEnds.bits(quarters.0 .== feed, quarters.1 .== feed, quarters.2 .== feed, quarters.3 .== feed)
        let isNextFeed = place + 64 < bytes.count && bytes[place + 64] == 10
        all &= ~(carriage & (feeds >> 1 | (isNextFeed ? 1 << 63 : 0)))
        // Every bit before the first one; all of them when there is none.
        return Found(ends: ends & ((all & (0 &- all)) &- 1), odd: all.trailingZeroBitCount)
    }

    @inline(__always)
    private func odd(_ bytes: Vector) -> SIMDMask<SIMD16<Int8>> {
        (bytes .== quote) .| (bytes .== Vector(repeating: 13)) .| (bytes .== Vector(repeating: 0))
            .| (bytes .>= Vector(repeating: 0x80))
    }

    @inline(__always)
    private static func vector(_ bytes: Span<UInt8>, _ place: Int) -> Vector {
        // The load checks that all sixteen bytes are there.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Vector.self)
    }

    @inline(__always)
    private static func words(_ mask: SIMDMask<SIMD16<Int8>>) -> (UInt64, UInt64) {
        // Both are sixteen bytes of which every pattern is a value.
        unsafe unsafeBitCast(mask, to: (UInt64, UInt64).self)
    }

    /// One bit for each lane of four masks.
    @inline(__always)
    private static func bits(
        _ first: SIMDMask<SIMD16<Int8>>, _ second: SIMDMask<SIMD16<Int8>>, _ third: SIMDMask<SIMD16<Int8>>,
        _ fourth: SIMDMask<SIMD16<Int8>>
    ) -> UInt64 {
        bits(first) | bits(second) << 16 | bits(third) << 32 | bits(fourth) << 48
    }

    /// The product brings one bit of each byte together in the highest one.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        let (low, high) = words(mask)
        let one: UInt64 = 0x8040_2010_0804_0201
        return ((low & one) &* 0x0101_0101_0101_0101) >> 56
            | (((high & one) &* 0x0101_0101_0101_0101) >> 56) << 8
    }
}
