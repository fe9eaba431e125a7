import Tables
import Yams

/// Turns what the YAML library read into values with the places that an editor shows.
final class YamlBuilder {
    private let shown: String
    private let lines: [[Unicode.Scalar]]
    private let findings: Findings
    private var renamed: [String: String] = [:]
    private var count = 0
    /// Aliases of aliases can stand for more values than memory holds.
    private let limit = 200_000

    init(shown: String, lines: [[Unicode.Scalar]], findings: Findings) {
        self.shown = shown
        self.lines = lines
        self.findings = findings
    }

    func value(_ node: Node) -> YamlValue {
        let start = location(node.mark)
        count += 1
        guard count <= limit else {
            if count == limit + 1 {
                findings.error(.yamlSyntax, "the file holds more than \(limit) values", at: start)
            }
            return YamlValue(kind: .text("", isPlain: true), location: start)
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return YamlValue(
                kind: .text(scalar.string, isPlain: isPlain), location: textLocation(scalar, isPlain: isPlain))
        case .sequence(let items):
            return YamlValue(kind: .list(items.map(value)), location: start)
        case .mapping(let pairs):
            return YamlValue(kind: .mapping(entries(pairs)), location: start)
        case .alias:
            return YamlValue(kind: .text("", isPlain: true), location: start)
        }
    }

    private func entries(_ pairs: Node.Mapping) -> [YamlValue.Entry] {
        var first: [String: Int?] = [:]
        var entries: [YamlValue.Entry] = []
        for (key, item) in pairs {
            let place = location(key.mark)
            guard let written = key.scalar?.string else {
                findings.error(.wrongShape, "a key must be a text", at: place)
                continue
            }
            let name = renamed[written] ?? written
            if let line = first[name] {
                let where_ = line.map { " (first on line \($0))" } ?? ""
                findings.error(
                    .duplicateKey, "the key `\(name)` is written twice\(where_)", at: place, help: "keep one of them")
                continue
            }
            first[name] = .some(place.line)
            entries.append(.init(key: name, location: place, value: value(item)))
        }
        return entries
    }

    func location(_ mark: Mark?) -> Diagnostic.Location {
        guard let mark else { return .init(file: shown) }
        guard mark.line >= 1, mark.line <= lines.count else {
            return .init(file: shown, line: mark.line, column: mark.column)
        }
        // The library counts characters; editors and our messages count bytes.
        let before = lines[mark.line - 1].prefix(max(0, mark.column - 1))
        return .init(file: shown, line: mark.line, column: before.reduce(1) { $0 + UTF8.width($1) })
    }

    /// Where the text itself begins: after the quote, or on the line after `|` or `>`.
    private func textLocation(_ scalar: Node.Scalar, isPlain: Bool) -> Diagnostic.Location {
        let start = location(scalar.mark)
        guard !isPlain, let line = start.line, let column = start.column else { return start }
        guard scalar.style == .literal || scalar.style == .folded else {
            return .init(file: shown, line: line, column: column + 1)
        }
        for next in line..<max(line, lines.count) {
            if let indent = lines[next].firstIndex(where: { $0 != " " }) {
                return .init(file: shown, line: next + 1, column: indent + 1)
            }
        }
        return start
    }

    /// Replaces a key's characters, keeping their number, so that all other places stay what they are.
    func rename(_ key: String, at mark: Mark, in lines: inout [[Unicode.Scalar]], as number: Int) -> Bool {
        guard mark.line >= 1, mark.line <= lines.count, let stand = Unicode.Scalar(0xE000 + UInt32(number)) else {
            return false
        }
        var line = lines[mark.line - 1]
        var start = mark.column - 1
        if start < line.count, line[start] == "\"" || line[start] == "'" { start += 1 }
        let written = Array(key.unicodeScalars)
        guard !written.isEmpty, start + written.count <= line.count,
            Array(line[start..<start + written.count]) == written
        else { return false }
        for place in start..<start + written.count { line[place] = stand }
        lines[mark.line - 1] = line
        renamed[String(repeating: Character(stand), count: written.count)] = renamed[key] ?? key
        return true
    }

    func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            findings.error(
                .yamlSyntax, "this is not YAML: \(problem)", at: location(mark), help: syntaxHelp(problem, at: mark))
        case .reader(let problem, _, _, _):
            findings.error(.yamlSyntax, "this is not YAML: \(problem)", at: .init(file: shown))
        default:
            findings.error(.yamlSyntax, "this is not YAML: \(error)", at: .init(file: shown))
        }
    }

    private func syntaxHelp(_ problem: String, at mark: Mark) -> String {
        if mark.line >= 1, mark.line <= lines.count, lines[mark.line - 1].contains("\t") {
            return "indent with spaces, not with tabs"
        }
        if problem.contains("',' or '}'") || problem.contains("',' or ']'") {
            return "quote the expression: a comma, a quote or a colon inside { } ends it otherwise"
        }
        if problem.contains("mapping values are not allowed") {
            return "quote the text if it holds a colon, or check the indentation"
        }
        return "check the quotes and the indentation here and on the line before"
    }
}
