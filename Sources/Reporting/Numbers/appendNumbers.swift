import Tables

extension [UInt8] {
    /// Writes a whole number.
    mutating func append(digitsOf number: Int) {
        append(addingCapacity: OutputSpan<UInt8>.mostDigits + 1) { bytes in
            if number < 0 { bytes.append(45) }
            bytes.append(digitsOf: UInt64(number.magnitude))
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
