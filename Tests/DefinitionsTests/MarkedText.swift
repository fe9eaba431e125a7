/// A text with marks such as 1️⃣ that say where a finding must be; the marks themselves are taken out.
struct MarkedText {
    let text: String
    /// Line and column, from 1; columns count bytes of UTF-8.
    let places: [Character: (line: Int, column: Int)]

    init(_ marked: String) {
        var text = ""
        var places: [Character: (line: Int, column: Int)] = [:]
        var (line, column) = (1, 1)
        for character in marked {
            if character.unicodeScalars.contains("\u{20E3}") {
                places[character] = (line, column)
                continue
            }
            text.append(character)
            if character.isNewline {
                line += 1
                column = 1
            } else {
                column += character.utf8.count
            }
        }
        self.text = text
        self.places = places
    }
}
