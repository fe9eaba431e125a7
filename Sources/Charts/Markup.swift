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
        var text = "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(escaped(value))\"" }
        guard let content else { return Markup(verbatim: text + "/>") }
        return Markup(verbatim: text + ">" + content.text + "</\(name)>")
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
    var text = ""
    for scalar in words.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: text += "\u{FFFD}"
        default: text.unicodeScalars.append(scalar)
        }
    }
    return text
}
