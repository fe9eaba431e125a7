/// Lines of words under a chart that explain its signs, wrapped to its width.
struct Legend {
    private(set) var markup = Markup()
    private(set) var bottom: Double
    private let left: Double
    private let width: Double
    private var x: Double
    private var isOpen = false

    static let lineHeight = 18.0

    init(top: Double, left: Double, width: Double) {
        bottom = top
        self.left = left
        self.width = width
        x = left
    }

    /// One sign with its word, on the line that is begun if there is room.
    mutating func add(_ words: String, sign: (_ x: Double, _ y: Double) -> Markup) {
        let words = fitted(words, to: width - left - 30, size: 12)
        let needed = 18 + textWidth(words, size: 12)
        if !isOpen || x + needed > width {
            bottom += Legend.lineHeight
            x = left
            isOpen = true
        }
        markup.append(sign(x + 6, bottom - 8))
        markup.append(Shapes.text(words, x + 18, bottom - 4, "key"))
        x += needed + 18
    }

    /// A letter with its explanation, on lines of its own.
    mutating func explain(_ name: String, _ words: String) {
        isOpen = false
        for (place, line) in wrapped(words, to: width - left - 24, size: 12, lines: 3).enumerated() {
            bottom += place == 0 ? Legend.lineHeight : 15
            if place == 0 { markup.append(Shapes.text(name, left + 6, bottom - 4, "mark-name", .middle)) }
            markup.append(Shapes.text(line, left + 18, bottom - 4, "key"))
        }
    }
}
