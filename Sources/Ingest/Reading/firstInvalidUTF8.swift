/// Where the first ill-formed sequence of UTF-8 begins; nothing when all is well. Overlong forms, surrogates and code
/// points above 10FFFF are ill-formed.
func firstInvalidUTF8(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    let end = range.upperBound
    while place < end {
        let lead = bytes[place]
        if lead < 0x80 {
            place += 1
            continue
        }
        // The second byte's bounds carry all the exceptions.
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return place
        }
        guard place + length <= end, bytes[place + 1] >= low, bytes[place + 1] <= high else { return place }
        for next in (place + 2)..<max(place + length, place + 2) where bytes[next] & 0xC0 != 0x80 { return place }
        place += length
    }
    return nil
}
