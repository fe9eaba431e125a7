import Definitions
import RunStore
import Tables

/// The folder of definitions that is meant: the one named, or the only one that there is.
func choosePipeline(_ named: String?) throws -> String {
    if let named = named ?? System.environment("PIPELINE_PIPELINE") {
        var folder = named
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if System.kind(of: "\(folder)/pipeline.yaml") != nil { return folder }
        // A force's name alone is enough where its folder lies in the usual place.
        if !folder.contains("/") {
            let usual = usualPlaces.map { "\($0)/\(folder)" }
            if let found = usual.first(where: { System.kind(of: "\($0)/pipeline.yaml") != nil }) { return found }
        }
        let choices = usualPlaces.flatMap(forces)
        let nearest = nearestName(to: folder, among: choices).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
            code: "E0101", "there is no pipeline.yaml in \(folder)",
            help: nearest
                + (choices.isEmpty ? "make one: pipeline new FORCE" : "there is \(choices.joined(separator: ", "))"))
    }
    for place in usualPlaces {
        let found = forces(in: place)
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw Diagnostic(
                code: "E0101", "there is more than one force: \(found.joined(separator: ", "))",
                help: "name one: --pipeline \(found[0])")
        }
    }
    throw Diagnostic(
        code: "E0101", "no force's definitions in ./Pipelines or \(Installation.forces)",
        help: "name their folder with --pipeline DIR, or make them: pipeline new FORCE")
}

/// Where forces are looked for: the project's folder, when that is where we are, then the installed one.
private let usualPlaces = ["Pipelines", Installation.forces]

/// The folders that extend another pipeline; ours extends none and is nobody's force.
private func forces(in place: String) -> [String] {
    System.names(in: place).map { "\(place)/\($0)" }.filter { folder in
        guard let bytes = try? System.read("\(folder)/pipeline.yaml") else { return false }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
            $0.hasPrefix("extends:")
        }
    }
}
