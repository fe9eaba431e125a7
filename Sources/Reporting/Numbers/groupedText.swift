/// A whole number as readers write it: `17,285`.
package func groupedText(_ number: Int) -> String {
    (number < 0 ? "-" : "") + groupedDigits(String(number.magnitude))
}

/// Digits with a comma before every third from the right.
func groupedDigits(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}
