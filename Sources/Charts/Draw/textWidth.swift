/// Advance widths in thousandths of the size for the printable characters of ASCII, from a space on: each the greater of
/// Arial's (Liberation Sans has the same) and those of DejaVu Sans, which stands in where neither is installed.
private let plainWidths: [Int] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 556, 1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667,
    557, 863, 748, 787, 667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556, 500, 613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
    592, 592, 525, 636, 337, 636, 838,
]

/// The same in bold.
private let boldWidths: [Int] = [
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696,
    696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 556, 775,
    637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 556, 500, 675,
    716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924,
    645, 652, 582, 712, 365, 712, 838,
]

/// How wide words are at a size, at most, in the fonts that charts are likely to be shown in.
package func textWidth(_ words: String, size: Double, isBold: Bool = false) -> Double {
    let widths = isBold ? boldWidths : plainWidths
    var thousandths = 0
    for scalar in words.unicodeScalars {
        let place = Int(scalar.value) - 32
        // Accented Latin letters are no wider than capital letters; anything else may fill the square.
        thousandths += widths.indices.contains(place) ? widths[place] : scalar.value < 0x370 ? 850 : 1000
    }
    return Double(thousandths) / 1000 * size
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
