/// How often a byte occurs, looked for in eight bytes a step.
func occurrences(of byte: UInt8, in bytes: [UInt8]) -> Int {
    let text = bytes.span
    let wanted = UInt64(eachByte: byte)
    let low = UInt64(eachByte: 0x7F)
    var found = 0
    var place = 0
    while place <= text.count - 8 {
        let eight = word(text, place) ^ wanted
        // The top bit of each byte that is zero, and of no other: no sum reaches beyond its byte.
        found &+= (~((eight & low) &+ low | eight | low)).nonzeroBitCount
        place += 8
    }
    while place < text.count {
        if text[place] == byte { found += 1 }
        place += 1
    }
    return found
}
