import Tables

/// A YAML node as definitions see it: every scalar is text, and every key and value knows where it stands.
struct YamlValue {
    enum Kind {
        /// A plain text is one without quotes, which alone may stand for nothing (`null`).
        case text(String, isPlain: Bool)
        case list([YamlValue])
        case mapping([Entry])
    }

    struct Entry {
        let key: String
        let location: Diagnostic.Location
        let value: YamlValue
    }

    let kind: Kind
    let location: Diagnostic.Location

    /// Nothing was written, or `null` or `~` without quotes.
    var isNull: Bool {
        guard case .text(let text, isPlain: true) = kind else { return false }
        return text.isEmpty || text == "null" || text == "~"
    }

    var text: String? {
        guard case .text(let text, _) = kind else { return nil }
        return text
    }

    /// The word for messages about a wrong shape.
    var shape: String {
        switch kind {
        case .text: isNull ? "nothing" : "a text"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
