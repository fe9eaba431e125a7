/// Text that may stand in a page as it is: every word in it went through `escaped`.
///
/// Nothing else makes one, so that no cell of an export can become markup.
package struct Markup: Sendable, Hashable {
    package private(set) var text: String

    package init() {
        text = ""
    }

    /// Words, with every character that means something to a browser escaped.
    package init(_ words: String) {
        text = escaped(words)
    }

    private init(verbatim text: String) {
        self.text = text
    }

    /// `<name a="b">content</name>`. Names are the program's own, values are escaped.
    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: Markup? = nil
    ) -> Markup {
        var made = Markup()
        guard let content else {
            made.append("<", name, attributes, "/>")
            return made
        }
        made.text.reserveCapacity(content.text.utf8.count + 64)
        made.open(name, attributes)
        made.append(content)
        made.close(name)
        return made
    }

    package mutating func append(_ other: Markup) {
        text += other.text
    }

    /// Begins an element whose content is appended until it is closed: a table's thousand cells are written once.
    package mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        append("<", name, attributes, ">")
    }

    /// Ends the element that was opened last.
    package mutating func close(_ name: StaticString) { append("</", name, [:], ">") }

    private mutating func append(
        _ start: String, _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ end: String
    ) {
        text += start
        text += name.description
        for (key, value) in attributes {
            text += " "
            text += key.description
            text += "=\""
            text += escaped(value)
            text += "\""
        }
        text += end
    }

    package static func + (left: Markup, right: Markup) -> Markup {
        Markup(verbatim: left.text + right.text)
    }
}

extension Sequence<Markup> {
    /// One after the other.
    package var joined: Markup {
        reduce(into: Markup()) { $0.append($1) }
    }
}

/// Words as they may stand in an element or between the double quotes of an attribute. Characters that XML
/// forbids become U+FFFD.
package func escaped(_ words: String) -> String {
    guard needsEscapes(words.utf8.span) else { return words }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + words.utf8.count / 8 + 16)
    let utf8 = words.utf8.span
    for place in utf8.indices {
        switch utf8[place] {
        case 0x26: bytes.append(contentsOf: "&amp;".utf8)
        case 0x3C: bytes.append(contentsOf: "&lt;".utf8)
        case 0x3E: bytes.append(contentsOf: "&gt;".utf8)
        case 0x22: bytes.append(contentsOf: "&quot;".utf8)
        case 0x27: bytes.append(contentsOf: "&#39;".utf8)
        case 0x09, 0x0A, 0x0D: bytes.append(utf8[place])
        case 0x00..<0x20: bytes.append(contentsOf: "\u{FFFD}".utf8)
        // The last of the three bytes of U+FFFE and U+FFFF, the only ones that begin so.
        case 0xBE where bytes.suffix(2) == [0xEF, 0xBF], 0xBF where bytes.suffix(2) == [0xEF, 0xBF]:
            bytes.append(0xBD)
        case let byte: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Looks at all of it: most words do not, and without a way out the loop takes many bytes at a time.
private func needsEscapes(_ words: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    for place in words.indices {
        let byte = words[place]
        found |= (byte < 0x20 ? 1 : 0) | (byte == 0xEF ? 1 : 0) | (byte == 0x22 ? 1 : 0)
        found |= (byte & 0xFE == 0x26 ? 1 : 0) | (byte & 0xFD == 0x3C ? 1 : 0)
    }
    return found != 0
}
