package import Definitions
package import RunStore

/// Loads the definitions that were published with a run, so that its figures are explained by what made them.
package func loadPublished(
    _ run: (asOf: String, run: String), in publication: Publication, like current: PipelineDefinition
) throws -> PipelineDefinition {
    let folder = "\(publication.folder(asOf: run.asOf, run: run.run))/definitions"
    return try loadPublished(FileTree.files(in: folder), in: folder, like: current)
}

/// The same from those of the folder's files that are named.
func loadPublished(_ paths: [String], in folder: String, like current: PipelineDefinition) throws
    -> PipelineDefinition
{
    let files = try paths.map { PipelineDefinition.DefinitionFile(path: $0, bytes: try System.read("\(folder)/\($0)")) }
    let folders = FolderOverrides(
        inputs: current.folders.inputs, output: current.folders.output, state: current.folders.state)
    return try loadPipeline(files: files, folder: current.folder, overrides: folders)
}
