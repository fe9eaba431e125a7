import Definitions
import RunStore
import Tables

/// A published run as a comparison reads it.
struct PublishedFolder {
    let place: RunPlace
    let figures: [KeptFigure.Key: KeptFigure]
    /// Keys in the order of the results.
    let order: [KeptFigure.Key]
    let files: [PublishedFile]
    let definitionFiles: [PipelineDefinition.DefinitionFile]

    init(_ run: (asOf: String, run: String), in publication: Publication) throws(Diagnostic) {
        let folder = publication.folder(asOf: run.asOf, run: run.run)
        place = RunPlace(asOf: run.asOf, run: run.run, program: publishedProgram(inRun: folder))
        let kept = publishedFigures(try System.read("\(folder)/results.csv"))
        order = kept.map(\.key)
        figures = Dictionary(kept.map { ($0.key, $0) }) { first, _ in first }
        files = publishedFiles(try System.read("\(folder)/sources.csv"))
        var read: [PipelineDefinition.DefinitionFile] = []
        for path in FileTree.files(in: "\(folder)/definitions") {
            read.append(.init(path: path, bytes: try System.read("\(folder)/definitions/\(path)")))
        }
        definitionFiles = read
    }

    /// The files whose rows it counted or judged, with what they were.
    var readFiles: [PublishedFile] { files.filter { $0.state != "not_used" && $0.state != "after_as_of" } }

    /// The definitions that decide a figure: words about figures do not.
    var deciding: [String: [UInt8]] {
        let words = ["releases.csv", "commentary.yaml", "inspections.yaml", "lists.yaml"]
        var found: [String: [UInt8]] = [:]
        for file in definitionFiles where !words.contains(where: { file.path.hasSuffix("/\($0)") }) {
            found[file.path] = file.bytes
        }
        return found
    }

    /// The definitions with the settings and standards of another run.
    func definitionFiles(withSettingsOf other: PublishedFolder) -> [PipelineDefinition.DefinitionFile] {
        definitionFiles.filter { !isSettings($0.path) } + other.definitionFiles.filter { isSettings($0.path) }
    }

    func hasSettings(of other: PublishedFolder) -> Bool {
        deciding.filter { isSettings($0.key) } == other.deciding.filter { isSettings($0.key) }
    }
}

private func isSettings(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count == 2 && (parts[1] == "settings.yaml" || parts[1] == "standards.yaml")
}
