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
        let name = name.description
        var text = "<"
        text += name
        for (key, value) in attributes {
            text += " "
            text += key.description
            text += "=\""
            text += escaped(value)
            text += "\""
        }
        guard let content else { return Markup(verbatim: text + "/>") }
        text.reserveCapacity(text.utf8.count + content.text.utf8.count + name.utf8.count + 4)
        text += ">"
        text += content.text
        text += "</"
        text += name
        text += ">"
        return Markup(verbatim: text)
    }

    package mutating func append(_ other: Markup) {
        text += other.text
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
    guard
        words.utf8.contains(where: {
            $0 < 0x20 || $0 == 0xEF || $0 == 0x22 || $0 == 0x26 || $0 == 0x27 || $0 == 0x3C || $0 == 0x3E
        })
    else { return words }
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
