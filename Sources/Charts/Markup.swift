/// Text that may stand in a page as it is: every word in it went through `escaped`.
///
/// Nothing else makes one, so that no cell of an export can become markup.
package struct Markup: Sendable, Hashable {
    private var bytes: [UInt8] = []

    package init() {}

    /// Words, with every character that means something to a browser escaped.
    package init(_ words: String) {
        append(words: words)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package var isEmpty: Bool { bytes.isEmpty }

    /// `<name a="b">content</name>`. Names are the program's own, values are escaped.
    package static func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ content: Markup? = nil
    ) -> Markup {
        var made = Markup()
        guard let content else {
            made.append("<", name, attributes, "/>")
            return made
        }
        made.bytes.reserveCapacity(content.bytes.count + 64)
        made.open(name, attributes)
        made.append(content)
        made.close(name)
        return made
    }

    package mutating func append(_ other: Markup) {
        bytes.append(contentsOf: other.bytes)
    }

    /// Begins an element whose content is appended until it is closed: a table's thousand cells are written once.
    package mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) {
        append("<", name, attributes, ">")
    }

    /// Ends the element that was opened last.
    package mutating func close(_ name: StaticString) { append("</", name, [:], ">") }

    private mutating func append(
        _ start: StaticString, _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>,
        _ end: StaticString
    ) {
        append(verbatim: start)
        append(verbatim: name)
        for (key, value) in attributes {
            append(verbatim: " ")
            append(verbatim: key)
            append(verbatim: "=\"")
            append(words: value)
            append(verbatim: "\"")
        }
        append(verbatim: end)
    }

    private mutating func append(verbatim text: StaticString) { bytes.append(contentsOf: text.description.utf8) }

    private mutating func append(words: String) { bytes.append(escaping: words) }

    package static func + (left: Markup, right: Markup) -> Markup {
        var sum = left
        sum.append(right)
        return sum
    }
}

extension Sequence<Markup> {
    /// One after the other.
    package var joined: Markup {
        reduce(into: Markup()) { $0.append($1) }
    }
}

extension [UInt8] {
    /// Adds words as they may stand in an element or between the double quotes of an attribute. Characters that XML forbids
    /// become U+FFFD.
    fileprivate mutating func append(escaping words: String) {
        let utf8 = words.utf8.span
        guard needsEscapes(utf8) else { return append(contentsOf: words.utf8) }
        for place in utf8.indices {
            switch utf8[place] {
            case 0x26: append(contentsOf: "&amp;".utf8)
            case 0x3C: append(contentsOf: "&lt;".utf8)
            case 0x3E: append(contentsOf: "&gt;".utf8)
            case 0x22: append(contentsOf: "&quot;".utf8)
            case 0x27: append(contentsOf: "&#39;".utf8)
            case 0x09, 0x0A, 0x0D: append(utf8[place])
            case 0x00..<0x20: append(contentsOf: "\u{FFFD}".utf8)
            // The last of the three bytes of U+FFFE and U+FFFF, the only ones that begin so.
            case 0xBE where suffix(2) == [0xEF, 0xBF], 0xBF where suffix(2) == [0xEF, 0xBF]: append(0xBD)
            case let byte: append(byte)
            }
        }
    }
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
