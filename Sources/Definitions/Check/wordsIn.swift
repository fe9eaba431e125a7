/// The names that an expression's text may read: `own` ones stand alone, `related` ones after a dot. Texts in quotes and
/// functions are left out; that a word may turn out to be something else only matters for the order of checking.
func wordsIn(_ text: String) -> (own: Set<String>, related: Set<String>) {
    var own: Set<String> = []
    var related: Set<String> = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
        if bytes[place] == UInt8(ascii: "'") {
            place += 1
            while place < bytes.count, bytes[place] != UInt8(ascii: "'") { place += 1 }
            place += 1
        } else if isWordByte(bytes[place]) {
            let start = place
            while place < bytes.count, isWordByte(bytes[place]) { place += 1 }
            let word = String(decoding: bytes[start..<place], as: UTF8.self)
            if start > 0, bytes[start - 1] == UInt8(ascii: ".") {
                related.insert(word)
            } else if bytes[place...].first(where: { $0 != UInt8(ascii: " ") }) != UInt8(ascii: "(") {
                own.insert(word)
            } else {
                // `any(calls c …)`: the word before the bracket is a function, the one after it a relation or a column.
                continue
            }
        } else {
            place += 1
        }
    }
    return (own, related)
}

private func isWordByte(_ byte: UInt8) -> Bool {
    byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
}
