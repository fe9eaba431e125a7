/// A JSON value whose members keep their order, so that the same run gives the same bytes.
package enum JSON: Sendable, Hashable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([Member])

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

    /// The bytes of an object whose last member is a list, of which only one item is held at a time.
    package static func bytes(
        _ members: [Member], last name: String, count: Int, _ item: (Int) -> JSON
    ) -> [UInt8] {
        guard count > 0 else { return JSON.object(members + [Member(name, .list([]))]).bytes }
        var bytes: [UInt8] = [123]
        for member in members {
            newLine(&bytes, 1)
            quote(member.name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            member.value.write(to: &bytes, indent: 1)
            bytes.append(44)
        }
        newLine(&bytes, 1)
        quote(name, to: &bytes)
        bytes.append(contentsOf: ": [".utf8)
        for place in 0..<count {
            if place > 0 { bytes.append(44) }
            newLine(&bytes, 2)
            item(place).write(to: &bytes, indent: 2)
        }
        newLine(&bytes, 1)
        bytes.append(93)
        newLine(&bytes, 0)
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    private var isSingle: Bool {
        switch self {
        case .list(let items): items.isEmpty
        case .object(let members): members.isEmpty
        case .null, .flag, .integer, .number, .text: true
        }
    }

    private func write(to bytes: inout [UInt8], indent: Int) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .integer(let integer): bytes.append(contentsOf: String(integer).utf8)
        // JSON has no spelling for infinities; such a value is absent.
        case .number(let number): bytes.append(contentsOf: (number.isFinite ? decimalText(number) : "null").utf8)
        case .text(let text): JSON.quote(text, to: &bytes)
        case .list(let items):
            JSON.enclose(91, 93, items, isInline: items.allSatisfy(\.isSingle), to: &bytes, indent) { item, bytes in
                item.write(to: &bytes, indent: indent + 1)
            }
        case .object(let members):
            let isInline = members.allSatisfy(\.value.isSingle)
            JSON.enclose(123, 125, members, isInline: isInline, to: &bytes, indent) { member, bytes in
                JSON.quote(member.name, to: &bytes)
                bytes.append(contentsOf: ": ".utf8)
                member.value.write(to: &bytes, indent: indent + 1)
            }
        }
    }

    private static func enclose<Item>(
        _ open: UInt8, _ close: UInt8, _ items: [Item], isInline: Bool, to bytes: inout [UInt8], _ indent: Int,
        _ write: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(open)
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(contentsOf: (isInline ? ", " : ",").utf8) }
            if !isInline { newLine(&bytes, indent + 1) }
            write(item, &bytes)
        }
        if !isInline { newLine(&bytes, indent) }
        bytes.append(close)
    }

    private static func newLine(_ bytes: inout [UInt8], _ indent: Int) {
        bytes.append(10)
        bytes.append(contentsOf: repeatElement(32, count: indent * 2))
    }

    private static func quote(_ text: String, to bytes: inout [UInt8]) {
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

    private static func needsEscapes(_ text: Span<UInt8>) -> Bool {
        for place in text.indices {
            let byte = text[place]
            if byte < 32 || byte == 34 || byte == 92 || byte == 127 { return true }
        }
        return false
    }
}
