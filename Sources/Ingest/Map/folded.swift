/// Text as headers and labels are compared: ASCII letters in lower case, runs of spaces, tabs and no-break spaces as
/// one space, none at the ends. Nothing else is folded, so that two labels never become one by surprise.
func folded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isSpacePending = false
    var place = text.startIndex
    while place < text.endIndex {
        let byte = text[place]
        // A no-break space is C2 A0 in UTF-8.
        let isNoBreakSpace = byte == 0xC2 && place + 1 < text.endIndex && text[place + 1] == 0xA0
        place += isNoBreakSpace ? 2 : 1
        if isNoBreakSpace || byte == 32 || byte == 9 {
            isSpacePending = !result.isEmpty
            continue
        }
        if isSpacePending { result.append(32) }
        isSpacePending = false
        result.append((65...90).contains(byte) ? byte + 32 : byte)
    }
    return result
}

func folded(_ text: String) -> [UInt8] {
    folded(Array(text.utf8)[...])
}
