package import Definitions

extension PipelineDefinition {
    /// The settings that a figure reads, however indirectly, by name.
    package func settings(readBy figure: FigureDefinition) -> [String] {
        Dependencies(of: figure, in: self).settings.sorted()
    }

    /// The tables of fixed rows that a figure looks into, however indirectly, in the order of the definitions.
    package func references(readBy figure: FigureDefinition) -> [ReferenceTable] {
        let read = Dependencies(of: figure, in: self).references
        return references.filter { read.contains($0.name) }
    }
}
