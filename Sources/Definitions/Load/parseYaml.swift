import Tables
import Yams

/// Reads a YAML file into its documents, keeping the place of every key and value.
///
/// A key written twice would end the parse, and hide whatever else is wrong with the file. Its first occurrence is
/// therefore given a name that nobody can write, of the same length, and the file is parsed again.
func parseYaml(_ file: DefinitionText, findings: Findings) -> [YamlValue] {
    guard let text = decodedText(file, findings: findings) else { return [] }
    var lines = scalarLines(of: text)
    let builder = YamlBuilder(shown: file.shown, lines: lines, findings: findings)
    for attempt in 0..<200 {
        do {
            // What a text means is for us to say: its own rules are for other languages, and slow.
            let parser = try Parser(yaml: joined(lines), resolver: .basic, encoding: .utf8)
            var documents: [YamlValue] = []
            while let node = try parser.nextRoot() {
                documents.append(builder.value(node))
            }
            return documents.filter { !$0.isNull }
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            guard let key = duplicates.first,
                builder.rename(key, at: context.mark, in: &lines, as: attempt)
            else {
                findings.error(
                    .duplicateKey, "the key `\(duplicates.first ?? "")` is written twice",
                    at: builder.location(context.mark), help: "keep one of them")
                return []
            }
        } catch let error as YamlError {
            builder.report(error)
            return []
        } catch {
            findings.error(.yamlSyntax, "not readable as YAML: \(error)", at: .init(file: file.shown))
            return []
        }
    }
    findings.error(.duplicateKey, "more than 200 keys are written twice", at: .init(file: file.shown))
    return []
}

private let newlines: Set<Unicode.Scalar> = ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"]

/// The lines of a text, whatever ends them.
private func scalarLines(of text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
        if scalar >= " ", scalar < "\u{80}" {
            line.append(scalar)
            isAfterReturn = false
            continue
        }
        let isSecondHalf = isAfterReturn && scalar == "\n"
        isAfterReturn = scalar == "\r"
        if isSecondHalf { continue }
        if newlines.contains(scalar) {
            lines.append(line)
            line.removeAll(keepingCapacity: true)
        } else {
            line.append(scalar)
        }
    }
    return lines + [line]
}

private func joined(_ lines: [[Unicode.Scalar]]) -> String {
    var bytes: [UInt8] = []
    for (number, line) in lines.enumerated() {
        if number > 0 { bytes.append(10) }
        for scalar in line { bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func decodedText(_ file: DefinitionText, findings: Findings) -> String? {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
        let location = Diagnostic.Location(file: file.shown, line: lineOfInvalidByte(file.bytes))
        findings.error(
            .unreadableFile, "the file is not UTF-8", at: location,
            help: "save the file with the encoding UTF-8")
        return nil
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
}

private func lineOfInvalidByte(_ bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 10, omittingEmptySubsequences: false) {
        if String(validating: part, as: UTF8.self) == nil { return line }
        line += 1
    }
    return line
}
