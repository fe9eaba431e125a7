extension OutputSpan<UInt8> {
    /// The most bytes that a whole number without sign takes in digits.
    package static var mostDigits: Int { 20 }

    /// Writes a whole number in digits, eight at a time: tables hold many numbers, and a division for each digit would take
    /// most of the time of writing them. There must be room for `mostDigits`.
    package mutating func append(digitsOf number: UInt64) {
        guard number >= 100_000_000 else { return append(leading: UInt32(truncatingIfNeeded: number)) }
        let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
        append(digitsOf: high)
        append(digits: eightDigits(UInt32(truncatingIfNeeded: low)), 8)
    }

    /// Without the zeros in front.
    private mutating func append(leading number: UInt32) {
        let digits = eightDigits(number)
        let zeros = number == 0 ? 7 : digits.trailingZeroBitCount / 8
        append(digits: digits >> UInt64(8 * zeros), 8 - zeros)
    }

    private mutating func append(digits: UInt64, _ count: Int) {
        var digits = digits
        for _ in 0..<count {
            append(48 | UInt8(truncatingIfNeeded: digits))
            digits >>= 8
        }
    }
}

/// The digits of a number below 10⁸, one in each byte, the first one lowest: halves, quarters and eighths of it are divided
/// at once, by multiplications that are exact for numbers so small.
private func eightDigits(_ number: UInt32) -> UInt64 {
    let fours = UInt64(number / 10_000) | UInt64(number % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
}
