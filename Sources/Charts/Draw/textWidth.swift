/// Advance widths of Arial in thousandths of its size for the printable characters of ASCII, from a space on.
private let widths: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
]

/// How wide words are at a size in Arial, a little more than true: bold and other fonts are up to a twelfth wider.
package func textWidth(_ words: String, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for scalar in words.unicodeScalars {
        let place = Int(scalar.value) - 32
        // Accented Latin letters are as wide as the widest plain ones; anything else may fill the square.
        thousandths += widths.indices.contains(place) ? widths[place] : scalar.value < 0x370 ? 722 : 1000
    }
    return Double(thousandths) / 1000 * size * (isBold ? 1.1 : 1.02)
}

/// Words cut so that they are no wider than a width, with an ellipsis where something is missing.
package func fitted(_ words: String, to width: Double, size: Double, isBold: Bool = false) -> String {
    guard textWidth(words, size: size, isBold: isBold) > width else { return words }
    var kept = words
    while !kept.isEmpty, textWidth(kept + "…", size: size, isBold: isBold) > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
}

/// Words on as few lines as a width allows; a word that is too long for a line is cut, and so is what exceeds the lines.
package func wrapped(
    _ words: String, to width: Double, size: Double, isBold: Bool = false, lines most: Int
) -> [String] {
    func fits(_ line: String) -> Bool { textWidth(line, size: size, isBold: isBold) <= width }
    func fitted(_ line: String) -> String { Charts.fitted(line, to: width, size: size, isBold: isBold) }
    var lines: [String] = []
    for word in words.split(whereSeparator: \.isWhitespace) {
        if let last = lines.last, fits(last + " " + word) {
            lines[lines.count - 1] = last + " " + word
        } else if lines.count == most {
            lines[most - 1] = fitted(lines[most - 1] + " " + word)
            break
        } else {
            lines.append(fitted(String(word)))
        }
    }
    return lines
}
