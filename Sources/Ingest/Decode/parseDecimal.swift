/// A decimal number as written: `digits` × 10^-`scale`.
struct Decimal {
    var digits: Int64 = 0
    var scale = 0
}

/// Reads `[+-]digits[.digits]`, with an exponent where one is allowed. No thousands separators: whether `1,234` is one
/// number or two cannot be known.
///
/// Digits after the point beyond the eleventh digit of all are dropped; more digits before it are refused.
func parseDecimal(_ text: [UInt8], _ start: Int, _ end: Int, allowingExponent: Bool = false) -> Decimal? {
    var place = start
    var isNegative = false
    if place < end, text[place] == 45 || text[place] == 43 {
        isNegative = text[place] == 45
        place += 1
    }
    var decimal = Decimal()
    var significant = 0
    var seen = 0
    var isAfterPoint = false
    while place < end {
        let byte = text[place]
        if byte == 46 {
            guard !isAfterPoint else { return nil }
            isAfterPoint = true
        } else if byte >= 48 && byte <= 57 {
            seen += 1
            if significant < 11 {
                decimal.digits = decimal.digits * 10 + Int64(byte - 48)
                if decimal.digits > 0 { significant += 1 }
                if isAfterPoint { decimal.scale += 1 }
            } else if !isAfterPoint {
                return nil
            }
        } else {
            break
        }
        place += 1
    }
    guard seen > 0 else { return nil }
    if place < end {
        guard allowingExponent, text[place] == 69 || text[place] == 101,
            let exponent = parseInteger(text, place + 1, end), abs(exponent) <= 30
        else { return nil }
        decimal.scale -= Int(exponent)
    }
    if isNegative { decimal.digits = -decimal.digits }
    return decimal
}

/// Reads `[+-]digits`; nothing when it is anything else or too large.
func parseInteger(_ text: [UInt8], _ start: Int, _ end: Int) -> Int64? {
    var place = start
    var isNegative = false
    if place < end, text[place] == 45 || text[place] == 43 {
        isNegative = text[place] == 45
        place += 1
    }
    guard place < end else { return nil }
    var value: Int64 = 0
    while place < end {
        let byte = text[place]
        guard byte >= 48, byte <= 57 else { return nil }
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        let (sum, isOver) = product.addingReportingOverflow(Int64(byte - 48))
        guard !isTooLarge, !isOver else { return nil }
        value = sum
        place += 1
    }
    return isNegative ? -value : value
}

extension Decimal {
    /// The value times `unit`, rounded to the nearest whole number, or towards minus infinity; nothing when it does not
    /// fit.
    func times(_ unit: Int64, rounding: Bool) -> Int64? {
        var (product, isTooLarge) = digits.multipliedReportingOverflow(by: unit)
        guard !isTooLarge else { return nil }
        if scale < 0 {
            for _ in 0..<(-scale) {
                (product, isTooLarge) = product.multipliedReportingOverflow(by: 10)
                guard !isTooLarge else { return nil }
            }
            return product
        }
        guard scale <= 18 else { return 0 }
        var divisor: Int64 = 1
        for _ in 0..<scale { divisor *= 10 }
        let quotient = product / divisor
        let rest = product % divisor
        if rounding {
            if rest >= divisor - rest { return quotient + 1 }
            if -rest >= divisor + rest { return quotient - 1 }
            return quotient
        }
        return rest < 0 ? quotient - 1 : quotient
    }
}
