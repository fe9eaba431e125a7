/// One finding about a definition, an input or a run: what is wrong, where, and what to do about it.
package struct Diagnostic: Error, Sendable, Hashable {
    /// How bad it is. Only errors stop anything.
    package enum Severity: String, Sendable, Hashable, Comparable {
        case note, warning, error

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A place in a text file. Lines and columns count from 1; columns count bytes of UTF-8.
    package struct Location: Sendable, Hashable {
        package let file: String
        package let line: Int?
        package let column: Int?

        package init(file: String, line: Int? = nil, column: Int? = nil) {
            self.file = file
            self.line = line
            self.column = column
        }
    }

    package let severity: Severity
    /// Stable identifier such as `E0102`; `pipeline help E0102` explains it.
    package let code: String
    /// One sentence: what was found and what was expected.
    package let message: String
    package let location: Location?
    /// What to do next, as an instruction.
    package let help: String?

    package init(
        _ severity: Severity = .error, code: String, _ message: String, at location: Location? = nil,
        help: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.location = location
        self.help = help
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The compiler's shape: `file:line:column: error: message [CODE]`, with the help on its own line.
    package var description: String {
        var text = ""
        if let location {
            text += location.file
            if let line = location.line { text += ":\(line)" }
            if let column = location.column { text += ":\(column)" }
            text += ": "
        }
        text += "\(severity.rawValue): \(message) [\(code)]"
        if let help { text += "\n    help: \(help)" }
        return text
    }
}
