import FoundationEssentials
package import Tables

/// Reads the definitions in a force's folder and in the one it extends, resolves the one over the other, and checks
/// everything. Throws `Diagnostics` with every fault found; what only deserves a warning is in the result.
package func loadPipeline(
    folder: String, overrides: FolderOverrides = FolderOverrides()
) throws(Diagnostics) -> PipelineDefinition {
    let findings = Findings()
    guard let folders = DefinitionFolders.find(folder, findings: findings) else {
        throw Diagnostics(findings.sorted)
    }
    let texts = readFolders(folders, findings: findings)
    let references = ReferenceFiles { path in
        let shown = folders.force + "/" + path
        return FileManager.default.contents(atPath: shown).map {
            DefinitionText(path: "\(texts.force)/\(path)", shown: shown, bytes: Array($0))
        }
    }
    return try assemble(texts, references: references, folder: folders.force, overrides: overrides, findings: findings)
}

/// The same from files in memory, such as the `definitions/` kept with a run: paths are `peel/kpis/calls.yaml`,
/// `loamshire/pipeline.yaml`. Relative folders of inputs and outputs are taken from `folder`.
package func loadPipeline(
    files: [PipelineDefinition.DefinitionFile], folder: String, overrides: FolderOverrides = FolderOverrides()
) throws(Diagnostics) -> PipelineDefinition {
    let findings = Findings()
    let names = Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
    let forces = names.filter { name in files.contains { $0.path == name + "/pipeline.yaml" } }.sorted()
    guard let force = forces.first, forces.count == 1, let base = names.subtracting(forces).min(), names.count == 2
    else {
        findings.error(
            .missingFolder, "the files are not those of one force and of what it extends", at: nil,
            help: "give one folder with a pipeline.yaml and one without")
        throw Diagnostics(findings.sorted)
    }
    let all = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
        DefinitionText(path: $0.path, shown: $0.path, bytes: $0.bytes)
    }
    let references = ReferenceFiles { path in all.first { $0.path == "\(force)/\(path)" } }
    let register = "\(force)/\(Release.fileName)"
    let texts = DefinitionTexts(
        force: force, base: base, texts: all.filter { !$0.path.hasSuffix(".csv") || $0.path == register })
    return try assemble(texts, references: references, folder: folder, overrides: overrides, findings: findings)
}
