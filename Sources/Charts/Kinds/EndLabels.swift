/// Labels at the right end of a chart's lines, kept apart from each other, with a line to where each belongs if it had to
/// move.
struct EndLabels {
    struct Label {
        let words: String
        let style: String
        /// Where the line that it names ends.
        let x: Double
        let y: Double
    }

    static let size = 12.0
    static let height = 15.0
    static let widest = 200.0

    /// The room that labels need right of a chart.
    static func room(for words: [String]) -> Double {
        let widest = words.map { textWidth($0, size: size, isBold: true) }.max() ?? 0
        return min(widest, self.widest) + 24
    }

    static func markup(_ labels: [Label], right: Double, top: Double, bottom: Double) -> Markup {
        let middles = spread(labels.map(\.y), size: height, in: top - 6...bottom + 6)
        var found = Markup()
        for (label, middle) in zip(labels, middles) {
            if abs(middle - label.y) > 2 || label.x < right - 0.5 {
                let bend = max(label.x, right)
                found.append(
                    Shapes.path(
                        "M\(fixedPoint(label.x)) \(fixedPoint(label.y))H\(fixedPoint(bend))"
                            + "L\(fixedPoint(right + 11)) \(fixedPoint(middle))", "leader"))
            }
            let words = fitted(label.words, to: widest, size: size, isBold: true)
            found.append(Shapes.text(words, right + 14, middle + 4, label.style))
        }
        return found
    }
}
