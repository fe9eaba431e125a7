import Definitions
import RunStore
import Tables

/// A force's folder of definitions as it was made.
package struct NewOverlay: Sendable {
    package let folder: String
    package let files: [String]
    package let inputs: String
    /// What the account that runs an installed pipeline needs before its first run; empty in a project.
    package let preparation: [String]
}

/// Copies a force's definitions to a new folder under a new name. Nothing that is there already is touched.
package func copyOverlay(of sample: String?, as force: String, in place: String) throws -> NewOverlay {
    let short = shortName(force)
    guard !short.isEmpty else {
        throw Diagnostic(code: "E0120", "'\(force)' has no letter to name a folder by", help: "write the force's name")
    }
    let source = try sample ?? findSample(place)
    let folder = "\(place)/\(short)"
    guard System.kind(of: folder) == nil else {
        throw Diagnostic(
            code: "E0603", "\(folder) is there already", help: "choose another name, or edit what is there")
    }
    try FileTree.make(folder, mode: 0o755)
    let old = source.split(separator: "/").last.map(String.init) ?? ""
    let isInstalled = place == Installation.forces || place == Installation.forces + "/"
    let files = try copy(source, to: folder) { path, bytes in
        let own = path == "pipeline.yaml" ? renamed(bytes, from: old, to: short, force: force) : bytes
        return isInstalled && path.hasSuffix(".yaml") ? installed(own, path, force: short) : own
    }
    guard isInstalled else {
        return NewOverlay(folder: folder, files: files, inputs: "SampleData/\(short)", preparation: [])
    }
    let state = "/var/lib/pipeline/\(short)"
    return NewOverlay(
        folder: folder, files: files, inputs: installedFolders(short)[0].folder,
        preparation: [
            "make the key of its pseudonyms, once, as the account that runs it, and keep a copy of it:",
            "runuser -u pipeline -- sh -c 'umask 077; mkdir -p \(state); "
                + "head -c 32 /dev/urandom > \(state)/pseudonym.key'",
        ])
}

private func findSample(_ place: String) throws(Diagnostic) -> String {
    let places = [place] + Installation.shared
    for folder in places.map({ "\($0)/loamshire" }) where System.kind(of: folder) == .folder { return folder }
    throw Diagnostic(
        code: "E0120", "the sample force's definitions are not in \(places.joined(separator: " or "))",
        help: "start pipeline in the folder above Pipelines, or name definitions to copy: --from DIR")
}

/// `Midshire Police` is `midshire` in paths.
private func shortName(_ force: String) -> String {
    var words = force.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    if words.count > 1 { words.removeAll { ["police", "constabulary", "service", "force"].contains($0) } }
    return words.joined(separator: "-")
}

private func copy(_ source: String, to folder: String, below: String = "", _ change: (String, [UInt8]) -> [UInt8])
    throws -> [String]
{
    var files: [String] = []
    for name in System.names(in: below.isEmpty ? source : "\(source)/\(below)") where !name.hasPrefix(".") {
        let path = below.isEmpty ? name : "\(below)/\(name)"
        // What another force has given to somebody is not this one's to answer for.
        if path == Release.fileName { continue }
        switch System.kind(of: "\(source)/\(path)") {
        case .folder:
            try System.makeFolder("\(folder)/\(path)", mode: 0o755)
            files += try copy(source, to: folder, below: path, change)
        case .file:
            try System.create("\(folder)/\(path)", change(path, try System.read("\(source)/\(path)")), mode: 0o644)
            files.append(path)
        case .link, .other, nil: break
        }
    }
    return files
}

/// The force's name, and its folders, line by line; comments and order stay.
private func renamed(_ bytes: [UInt8], from old: String, to short: String, force: String) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { line -> String in
        if line.hasPrefix("force:") { return "force: \"\(force.filter { $0 != "\"" && $0 != "\\" })\"" }
        guard !line.hasPrefix("#"), !line.hasPrefix("extends:"), !old.isEmpty else { return String(line) }
        return line.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix(old) && part.dropFirst(old.count).first.map({ $0.isLetter }) != true
                ? short + part.dropFirst(old.count) : String(part)
        }.joined(separator: "/")
    }
    return Array(changed.joined(separator: "\n").utf8)
}

/// Where an installed pipeline of a force reads and writes (the exports first), by the keys of pipeline.yaml.
private func installedFolders(_ short: String) -> [(key: String, folder: String)] {
    [
        ("inputs", "/srv/exports/\(short)"), ("output", "/srv/pipeline/\(short)"),
        ("state", "/var/lib/pipeline/\(short)"), ("pseudonym_key", "/var/lib/pipeline/\(short)/pseudonym.key"),
    ]
}

/// Absolute folders for those that are relative in the project; the remark on relative ones goes.
private func installed(_ bytes: [UInt8], _ path: String, force short: String) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.compactMap { line -> String? in
        if line.hasPrefix("# yaml-language-server:"), let schema = line.split(separator: "/").last {
            return "# yaml-language-server: $schema=\(Installation.shared[0])/peel/schemas/\(schema)"
        }
        guard path == "pipeline.yaml" else { return String(line) }
        if line.hasPrefix("#") { return nil }
        return installedFolders(short).first { line.hasPrefix("\($0.key):") }.map { "\($0.key): \($0.folder)" }
            ?? String(line)
    }
    return Array(changed.joined(separator: "\n").utf8)
}
