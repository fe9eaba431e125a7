import Definitions
import Tables

/// The definitions that are delivered, found from the place of this file.
enum Catalogue {
    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    static func loamshire() throws -> PipelineDefinition {
        try loadPipeline(folder: root + "/Pipelines/loamshire")
    }
}
