/// An exact value for display: doubles are rounded once, from here, and never from an already rounded double.
package struct Fraction: Sendable, Hashable {
    package let top: Int128
    /// Positive.
    package let bottom: Int128

    package init(_ top: Int128, _ bottom: Int128 = 1) {
        self.top = top
        self.bottom = bottom
    }

    /// The value that a decimal text such as `-12.5` means; nothing for one with an exponent.
    package init?(decimal text: String) {
        var digits: Int128 = 0
        var scale: Int128 = 1
        var isFraction = false
        for byte in text.utf8.drop(while: { $0 == 45 }) {
            if byte == 46, !isFraction {
                isFraction = true
                continue
            }
            guard (48...57).contains(byte), scale < 10_000_000_000_000_000_000_000_000 else { return nil }
            digits = digits * 10 + Int128(byte - 48)
            if isFraction { scale *= 10 }
        }
        self.init(text.hasPrefix("-") ? -digits : digits, scale)
    }

    /// What the shortest decimal of a number says; nothing where that has an exponent.
    package init?(shortest number: Double) {
        if let whole = wholeNumber(number) { self.init(Int128(whole)) } else { self.init(decimal: decimalText(number)) }
    }

    package var value: Double { nearest(top) / nearest(bottom) }

    /// The nearest multiple of a power of ten, halves away from zero.
    package func rounded(digits: Int) -> Fraction {
        var scale: Int128 = 1
        for _ in 0..<digits { scale *= 10 }
        let (scaled, overflow) = top.magnitude.multipliedReportingOverflow(by: scale.magnitude)
        guard !overflow else { return self }
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: bottom.magnitude)
        let nearest = Int128(rest >= bottom.magnitude - rest ? quotient + 1 : quotient)
        return Fraction(top < 0 ? -nearest : nearest, scale)
    }

    /// -1, 0 or 1 as this lies below, on or above another value.
    package func order(to other: Fraction) -> Int {
        let (left, leftOverflow) = top.multipliedReportingOverflow(by: other.bottom)
        let (right, rightOverflow) = other.top.multipliedReportingOverflow(by: bottom)
        if leftOverflow || rightOverflow { return value < other.value ? -1 : value > other.value ? 1 : 0 }
        return left < right ? -1 : left > right ? 1 : 0
    }
}

/// The nearest double. The general conversion takes a hundred times as long as that of the numbers that nearly all are.
private func nearest(_ number: Int128) -> Double {
    let short = Int64(truncatingIfNeeded: number)
    return Int128(short) == number ? Double(short) : Double(number)
}
