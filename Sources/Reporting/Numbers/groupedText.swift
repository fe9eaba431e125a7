/// A whole number as readers write it: `17,285`.
package func groupedText(_ number: Int) -> String {
    (number < 0 ? "-" : "") + groupedDigits(String(number.magnitude))
}

/// Digits with a comma before every third from the right.
func groupedDigits(_ digits: String) -> String {
    let count = digits.utf8.count
    if count <= 3 { return digits }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + count / 3)
    for (place, digit) in digits.utf8.enumerated() {
        if place > 0, (count - place) % 3 == 0 { bytes.append(44) }
        bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
}
