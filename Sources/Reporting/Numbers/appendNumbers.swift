extension [UInt8] {
    /// Writes a whole number.
    mutating func append(digitsOf number: Int) {
        if number < 0 { append(45) }
        var rest = number.magnitude
        if rest < 10 {
            append(48 + UInt8(rest))
            return
        }
        // Room for all digits, which are found from the last on.
        var (room, place) = (rest, count)
        while room > 0 {
            append(48)
            room /= 10
            place += 1
        }
        while rest > 0 {
            place -= 1
            self[place] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Writes a number as `decimalText` spells it.
    mutating func append(decimal number: Double) {
        if let whole = wholeNumber(number) {
            append(digitsOf: whole)
        } else {
            append(contentsOf: decimalText(number).utf8)
        }
    }
}
