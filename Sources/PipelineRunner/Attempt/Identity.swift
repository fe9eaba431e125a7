import Definitions
import RunStore
import Tables

/// Whose run it is and where its words go: known even when the definitions are at fault, so that a status can say so.
struct Identity: Sendable {
    let force: String
    let marking: String
    let output: String
    let state: String

    init(force: String, marking: String, output: String, state: String) {
        self.force = force
        self.marking = marking
        self.output = output
        self.state = state
    }

    /// The plain top-level lines of `pipeline.yaml`, for when it or its neighbours cannot be loaded. Nothing when there
    /// is no such file: then nobody knows whose run it was.
    init?(folder: String, overrides: FolderOverrides) {
        guard let bytes = try? System.read("\(folder)/pipeline.yaml") else { return nil }
        var values: [String: String] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else { continue }
            let value = line[line.index(after: colon)...].prefix { $0 != "#" }
            let isEdge = { (character: Character) in character == " " || character == "\"" || character == "'" }
            var trimmed = value.drop(while: isEdge)
            while trimmed.last.map(isEdge) == true { trimmed.removeLast() }
            values[String(line[..<colon])] = String(trimmed)
        }
        let name = folder.split(separator: "/").last { $0 != "." }.map(String.init) ?? "pipeline"
        func place(_ given: String?, _ key: String, _ fallback: String) -> String {
            if let given { return given }
            let path = values[key] ?? fallback
            return path.hasPrefix("/") ? path : "\(folder)/\(path)"
        }
        self.init(
            force: values["force"] ?? name, marking: values["marking"] ?? "OFFICIAL",
            output: place(overrides.output, "output", "../../Output/\(name)"),
            state: place(overrides.state, "state", "../../.state/\(name)"))
    }
}
