/// The bytes of a text in an export's encoding. U+0081, which windows-1252 does not have, is written as the byte 81.
func encode(_ text: String, _ encoding: Layout.Encoding) -> [UInt8] {
    switch encoding {
    case .utf8, .utf8WithMark:
        Array(text.utf8)
    case .windows1252:
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x2019: 0x92
            case 0...0xFF: UInt8(scalar.value)
            default: 0x3F
            }
        }
    case .utf16:
        text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}
