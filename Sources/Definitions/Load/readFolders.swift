import FoundationEssentials
import Tables

/// Where the definitions of a force and those that it extends lie.
struct DefinitionFolders {
    let force: String
    let base: String

    /// Finds both folders; nothing, with the fault, when there is none.
    static func find(_ folder: String, findings: Findings) -> DefinitionFolders? {
        let force = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        guard isFolder(force) else {
            findings.error(
                .missingFolder, "there is no folder `\(force)`", at: nil,
                help: "name the folder of a force's definitions: --pipeline Pipelines/FORCE")
            return nil
        }
        let path = force + "/pipeline.yaml"
        guard let bytes = FileManager.default.contents(atPath: path) else {
            findings.error(
                .missingFolder, "`\(force)` has no pipeline.yaml", at: .init(file: path),
                help: "name the folder of a force, which extends ours; `pipeline new` makes one")
            return nil
        }
        // What is wrong with the rest of the file is said when it is loaded.
        let text = DefinitionText(path: "", shown: path, bytes: Array(bytes))
        let document = parseYaml(text, findings: Findings()).first
        guard case .mapping(let entries)? = document?.kind,
            let extends = entries.first(where: { $0.key == "extends" })?.value, let name = extends.text, !name.isEmpty
        else {
            _ = parseYaml(text, findings: findings)
            if !findings.hasErrors {
                findings.error(
                    .missingKey, "pipeline.yaml needs the key `extends`", at: .init(file: path, line: 1, column: 1),
                    help: "write `extends: peel`")
            }
            return nil
        }
        return resolve(name, force: force, at: extends.location, findings: findings)
    }

    private static func resolve(
        _ name: String, force: String, at place: Diagnostic.Location, findings: Findings
    ) -> DefinitionFolders? {
        var places: [String] = []
        if name.contains("/") {
            places = [joinedPath(force, name)]
        } else {
            places = [joinedPath(force, "../" + name)] + Installation.shared.map { $0 + "/" + name }
        }
        guard let base = places.first(where: isFolder) else {
            findings.error(
                .badExtends, "`extends` names \(quoted(name)), which is neither of: \(places.joined(separator: ", "))",
                at: place, help: "write the name of a folder beside this one, or a path")
            return nil
        }
        return DefinitionFolders(force: force, base: base)
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
    }
}

/// Reads every YAML file below both folders, and the force's register of releases.
func readFolders(_ folders: DefinitionFolders, findings: Findings) -> DefinitionTexts {
    var forceName = lastPart(folders.force)
    let baseName = lastPart(folders.base)
    if forceName == baseName { forceName += "-force" }
    let texts =
        readFolder(folders.base, as: baseName, isForce: false, findings: findings)
        + readFolder(folders.force, as: forceName, isForce: true, findings: findings)
    return DefinitionTexts(force: forceName, base: baseName, texts: texts)
}

private func readFolder(_ folder: String, as name: String, isForce: Bool, findings: Findings) -> [DefinitionText] {
    var texts: [DefinitionText] = []
    for entry in entries(folder, findings: findings) {
        let path = folder + "/" + entry
        var isDirectory = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        if isDirectory {
            for inner in entries(path, findings: findings) where isYaml(inner) {
                read(path + "/" + inner, as: "\(name)/\(entry)/\(inner)")
            }
        } else if isYaml(entry) || (isForce && entry == Release.fileName) {
            read(path, as: "\(name)/\(entry)")
        }
    }

    func read(_ path: String, as name: String) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            findings.error(
                .unreadableFile, "the file cannot be read", at: .init(file: path), help: "check who may read it")
            return
        }
        texts.append(DefinitionText(path: name, shown: path, bytes: Array(bytes)))
    }
    return texts
}

private func entries(_ folder: String, findings: Findings) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
        findings.error(
            .unreadableFile, "the folder cannot be read", at: .init(file: folder), help: "check who may read it")
        return []
    }
    return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func isYaml(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
}

/// The folder's own name, also of `.` and of links to it.
private func lastPart(_ folder: String) -> String {
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    guard last.isEmpty || last == "." || last == ".." else { return last }
    let whole = joinedPath(FileManager.default.currentDirectoryPath, folder)
    return whole.split(separator: "/").last.map(String.init) ?? "force"
}

/// A path relative to a folder, `.` and `..` taken out as they are read.
package func joinedPath(_ folder: String, _ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
        if part == "..", let last = parts.last, last != ".." {
            parts.removeLast()
        } else if part != ".." || !whole.hasPrefix("/") {
            parts.append(part)
        }
    }
    let text = parts.joined(separator: "/")
    return whole.hasPrefix("/") ? "/" + text : text.isEmpty ? "." : text
}
