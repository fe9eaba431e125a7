import FoundationEssentials
import Tables

/// What happens around the runs of a force, read from its `pipeline.yaml` alone: a failure must be told to whoever watches
/// even when the rest of the definitions cannot be loaded. What is wrong with the file is said by loading them.
package func readOperations(folder: String) -> Operations {
    let findings = Findings()
    let path = "\(folder)/pipeline.yaml"
    guard let bytes = FileManager.default.contents(atPath: path) else { return Operations() }
    let text = DefinitionText(path: "pipeline.yaml", shown: path, bytes: Array(bytes))
    guard let document = parseYaml(text, findings: findings).first,
        let fields = Fields(document, "pipeline.yaml", keys: nil, findings: findings)
    else { return Operations() }
    return Operations(fields, folder: folder, findings: findings)
}

extension Operations {
    /// The keys of `pipeline.yaml` that say what happens around a run. Paths are relative to the file.
    init(_ fields: Fields?, folder: String, findings: Findings) {
        func command(_ key: String) -> [String] {
            guard let fields, let value = fields[key] else { return [] }
            let words = fields.texts(key) ?? []
            if words.first?.isEmpty != false {
                findings.error(
                    .badValue, "`\(key)` names no program", at: value.location,
                    help: "write the program and each argument as one text: [/usr/local/bin/tell, nightly]")
            } else if case .text(let text, _) = value.kind, text.contains(" ") {
                findings.error(
                    .badValue, "`\(key)` is one text with spaces, and no shell takes it apart", at: value.location,
                    help: "write a list: [\(text.split(separator: " ").joined(separator: ", "))]")
            }
            // A program that is named with its folder lies where the file says, whatever the working directory.
            guard let program = words.first, program.contains("/") else { return words }
            return [joinedPath(folder, program)] + words.dropFirst()
        }
        func path(_ key: String) -> String? {
            fields?.text(key).flatMap { $0.isEmpty ? nil : joinedPath(folder, $0) }
        }
        self.init(
            onSuccess: command("on_success"), onFailure: command("on_failure"), prometheus: path("prometheus"),
            log: path("log"))
    }
}
