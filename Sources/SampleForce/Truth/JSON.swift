/// JSON in the order it was put together, so that the same force always gives the same bytes.
enum JSON: Sendable {
    case text(String)
    case number(Int)
    /// A number that is not whole, as written.
    case decimal(String)
    case flag(Bool)
    case list([JSON])
    case object([(String, JSON)])

    /// Objects and lists that hold only plain values go on one line.
    func written(indent: String = "") -> String {
        switch self {
        case .text(let text): JSON.quoted(text)
        case .number(let number): "\(number)"
        case .decimal(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values):
            JSON.block("[", values.map { $0.written(indent: indent + "  ") }, "]", indent, isFlat: false)
        case .object(let members):
            JSON.block(
                "{", members.map { "\(JSON.quoted($0.0)): \($0.1.written(indent: indent + "  "))" }, "}", indent,
                isFlat: members.allSatisfy(\.1.isPlain))
        }
    }

    private var isPlain: Bool {
        switch self {
        case .list(let values): values.isEmpty
        case .object(let members): members.isEmpty
        default: true
        }
    }

    private static func block(
        _ open: String, _ parts: [String], _ close: String, _ indent: String, isFlat: Bool
    ) -> String {
        if parts.isEmpty { return open + close }
        if isFlat { return "\(open) \(parts.joined(separator: ", ")) \(close)" }
        let inner = parts.map { "\(indent)  \($0)" }.joined(separator: ",\n")
        return "\(open)\n\(inner)\n\(indent)\(close)"
    }

    private static func quoted(_ text: String) -> String {
        var escaped = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped + "\""
    }
}
