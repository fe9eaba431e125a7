import Definitions
import PipelineRunner
import RunStore
import Tables

/// The sample force in a folder of its own, its key where the definitions look for it.
struct SampleFolder: Sendable {
    /// The repository that this file lies in.
    static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

    let folder: TemporaryFolder

    var definitions: String { "\(folder.path)/Pipelines/loamshire" }

    /// - Parameter shortAbandon: the force's own limit of a short abandoned call.
    init(shortAbandon: String = "5 s") throws {
        folder = try TemporaryFolder()
        for name in FileTree.files(in: "\(SampleFolder.root)/Pipelines/.") {
            var bytes = try System.read("\(SampleFolder.root)/Pipelines/\(name)")
            if name == "loamshire/settings.yaml", shortAbandon != "5 s" {
                let text = String(decoding: bytes, as: UTF8.self)
                bytes = Array(text.replacing("short_abandon: 5 s", with: "short_abandon: \(shortAbandon)").utf8)
            }
            try folder.write("Pipelines/\(name)", bytes)
        }
        try folder.write(
            ".state/loamshire/pseudonym.key",
            System.read("\(SampleFolder.root)/SampleData/loamshire/pseudonym.key"))
    }

    /// Copies the exports of a folder of `SampleData` to the inputs.
    func bring(_ source: String, of system: String = "calls", _ chosen: (String) -> Bool = { _ in true }) throws {
        let path = "\(SampleFolder.root)/SampleData/\(source)/\(system)"
        for name in FileTree.files(in: path) where chosen(name) {
            try folder.write("in/\(system)/\(name)", System.read("\(path)/\(name)"))
        }
    }

    var overrides: FolderOverrides {
        FolderOverrides(
            inputs: "\(folder.path)/in", output: "\(folder.path)/out", state: "\(folder.path)/state")
    }

    func run(asOf: String, jobs: Int = 2) async -> RunReport {
        await runPipeline(
            RunRequest(folder: definitions, overrides: overrides, asOf: CivilDate(asOf), jobs: jobs))
    }

    /// The published files with their bytes, without the status that every attempt rewrites.
    func published() throws -> [String: [UInt8]] {
        try folder.contents().filter { $0.key.hasPrefix("out/2026") }
    }

    var latest: String? { System.target(ofLink: "\(folder.path)/out/latest") }
}
