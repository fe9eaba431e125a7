/// A JSON value whose members keep their order, so that the same run gives the same bytes.
package enum JSON: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([Member])
    /// An object that is spelled already.
    case line(JSONLine)

    /// A name and its value.
    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Null for nothing.
    package static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
    package static func optional(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }
    package static func optional(_ integer: Int?) -> JSON { integer.map { .integer($0) } ?? .null }

    /// The document in UTF-8: what holds only single values stands on one line, so that two runs compare line by line.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes, indent: 0)
        bytes.append(10)
        return bytes
    }

    private var isSingle: Bool {
        switch self {
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .line: false
        case .null, .flag, .integer, .number, .text: true
        }
    }

    func write(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let integer): bytes.append(digitsOf: integer)
        // JSON has no spelling for infinities; such a value is absent.
        case .number(let number):
            if number.isFinite { bytes.append(decimal: number) } else { bytes.append(contentsOf: "null".utf8) }
        case .text(let text): JSON.quote(text, to: &bytes)
        case .list(let items):
            let isInline = items.allSatisfy(\.isSingle)
            bytes.append(91)
            for (place, item) in items.enumerated() {
                JSON.separate(place, isInline: isInline, to: &bytes, indent)
                item.write(to: &bytes, indent: indent + 1)
            }
            if !isInline { JSON.newLine(&bytes, indent) }
            bytes.append(93)
        case .object(let members):
            let isInline = members.allSatisfy(\.value.isSingle)
            bytes.append(123)
            for place in members.indices {
                JSON.separate(place, isInline: isInline, to: &bytes, indent)
                JSON.quote(members[place].name, to: &bytes)
                bytes.append(58)
                bytes.append(32)
                members[place].value.write(to: &bytes, indent: indent + 1)
            }
            if !isInline { JSON.newLine(&bytes, indent) }
            bytes.append(125)
        case .line(let line):
            bytes.append(contentsOf: line.bytes)
            bytes.append(125)
        }
    }

    /// What stands before an item: a comma but for the first, then a space or a new line.
    private static func separate(_ place: Int, isInline: Bool, to bytes: inout [UInt8], _ indent: Int) {
        if place > 0 { bytes.append(44) }
        if !isInline { newLine(&bytes, indent + 1) } else if place > 0 { bytes.append(32) }
    }

    static func newLine(_ bytes: inout [UInt8], _ indent: Int) {
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(32, count: indent * 2))
    }

    static func quote(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(34)
        defer { bytes.append(34) }
        guard needsEscapes(text.utf8.span) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case 34: bytes.append(contentsOf: "\\\"".utf8)
            case 92: bytes.append(contentsOf: "\\\\".utf8)
            case 10: bytes.append(contentsOf: "\\n".utf8)
            case 13: bytes.append(contentsOf: "\\r".utf8)
            case 9: bytes.append(contentsOf: "\\t".utf8)
            case 0..<32, 127:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
    }

    /// Looks at all of it: hardly any text does, and without a way out the loop takes many bytes at a time.
    private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for place in text.indices {
            let byte = text[place]
            found |= (byte < 32 ? 1 : 0) | (byte == 34 ? 1 : 0) | (byte == 92 ? 1 : 0) | (byte == 127 ? 1 : 0)
        }
        return found != 0
    }
}
